package dev.glassheap.kernel.transport;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * One socket and the thread that owns it.
 *
 * <p>What {@link #send} is given goes out in that order. What comes in goes to the receiver, on the owner thread; the receiver must
 * be quick, for nothing goes out meanwhile. Whatever it throws is logged.
 */
final class SocketLoop {

    /** So many messages are read in a row before it is the outbox's turn again. */
    private static final int MAX_READS_IN_A_ROW = 64;

    private final String name;
    private final ZMQ.Socket socket;
    private final ZMQ.Poller poller;
    private final int socketItem;
    private final Consumer<List<byte[]>> receiver;
    private final Consumer<String> log;
    private final Queue<List<byte[]>> outbox = new ConcurrentLinkedQueue<>();
    private final WakeUp wakeUp = new WakeUp();
    private final Thread owner;
    private volatile boolean closing;

    SocketLoop(
            String name,
            ZMQ.Context context,
            ZMQ.Socket socket,
            Consumer<List<byte[]>> receiver,
            Consumer<String> log) {
        this.name = name;
        this.socket = socket;
        this.receiver = receiver;
        this.log = log;
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
        outbox.add(frames);
        wakeUp.ring();
    }

    /** Sends what is in the outbox, then closes the socket. Does not wait for it; {@link #awaitEnd} does. */
    void close() {
        closing = true;
        wakeUp.ring();
    }

    /** Waits for the owner thread, so many milliseconds at most. */
    void awaitEnd(long millis) throws InterruptedException {
        owner.join(millis);
    }

    private void run() {
        try (poller;
                wakeUp) {
            boolean open = true;
            while (open) {
                poller.poll(-1);
                wakeUp.clear();
                open = !closing;
                sendAll();
                if (poller.pollin(socketItem)) {
                    receiveSome();
                }
                sendAll();
            }
        } catch (RuntimeException | Error e) {
            log.accept("the %s socket's thread ended: %s".formatted(name, e));
        } finally {
            socket.close();
        }
    }

    private void sendAll() {
        for (List<byte[]> frames = outbox.poll(); frames != null; frames = outbox.poll()) {
            try {
                send(socket, frames);
            } catch (ZMQException e) {
                log.accept("%s: a message could not be sent: %s".formatted(name, e));
            }
        }
    }

    private static void send(ZMQ.Socket socket, List<byte[]> frames) {
        int last = frames.size() - 1;
        for (int i = 0; i < last; i++) {
            socket.send(frames.get(i), ZMQ.SNDMORE);
        }
        socket.send(frames.get(last), 0);
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
