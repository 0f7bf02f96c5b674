package dev.glassheap.kernel.transport;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.wire.ConnectionFile;
import dev.glassheap.kernel.wire.FrameCodec;
import dev.glassheap.kernel.wire.MalformedFramesException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;
import org.zeromq.ZMQException;

/**
 * The kernel's five sockets: shell, control and stdin (ROUTER), iopub (XPUB) and the heartbeat.
 *
 * <p>Nothing is lost on the way out, because a dropped {@code idle} leaves a cell running for ever in the front end. Replies wait in
 * queues without bound. On iopub, where a program can write without end, a client's queue holds {@value #IOPUB_QUEUE} messages; when
 * it is full, messages wait in the kernel, and {@link #awaitRoom} tells the program's thread to wait too. Only a client that has not
 * read for {@value #PATIENCE_MILLIS} ms loses messages, so that it cannot stop the kernel for the others.
 *
 * <p>Messages to a client that is still there go out before {@link #close} returns, for at most {@value #LINGER_MILLIS} ms.
 */
public final class Transport implements AutoCloseable {

    private static final int LINGER_MILLIS = 1_000;
    private static final int IOPUB_QUEUE = 200;
    private static final long PATIENCE_MILLIS = 30_000;

    /** Frames are read into memory before anybody can look at them; a larger one ends the connection that sent it. */
    private static final int MAX_FRAME_BYTES =
            (int) Math.min(128L << 20, Runtime.getRuntime().maxMemory() / 8);

    private static final byte SUBSCRIBE = 1;

    private final FrameCodec codec;
    private final Consumer<String> log;
    private final long patienceMillis;
    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, SocketLoop> channels = new EnumMap<>(Channel.class);
    private final List<SocketLoop> loops = new ArrayList<>();
    private volatile boolean closing;

    /**
     * Binds the sockets. Nothing is received before {@link #start}.
     *
     * @param receivers who gets the messages of shell, control and stdin; called on the socket's thread, must be quick
     * @param subscriptions who is told the topic of each subscription to iopub; called on the socket's thread
     * @param log gets one line for everything that is dropped
     * @param deaf called when JeroMQ's own thread has died, after which nothing can be received any more
     * @throws BindException when a socket cannot be bound
     */
    public Transport(
            ConnectionFile connection,
            Map<Channel, Consumer<Message>> receivers,
            Consumer<String> subscriptions,
            Consumer<String> log,
            Runnable deaf) {
        this(connection, receivers, subscriptions, log, deaf, PATIENCE_MILLIS);
    }

    Transport(
            ConnectionFile connection,
            Map<Channel, Consumer<Message>> receivers,
            Consumer<String> subscriptions,
            Consumer<String> log,
            Runnable deaf,
            long patienceMillis) {
        context.setNotificationExceptionHandler((thread, e) -> report("JeroMQ caught " + e));
        context.setUncaughtExceptionHandler((thread, e) -> {
            report("JeroMQ's thread has died of " + e);
            deaf.run();
        });
        this.codec = new FrameCodec(connection);
        this.log = log;
        this.patienceMillis = patienceMillis;
        Endpoints endpoints = new Endpoints(connection);
        try {
            open(Channel.SHELL, SocketType.ROUTER, endpoints.shell(), decoding(Channel.SHELL, receivers));
            open(Channel.CONTROL, SocketType.ROUTER, endpoints.control(), decoding(Channel.CONTROL, receivers));
            open(Channel.STDIN, SocketType.ROUTER, endpoints.stdin(), decoding(Channel.STDIN, receivers));
            open(Channel.IOPUB, SocketType.XPUB, endpoints.iopub(), frames -> subscribed(frames, subscriptions));
            openHeartbeat(endpoints.heartbeat());
        } catch (BindException e) {
            start();
            close();
            throw e;
        }
    }

    /** While they are being closed, JeroMQ's threads find each other's pipes closed; there is nothing to say about that. */
    private void report(String line) {
        if (!closing) {
            log.accept(line);
        }
    }

