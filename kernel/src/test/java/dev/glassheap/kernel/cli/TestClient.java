package dev.glassheap.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Header;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.wire.ConnectionFile;
import dev.glassheap.kernel.wire.FrameCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zeromq.SocketType;
import org.zeromq.ZMQ;

/** A front end of a few lines, on real sockets. Used by one thread. */
final class TestClient implements AutoCloseable {

    private static final int MILLIS = 10_000;

    private final ZMQ.Context context = ZMQ.context(1);
    private final Map<Channel, ZMQ.Socket> sockets = new EnumMap<>(Channel.class);
    private final ZMQ.Socket heartbeat;
    private final FrameCodec codec;
    private int requests;

    TestClient(ConnectionFile connection, String identity) {
        codec = new FrameCodec(connection);
        byte[] id = identity.getBytes(StandardCharsets.UTF_8);
        sockets.put(Channel.SHELL, connect(SocketType.DEALER, connection, connection.shellPort(), id));
        sockets.put(Channel.CONTROL, connect(SocketType.DEALER, connection, connection.controlPort(), id));
        sockets.put(Channel.STDIN, connect(SocketType.DEALER, connection, connection.stdinPort(), id));
        sockets.put(Channel.IOPUB, connect(SocketType.SUB, connection, connection.iopubPort(), id));
        heartbeat = connect(SocketType.REQ, connection, connection.hbPort(), id);
        sockets.get(Channel.IOPUB).subscribe(new byte[0]);
    }

    private ZMQ.Socket connect(SocketType type, ConnectionFile connection, int port, byte[] identity) {
        ZMQ.Socket socket = context.socket(type);
        socket.setIdentity(identity);
        socket.setLinger(0);
        socket.setRcvHWM(0);
        socket.setReceiveTimeOut(MILLIS);
        socket.connect("tcp://" + connection.ip() + ":" + port);
        return socket;
    }

    /** Waits for {@code iopub_welcome}: from then on nothing can be missed. */
    TestClient awaitWelcome() {
        Message message = receive(Channel.IOPUB);
        while (!message.type().equals("iopub_welcome")) {
            message = receive(Channel.IOPUB);
        }
        return this;
    }

    byte[] beat(byte[] bytes) {
        heartbeat.send(bytes);
        return heartbeat.recv();
    }

    Message send(Channel channel, String type, Map<String, Object> content) {
        Header header = Header.of("request-" + ++requests, "client", "tester", Instant.now(), type);
        Message message = new Message(channel, List.of(), header, Map.of(), Map.of(), content, List.of());
        sendFrames(channel, codec.encode(message));
        return message;
    }

    Message execute(String code) {
        return send(Channel.SHELL, "execute_request", Map.of("code", code));
    }

    void sendFrames(Channel channel, List<byte[]> frames) {
        ZMQ.Socket socket = sockets.get(channel);
        for (int i = 0; i < frames.size(); i++) {
            socket.send(frames.get(i), i < frames.size() - 1 ? ZMQ.SNDMORE : 0);
        }
    }

    List<byte[]> encode(Message message) {
        return codec.encode(message);
    }

    Message receive(Channel channel) {
        ZMQ.Socket socket = sockets.get(channel);
        List<byte[]> frames = new ArrayList<>();
        byte[] first = socket.recv();
        assertThat(first).as("a message on " + channel).isNotNull();
        frames.add(first);
        while (socket.hasReceiveMore()) {
            frames.add(socket.recv());
        }
        return codec.decode(channel, frames);
    }

    /** The reply to a request. */
    Message reply(Message request) {
        Message reply = receive(request.channel());
        assertThat(reply.parentHeader()).isEqualTo(request.header().fields());
        return reply;
    }

    /** What was published about a request, to its idle. */
    List<Message> publishedUntilIdle(Message request) {
        List<Message> about = new ArrayList<>();
        while (true) {
            Message message = receive(Channel.IOPUB);
            boolean isAbout = message.parentHeader().equals(request.header().fields());
            if (isAbout) {
                about.add(message);
            }
            if (isAbout && message.type().equals("status") && message.content().get("execution_state").equals("idle")) {
                return about;
            }
        }
    }

    void awaitPublished(Message request, String type) {
        Message message = receive(Channel.IOPUB);
        while (!message.type().equals(type) || !message.parentHeader().equals(request.header().fields())) {
            message = receive(Channel.IOPUB);
        }
    }

    /** Whether the kernel still runs cells. */
    void assertThatTheNextCellWorks() {
        Message cell = execute("value still here");
        assertThat(reply(cell).content()).containsEntry("status", "ok");
        assertThat(publishedUntilIdle(cell).stream().map(Message::type))
                .containsExactly("status", "execute_input", "execute_result", "status");
    }

    @Override
    public void close() {
        sockets.values().forEach(ZMQ.Socket::close);
        heartbeat.close();
        context.close();
    }
}
