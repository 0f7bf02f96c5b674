package dev.glassheap.kernel.interpreter;

import dev.glassheap.kernel.interpreter.ExecutionResult.Completed;
import dev.glassheap.kernel.interpreter.ExecutionResult.ExpressionResult;
import dev.glassheap.kernel.interpreter.ExecutionResult.Failed;
import dev.glassheap.kernel.interpreter.ExecutionResult.Interrupted;
import dev.glassheap.kernel.interpreter.ExecutionResult.Payload;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * A whole language of a few lines: proof that the seam is enough, and the language of the kernel's tests.
 *
 * <p>A cell is lines of {@code command argument}; see the switch in {@link #line}. A cell that is no command is its own value.
 */
public final class EchoInterpreter implements Interpreter {

    private static final List<String> COMMANDS = List.of(
            "clear", "crash", "display", "err", "exhaust", "fail", "flush", "input", "lines", "loop", "page", "password",
            "print", "unspeakable", "update", "value", "write");

    /** One permit for every interrupt that nothing has acted upon. */
    private final Semaphore interrupts = new Semaphore(0);

    private Optional<Boolean> shutdown = Optional.empty();

    @Override
    public LanguageInfo info() {
        return LanguageInfo.python("echo", "1.0", "3.11.7", "Echo: a language that says what you say");
    }

    @Override
    public ExecutionResult execute(ExecutionRequest request, OutputSink out) {
        Optional<MimeBundle> value = Optional.empty();
        try {
            for (String line : request.code().lines().toList()) {
                value = line(line, request, out);
            }
        } catch (Failure e) {
            return e.result;
        } catch (InputException e) {
            return e.reason() == InputException.Reason.NOT_ALLOWED
                    ? new Failed("StdinNotImplementedError", e.getMessage(), List.of())
                    : interrupted();
        }
        Map<String, ExpressionResult> expressions = new LinkedHashMap<>();
        request.userExpressions().forEach((name, expression) -> expressions.put(name, evaluate(expression)));
        List<Payload> payloads = request.code().startsWith("page ")
                ? List.of(new Payload.Page(MimeBundle.text(request.code().substring(5)), 0))
                : List.of();
        return new Completed(value, expressions, payloads);
    }

    private static ExpressionResult evaluate(String expression) {
        return expression.startsWith("fail")
                ? new ExpressionResult.Error("EchoError", expression, List.of())
                : new ExpressionResult.Value(MimeBundle.text(expression));
    }

    private Optional<MimeBundle> line(String line, ExecutionRequest request, OutputSink out) {
        String command = line.split(" ", 2)[0];
        String argument = line.contains(" ") ? line.split(" ", 2)[1] : "";
        switch (command) {
            case "print" -> out.stdout(argument + "\n");
            case "write" -> out.stdout(argument);
            case "err" -> out.stderr(argument + "\n");
            case "flush" -> out.flush();
            case "lines" -> printLines(Integer.parseInt(argument), out);
            case "display" -> out.display(MimeBundle.text(argument), Optional.of("d1"));
            case "update" -> out.updateDisplay(MimeBundle.text(argument), "d1");
            case "clear" -> out.clearOutput(true);
            case "input" -> out.stdout("you said " + out.input(argument, false) + "\n");
            case "password" -> out.stdout("you typed " + out.input(argument, true).length() + " characters\n");
            case "loop" -> waitForInterrupt();
            case "fail" -> throw new Failure(new Failed("EchoError", argument, List.of("Traceback", "EchoError: " + argument)));
            case "crash" -> throw new IllegalStateException("the echo is broken");
            case "exhaust" -> exhaustStack(0);
            case "unspeakable" -> out.display(new MimeBundle(Map.of("text/plain", new Object())));
            case "page" -> { /* becomes a payload */ }
            case "value" -> {
                return Optional.of(MimeBundle.text(argument));
            }
            case "count" -> {
                return Optional.of(MimeBundle.text(String.valueOf(request.executionCount())));
            }
            case "" -> { /* an empty line has no value */ }
            default -> {
                return Optional.of(MimeBundle.text(line));
            }
        }
        return Optional.empty();
    }

    private static void printLines(int count, OutputSink out) {
        for (int i = 0; i < count; i++) {
            out.stdout(i + "\n");
        }
    }

    private int exhaustStack(int depth) {
        return exhaustStack(depth + 1) + 1;
    }

    private void waitForInterrupt() {
        interrupts.acquireUninterruptibly();
        throw new Failure(interrupted());
    }

    private static Interrupted interrupted() {
        return new Interrupted("KeyboardInterrupt", List.of("KeyboardInterrupt"));
    }

    private static final class Failure extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ExecutionResult result;

        private Failure(ExecutionResult result) {
            this.result = result;
        }
    }

    @Override
    public void interrupt() {
        interrupts.release();
    }

    @Override
    public boolean interruptPending() {
        return interrupts.availablePermits() > 0;
    }

    @Override
    public void forgetInterrupt() {
        interrupts.drainPermits();
    }

    @Override
    public Completions complete(String code, int cursor) {
        int end = code.offsetByCodePoints(0, cursor);
        int start = end;
        while (start > 0 && Character.isLetter(code.charAt(start - 1)) && code.charAt(start - 1) < 128) {
            start--;
        }
        String prefix = code.substring(start, end);
        return new Completions(
                cursor - prefix.length(),
                cursor,
                COMMANDS.stream()
                        .filter(command -> command.startsWith(prefix))
                        .map(command -> new Completions.Completion(command, "function", Optional.of("(argument)")))
                        .toList());
    }

    @Override
    public Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        String word = code.substring(0, code.offsetByCodePoints(0, cursor));
        return COMMANDS.contains(word)
                ? Optional.of(MimeBundle.text(word + " is a command, seen at level " + detailLevel))
                : Optional.empty();
    }

    @Override
    public Completeness isComplete(String code) {
        if (code.contains("!!")) {
            return new Completeness.Invalid();
        }
        return code.endsWith(":") ? new Completeness.Incomplete("    ") : new Completeness.Complete();
    }

    /** The target {@code echo} answers every message by the same; {@code bye} closes; {@code broken} fails to open. */
    @Override
    public Map<String, CommTarget> commTargets() {
        return Map.of("echo", this::echo, "broken", (comm, data) -> {
            throw new IllegalStateException("this target is broken");
        });
    }

    private CommTarget.Conversation echo(CommTarget.Comm comm, Map<String, Object> opening) {
        comm.send(Map.of("opened", opening));
        return data -> {
            if (data.containsKey("bye")) {
                comm.close(data);
            } else {
                comm.send(data);
            }
        };
    }

    @Override
    public void shutdown(boolean restart) {
        shutdown = Optional.of(restart);
    }

    /** Whether the kernel has ended, and whether it said that a restart follows. */
    public Optional<Boolean> shutdown() {
        return shutdown;
    }
}
