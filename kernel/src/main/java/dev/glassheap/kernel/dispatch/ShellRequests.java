package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.interpreter.Completeness;
import dev.glassheap.kernel.interpreter.Completions;
import dev.glassheap.kernel.interpreter.Interpreter;
import dev.glassheap.kernel.protocol.Comm;
import dev.glassheap.kernel.protocol.Complete;
import dev.glassheap.kernel.protocol.Connect;
import dev.glassheap.kernel.protocol.Execute;
import dev.glassheap.kernel.protocol.History;
import dev.glassheap.kernel.protocol.Inspect;
import dev.glassheap.kernel.protocol.Interrupt;
import dev.glassheap.kernel.protocol.IsComplete;
import dev.glassheap.kernel.protocol.KernelInfo;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.protocol.Reply;
import dev.glassheap.kernel.protocol.Request;
import dev.glassheap.kernel.protocol.Shutdown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What is answered on shell, in order, on the shell's thread. */
final class ShellRequests {

    private final Interpreter interpreter;
    private final Description description;
    private final CellExecution execution;
    private final SessionHistory history;
    private final Comms comms;
    private final Ending ending;
    private final Consumer<String> log;

    ShellRequests(
            Interpreter interpreter,
            Description description,
            CellExecution execution,
            SessionHistory history,
            Comms comms,
            Ending ending,
            Consumer<String> log) {
        this.interpreter = interpreter;
        this.description = description;
        this.execution = execution;
        this.history = history;
        this.comms = comms;
        this.ending = ending;
        this.log = log;
    }

    Optional<? extends Reply> answer(Message message, Request request) {
        return switch (request) {
            case KernelInfo.Request r -> Optional.of(description.kernelInfo());
            case Connect.Request r -> Optional.of(description.ports());
            case Execute.Request r -> Optional.of(execution.execute(message, r));
            case Complete.Request r -> Optional.of(complete(r));
            case Inspect.Request r -> Optional.of(inspect(r));
            case IsComplete.Request r -> Optional.of(isComplete(r));
            case History.Request r -> Optional.of(history.answer(r));
            case Comm.InfoRequest r -> Optional.of(comms.info(r));
            case Comm.Open r -> unanswered(() -> comms.opened(message, r));
            case Comm.Msg r -> unanswered(() -> comms.received(message, r));
            case Comm.Close r -> unanswered(() -> comms.closed(message, r));
            // In the order of the shell's queue no cell is running: there is nothing to stop.
            case Interrupt.Request r -> Optional.of(new Interrupt.Reply());
            case Shutdown.Request r -> Optional.of(ending.begin(message, r));
            case Request.Unknown r -> unanswered(() -> log.accept("SHELL: ignored a message of an unknown type"));
        };
    }

    private static Optional<Reply> unanswered(Runnable action) {
        action.run();
        return Optional.empty();
    }

    private Complete.Reply complete(Complete.Request request) {
        Completions found = interpreter.complete(request.code(), request.cursorPos());
        List<Complete.Match> matches = found.matches().stream()
                .map(match -> new Complete.Match(match.text(), match.type(), match.signature()))
                .toList();
        return new Complete.Reply(found.cursorStart(), found.cursorEnd(), matches);
    }

    private Inspect.Reply inspect(Inspect.Request request) {
        return interpreter.inspect(request.code(), request.cursorPos(), request.detailLevel())
                .map(found -> new Inspect.Reply(true, found.data(), found.metadata()))
                .orElseGet(() -> new Inspect.Reply(false, Map.of(), Map.of()));
    }

    private IsComplete.Reply isComplete(IsComplete.Request request) {
        return switch (interpreter.isComplete(request.code())) {
            case Completeness.Complete() -> new IsComplete.Reply.Complete();
            case Completeness.Incomplete(String indent) -> new IsComplete.Reply.Incomplete(indent);
            case Completeness.Invalid() -> new IsComplete.Reply.Invalid();
            case Completeness.Unknown() -> new IsComplete.Reply.Unknown();
        };
    }
}