    private Consumer<List<byte[]>> decoding(Channel channel, Map<Channel, Consumer<Message>> receivers) {
        Consumer<Message> receiver = receivers.get(channel);
        return frames -> {
            try {
                receiver.accept(codec.decode(channel, frames));
            } catch (MalformedFramesException e) {
                log.accept("%s: dropped a message: %s".formatted(channel, e.getMessage()));
            }
        };
    }

    private void subscribed(List<byte[]> frames, Consumer<String> subscriptions) {
        byte[] frame = frames.getFirst();
        if (frames.size() != 1 || frame.length == 0 || frame[0] != SUBSCRIBE) {
            return; // an end of a subscription, or something that subscribers have no business to send
        }
        try {
            ByteBuffer topic = ByteBuffer.wrap(frame, 1, frame.length - 1);
            subscriptions.accept(StandardCharsets.UTF_8.newDecoder().decode(topic).toString());
        } catch (CharacterCodingException e) {
            log.accept("IOPUB: a subscription to a topic that is not UTF-8 gets no welcome");
        }
    }

    private void open(Channel channel, SocketType type, String endpoint, Consumer<List<byte[]>> receiver) {
        ZMQ.Socket socket = context.socket(type);
        socket.setSndHWM(type == SocketType.XPUB ? IOPUB_QUEUE : 0);
        if (type == SocketType.ROUTER) {
            // A client that comes back under its old identity takes the place of the connection it lost.
            socket.setRouterHandover(true);
        } else {
            // Otherwise only the first subscriber of a topic would be welcomed.
            socket.setXpubVerbose(true);
            socket.setXpubNoDrop(true);
        }
        channels.put(channel, bind(channel.name(), socket, endpoint, receiver));
    }

    /** A ROUTER that sends back what it gets is a REP without states that odd frames could upset. */
    private void openHeartbeat(String endpoint) {
        SocketLoop[] self = new SocketLoop[1];
        ZMQ.Socket socket = context.socket(SocketType.ROUTER);
        self[0] = bind("HB", socket, endpoint, frames -> self[0].send(frames));
    }

    private SocketLoop bind(String name, ZMQ.Socket socket, String endpoint, Consumer<List<byte[]>> receiver) {
        socket.setLinger(LINGER_MILLIS);
        socket.setMaxMsgSize(MAX_FRAME_BYTES);
        socket.setMsgAllocator(new FrameAllocator(MAX_FRAME_BYTES));
        try {
            socket.bind(endpoint);
        } catch (ZMQException | IllegalArgumentException e) {
            socket.setLinger(0);
            socket.close();
            throw new BindException("cannot listen on %s for %s".formatted(endpoint, name), e);
        }
        SocketLoop loop = new SocketLoop(name, context, socket, receiver, log, patienceMillis);
        loops.add(loop);
        return loop;
    }

    /** Begins to receive. */
    public void start() {
        loops.forEach(SocketLoop::start);
    }

    /**
     * Sends a message on its channel, after all that were sent there before. May be called by any thread.
     *
     * @throws IllegalArgumentException when the message holds values that JSON cannot say; nothing is sent then
     */
    public void send(Message message) {
        channels.get(message.channel()).send(codec.encode(message));
    }

    /**
     * Waits until not too much waits to be published, so many milliseconds at most.
     *
     * @return whether there is room; who can wait should, before it publishes more
     */
    public boolean awaitRoom(long millis) throws InterruptedException {
        return channels.get(Channel.IOPUB).awaitRoom(millis);
    }

    /** Sends what is still to be sent and closes the sockets. Nothing may be sent afterwards. */
    @Override
    public void close() {
        closing = true;
        loops.forEach(SocketLoop::close);
        try {
            for (SocketLoop loop : loops) {
                loop.awaitEnd();
            }
        } catch (InterruptedException e) {
            // The process is being ended; the loops are daemons and need nobody to wait for them.
            Thread.currentThread().interrupt();
            return;
        }
        context.close();
    }
}
