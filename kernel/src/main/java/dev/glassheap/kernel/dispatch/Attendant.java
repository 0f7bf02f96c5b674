package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.protocol.MalformedContentException;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.protocol.Reply;
import dev.glassheap.kernel.protocol.Request;
import dev.glassheap.kernel.protocol.Status;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Attends to one request: busy, the answer, idle. Whatever goes wrong in between becomes an error reply; nothing is thrown.
 */
final class Attendant {

    private final Sender sender;
    private final Consumer<String> log;

    Attendant(Sender sender, Consumer<String> log) {
        this.sender = sender;
        this.log = log;
    }

    /**
     * Answers a request.
     *
     * @param answer the reply, empty for messages that have none
     * @param failure makes the reply for something thrown
     */
    void attend(
            Message message,
            Function<Request, Optional<? extends Reply>> answer,
            Function<Throwable, Reply> failure) {
        Map<String, Object> metadata = Map.of("started", Instant.now().toString());
        guarded(message, () -> sender.publish(message, new Status(Status.State.BUSY)));
        try {
            Request request = Request.of(message.type(), message.content());
            answer.apply(request).ifPresent(reply -> sender.reply(message, reply, metadata));
        } catch (Throwable thrown) {
            // Also errors: a request that exhausts memory or stack must not take the kernel along.
            report(message, thrown);
            if (message.type().endsWith("_request")) {
                guarded(message, () -> sender.reply(message, failure.apply(thrown), metadata));
            }
        } finally {
            guarded(message, () -> sender.publish(message, new Status(Status.State.IDLE)));
        }
    }

    /** Answers a request as {@link #attend(Message, Function, Function)} does, with the plain form of an error reply. */
    void attend(Message message, Function<Request, Optional<? extends Reply>> answer) {
        attend(message, answer, thrown -> failure(message, thrown));
    }

    private static Reply failure(Message message, Throwable thrown) {
        KernelFault fault = KernelFault.of(thrown);
        return new Reply.Failure(
                Reply.Failure.replyTypeOf(message.type()), fault.ename(), fault.evalue(), fault.traceback());
    }

    private void report(Message message, Throwable thrown) {
        String where = thrown instanceof MalformedContentException
                ? ""
                : " at " + List.of(thrown.getStackTrace()).stream().limit(5).toList();
        log.accept("%s: %s failed: %s%s".formatted(message.channel(), message.type(), thrown, where));
    }

    private void guarded(Message message, Runnable sending) {
        try {
            sending.run();
        } catch (RuntimeException | Error e) {
            log.accept("%s: an answer to %s could not be sent: %s".formatted(message.channel(), message.type(), e));
        }
    }
}
