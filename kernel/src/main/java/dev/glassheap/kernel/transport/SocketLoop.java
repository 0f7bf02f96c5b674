package dev.glassheap.kernel.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * One socket and the thread that owns it.
 *
 * <p>What {@link #send} is given goes out in that order. What comes in goes to the receiver, on the owner thread; the receiver must
 * be quick, for nothing goes out meanwhile. Whatever it throws is logged.
 *
 * <p>A socket may refuse a message because a client does not read. It is offered again every {@value #RETRY_MILLIS} ms, and the
 * messages behind it wait; but when one client has not read for {@code patience}, the others no longer wait for it: from then on
 * until it reads again, it loses messages.
 */
final class SocketLoop {

    /** So many messages are read in a row before it is the backlog's turn again. */
    private static final int MAX_READS_IN_A_ROW = 64;

    private static final long RETRY_MILLIS = 5;
    private static final long MILLIS_TO_CLOSE = 1_000;

    private final String name;
    private final ZMQ.Socket socket;
    private final ZMQ.Poller poller;
    private final int socketItem;
    private final Consumer<List<byte[]>> receiver;
    private final Consumer<String> log;
    private final long patienceNanos;
    private final Backlog backlog = new Backlog();
    private final WakeUp wakeUp = new WakeUp();
    private final Thread owner;
    private volatile boolean closing;

    /** Since when the socket has refused messages, by {@link System#nanoTime}; meaningless while it accepts them. */
    private long refusedSince;

    private boolean refuses;

    SocketLoop(
            String name,
            ZMQ.Context context,
            ZMQ.Socket socket,
            Consumer<List<byte[]>> receiver,
            Consumer<String> log,
            long patienceMillis) {
        this.name = name;
        this.socket = socket;
        this.receiver = receiver;
        this.log = log;
        patienceNanos = TimeUnit.MILLISECONDS.toNanos(patienceMillis);
        poller = context.poller(2);
        socketItem = poller.register(socket, ZMQ.Poller.POLLIN);
        poller.register(wakeUp.channel(), ZMQ.Poller.POLLIN);
        owner = new Thread(this::run, "glassheap-" + name);
        owner.setDaemon(true);
    }

    void start() {
        owner.start();
    }

    /** Hands frames to the owner thread. May be called by any thread; without effect after {@link #close}. */
    void send(List<byte[]> frames) {
        backlog.add(frames);
        wakeUp.ring();
    }

    /** Waits until not too much waits to be sent, so many milliseconds at most; whether that is so. */
    boolean awaitRoom(long millis) throws InterruptedException {
        return backlog.awaitRoom(millis);
    }

    /** Sends what is in the backlog, then closes the socket. Does not wait for it; {@link #awaitEnd} does. */
    void close() {
        closing = true;
        wakeUp.ring();
    }

    /** Waits for the owner thread, which after {@link #close} ends soon. */
    void awaitEnd() throws InterruptedException {
        owner.join(2 * MILLIS_TO_CLOSE);
    }

    private void run() {
        try (poller;
                wakeUp) {
            while (!closing) {
                poller.poll(backlog.isEmpty() ? -1 : RETRY_MILLIS);
                wakeUp.clear();
                sendAll();
                if (poller.pollin(socketItem)) {
                    receiveSome();
                }
                sendAll();
            }
            sendTheLast();
        } catch (RuntimeException | Error e) {
            log.accept("the %s socket's thread ended: %s".formatted(name, e));
        } finally {
            socket.close();
        }
    }

    private void sendTheLast() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(MILLIS_TO_CLOSE);
        sendAll();
        while (!backlog.isEmpty() && System.nanoTime() - end < 0) {
            poller.poll(RETRY_MILLIS);
            sendAll();
        }
    }

    private void sendAll() {
        for (List<byte[]> frames = backlog.peek(); frames != null; frames = backlog.peek()) {
            try {
                if (!offer(frames)) {
                    return;
                }
            } catch (ZMQException e) {
                log.accept("%s: a message could not be sent: %s".formatted(name, e));
            }
            backlog.remove();
        }
    }

    /** Whether the message is done with: sent to all, or given up for those who do not read. */
    private boolean offer(List<byte[]> frames) {
        if (send(socket, frames)) {
            refuses = false;
            return true;
        }
        if (!refuses) {
            refuses = true;
            refusedSince = System.nanoTime();
        }
        if (System.nanoTime() - refusedSince < patienceNanos) {
            return false;
        }
        sendToThoseWhoRead(frames);
        return true;
    }

    /** Only a publishing socket refuses messages; without this option it drops them for the clients whose queues are full. */
    private void sendToThoseWhoRead(List<byte[]> frames) {
        socket.setXpubNoDrop(false);
        send(socket, frames);
        socket.setXpubNoDrop(true);
    }

    /** A socket refuses a message at its first frame or not at all. */
    private static boolean send(ZMQ.Socket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i <= last; i++) {
            int more = i < last ? ZMQ.SNDMORE : 0;
            boolean sent = socket.send(frames.get(i), more | (i == 0 ? ZMQ.DONTWAIT : 0));
            if (!sent && i == 0) {
                return false;
            }
        }
        return true;
    }

    private void receiveSome() {
        for (int i = 0; i < MAX_READS_IN_A_ROW; i++) {
            byte[] first = socket.recv(ZMQ.DONTWAIT);
            if (first == null) {
                return;
            }
            List<byte[]> frames = new ArrayList<>();
            frames.add(first);
            while (socket.hasReceiveMore()) {
                frames.add(socket.recv(0));
            }
            deliver(frames);
        }
    }

    private void deliver(List<byte[]> frames) {
        try {
            receiver.accept(frames);
        } catch (RuntimeException | Error e) {
            // Whatever one message does, the next one must find somebody at home.
            log.accept("%s: a message of %d frames was dropped: %s".formatted(name, frames.size(), e));
        }
    }
}
