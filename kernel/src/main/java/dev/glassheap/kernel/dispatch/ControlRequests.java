package dev.glassheap.kernel.dispatch;

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
import java.util.Optional;
import java.util.function.Consumer;

/** What is answered on control, at once and on the control socket's thread, whether a cell runs or not. */
final class ControlRequests {

    private final Description description;
    private final Interruption interruption;
    private final Ending ending;
    private final Consumer<String> log;

    ControlRequests(Description description, Interruption interruption, Ending ending, Consumer<String> log) {
        this.description = description;
        this.interruption = interruption;
        this.ending = ending;
        this.log = log;
    }

    Optional<? extends Reply> answer(Message message, Request request) {
        return switch (request) {
            case KernelInfo.Request info -> Optional.of(description.kernelInfo());
            case Connect.Request connect -> Optional.of(description.ports());
            case Interrupt.Request interrupt -> {
                interruption.interrupt();
                yield Optional.of(new Interrupt.Reply());
            }
            case Shutdown.Request shutdown -> Optional.of(ending.begin(message, shutdown));
            case Execute.Request r -> Optional.of(shellOnly(message));
            case Complete.Request r -> Optional.of(shellOnly(message));
            case Inspect.Request r -> Optional.of(shellOnly(message));
            case IsComplete.Request r -> Optional.of(shellOnly(message));
            case History.Request r -> Optional.of(shellOnly(message));
            case Comm.InfoRequest r -> Optional.of(shellOnly(message));
            case Comm.Open r -> ignored(message);
            case Comm.Msg r -> ignored(message);
            case Comm.Close r -> ignored(message);
            case Request.Unknown r -> ignored(message);
        };
    }

    private static Reply shellOnly(Message message) {
        return new Reply.Failure(
                Reply.Failure.replyTypeOf(message.type()),
                "WrongChannel",
                message.type() + " is answered on shell, not on control",
                List.of());
    }

    private Optional<Reply> ignored(Message message) {
        log.accept("CONTROL: ignored a message of a type that is not for this channel");
        return Optional.empty();
    }
}
