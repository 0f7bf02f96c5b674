package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.protocol.Shutdown;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * The end of the kernel: begun once, by a client or from outside. Whoever waits for it is let go when the client that asked has got
 * its reply and its idle.
 */
final class Ending {

    private final Sender sender;
    private final Consumer<Boolean> onBegin;
    private final CountDownLatch answered = new CountDownLatch(1);
    private volatile boolean begun;
    private Optional<Message> cause = Optional.empty();

    /** An end that, once begun, is told to {@code onBegin} with whether a restart follows. */
    Ending(Sender sender, Consumer<Boolean> onBegin) {
        this.sender = sender;
        this.onBegin = onBegin;
    }

    /** A client asks for the end; the other clients are told. {@link #attended} has to follow. */
    synchronized Shutdown.Reply begin(Message message, Shutdown.Request request) {
        Shutdown.Reply reply = new Shutdown.Reply(request.restart());
        sender.publish(message, reply);
        if (!begun) {
            cause = Optional.of(message);
            begin(request.restart());
        }
        return reply;
    }

    /** The end comes from outside: nobody waits for an answer. */
    synchronized void begin() {
        if (!begun) {
            begin(false);
            answered.countDown();
        }
    }

    private void begin(boolean restart) {
        begun = true;
        onBegin.accept(restart);
    }

    /** A message has been answered, from busy to idle. */
    synchronized void attended(Message message) {
        if (cause.filter(asked -> asked == message).isPresent()) {
            answered.countDown();
        }
    }

    /** Whether cells are no longer run. */
    boolean hasBegun() {
        return begun;
    }

    void await() throws InterruptedException {
        answered.await();
    }
}
