package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.interpreter.ExecutionRequest;
import dev.glassheap.kernel.interpreter.ExecutionResult;
import dev.glassheap.kernel.interpreter.ExecutionResult.Completed;
import dev.glassheap.kernel.interpreter.ExecutionResult.ExpressionResult;
import dev.glassheap.kernel.interpreter.ExecutionResult.Failed;
import dev.glassheap.kernel.interpreter.ExecutionResult.Interrupted;
import dev.glassheap.kernel.interpreter.ExecutionResult.Payload;
import dev.glassheap.kernel.interpreter.Interpreter;
import dev.glassheap.kernel.interpreter.MimeBundle;
import dev.glassheap.kernel.protocol.Execute;
import dev.glassheap.kernel.protocol.Message;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/** Runs cells and counts them. Used by the shell's thread alone. */
final class CellExecution {

    private final Interpreter interpreter;
    private final Sender sender;
    private final StdinConversation stdin;
    private final ScheduledExecutorService timer;
    private final SessionHistory history;
    private int executionCount;

    CellExecution(
            Interpreter interpreter,
            Sender sender,
            StdinConversation stdin,
            ScheduledExecutorService timer,
            SessionHistory history) {
        this.interpreter = interpreter;
        this.sender = sender;
        this.stdin = stdin;
        this.timer = timer;
        this.history = history;
    }

    /** The number of the last cell that was stored, 0 before the first. */
    int executionCount() {
        return executionCount;
    }

    /** Runs a cell to its end and publishes everything but its reply. */
    Execute.Reply execute(Message message, Execute.Request request) {
        if (request.storeHistory()) {
            executionCount++;
        }
        try (CellOutput output = new CellOutput(sender, stdin, timer, message, request)) {
            output.publish(new Execute.Input(request.code(), executionCount));
            ExecutionResult result = run(request, output);
            Execute.Reply reply = publish(result, output);
            if (request.storeHistory()) {
                history.add(executionCount, request.code(), textOf(result));
            }
            return reply;
        }
    }

    /** What the interpreter throws is its own defect; the user should see it where errors are shown. */
    private ExecutionResult run(Execute.Request request, CellOutput output) {
        ExecutionRequest execution = new ExecutionRequest(
                request.code(),
                request.silent(),
                request.storeHistory(),
                executionCount,
                request.userExpressions(),
                request.allowStdin());
        try {
            return interpreter.execute(execution, output);
        } catch (RuntimeException | Error thrown) {
            KernelFault fault = KernelFault.of(thrown);
            return new Failed(fault.ename(), fault.evalue(), fault.traceback());
        }
    }

    private Execute.Reply publish(ExecutionResult result, CellOutput output) {
        return switch (result) {
            case Completed completed -> {
                completed.value().ifPresent(value ->
                        output.publish(new Execute.Result(executionCount, value.data(), value.metadata())));
                yield new Execute.Reply.Ok(
                        executionCount,
                        expressions(completed.userExpressions()),
                        completed.payloads().stream().map(CellExecution::payload).toList());
            }
            case Failed(String ename, String evalue, List<String> traceback) ->
                fail(ename, evalue, traceback, output);
            case Interrupted(String ename, List<String> traceback) -> fail(ename, "", traceback, output);
        };
    }

    private Execute.Reply fail(String ename, String evalue, List<String> traceback, CellOutput output) {
        output.publish(new Execute.Failure(ename, evalue, traceback));
        return new Execute.Reply.Failed(executionCount, ename, evalue, traceback);
    }

    private static Map<String, Object> expressions(Map<String, ExpressionResult> results) {
        Map<String, Object> expressions = new LinkedHashMap<>();
        results.forEach((name, result) -> expressions.put(name, switch (result) {
            case ExpressionResult.Value(MimeBundle display) ->
                Execute.expressionValue(display.data(), display.metadata());
            case ExpressionResult.Error(String ename, String evalue, List<String> traceback) ->
                Execute.expressionError(ename, evalue, traceback);
        }));
        return expressions;
    }

    private static Map<String, Object> payload(Payload payload) {
        return switch (payload) {
            case Payload.Page(MimeBundle display, int start) -> Execute.page(display.data(), start);
            case Payload.SetNextInput(String text, boolean replace) -> Execute.setNextInput(text, replace);
        };
    }

    private static Optional<String> textOf(ExecutionResult result) {
        return result instanceof Completed completed
                ? completed.value().flatMap(value -> Optional.ofNullable(value.data().get("text/plain")))
                        .map(Object::toString)
                : Optional.empty();
    }
}
