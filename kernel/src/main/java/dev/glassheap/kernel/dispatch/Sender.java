package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Header;
import dev.glassheap.kernel.protocol.Input;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.protocol.Published;
import dev.glassheap.kernel.protocol.Reply;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/** Makes messages of what the kernel has to say: a new header, the request's header as parent, the way to the client. */
final class Sender {

    private static final String USERNAME = "kernel";

    /** A thread that waits for room looks so often for an interrupt. */
    private static final long MILLIS_TO_INTERRUPT = 20;

    /** One for the life of the process, so that clients notice a restart. */
    private final String session = UUID.randomUUID().toString();

    private final AtomicLong sent = new AtomicLong();
    private final Outbox outbox;
    private final BooleanSupplier interruptPending;

    /** A sender of which those who must wait for room do not once an interrupt is pending. */
    Sender(Outbox outbox, BooleanSupplier interruptPending) {
        this.outbox = outbox;
        this.interruptPending = interruptPending;
    }

    /** Publishes on behalf of a request. */
    void publish(Message request, Published published) {
        publish(topicOf(published), request.header().fields(), published);
    }

    /** Waits until there is room for what a program shows. An interrupt ends the waiting, for it will end the program. */
    void awaitRoom() {
        try {
            boolean room = false;
            while (!room && !interruptPending.getAsBoolean()) {
                room = outbox.awaitRoom(MILLIS_TO_INTERRUPT);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("somebody interrupted a thread that publishes output", e);
        }
    }

    /** Publishes something that no request caused. */
    void publish(Published published) {
        publish(topicOf(published), Map.of(), published);
    }

    /** Publishes to the subscribers of one topic alone. */
    void publishTo(String topic, Published published) {
        publish(topic, Map.of(), published);
    }

    private String topicOf(Published published) {
        return "kernel." + session + "." + published.msgType();
    }

    private void publish(String topic, Map<String, Object> parentHeader, Published published) {
        outbox.send(new Message(
                Channel.IOPUB,
                List.of(topic.getBytes(StandardCharsets.UTF_8)),
                header(published.msgType()),
                parentHeader,
                Map.of(),
                published.content(),
                List.of()));
    }

    /** Answers a request, on the channel and to the client it came from. */
    void reply(Message request, Reply reply, Map<String, Object> metadata) {
        outbox.send(new Message(
                request.channel(),
                request.route(),
                header(reply.msgType()),
                request.header().fields(),
                metadata,
                reply.content(),
                List.of()));
    }

    /**
     * Asks the client that sent a request for input.
     *
     * @return the id to which the answer will refer
     */
    String ask(Message request, Input.Request question) {
        Header header = header(question.msgType());
        outbox.send(new Message(
                Channel.STDIN,
                request.route(),
                header,
                request.header().fields(),
                Map.of(),
                question.content(),
                List.of()));
        return header.msgId();
    }

    private Header header(String msgType) {
        String msgId = session + "_" + sent.incrementAndGet();
        return Header.of(msgId, session, USERNAME, Instant.now(), msgType);
    }
}
