package dev.glassheap.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Header;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.transport.ZmtpSocket;
import dev.glassheap.kernel.wire.ConnectionFile;
import dev.glassheap.kernel.wire.FrameCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A front end of a few lines, on real sockets. Used by one thread. */
final class TestClient implements AutoCloseable {

    private final Map<Channel, ZmtpSocket> sockets = new EnumMap<>(Channel.class);
    private final ZmtpSocket heartbeat;
    private final FrameCodec codec;
    private int requests;

    TestClient(ConnectionFile connection, String identity) {
        codec = new FrameCodec(connection);
        sockets.put(Channel.SHELL, connect("DEALER", connection, connection.shellPort(), identity));
        sockets.put(Channel.CONTROL, connect("DEALER", connection, connection.controlPort(), identity));
        sockets.put(Channel.STDIN, connect("DEALER", connection, connection.stdinPort(), identity));
        sockets.put(Channel.IOPUB, connect("SUB", connection, connection.iopubPort(), identity));
        heartbeat = connect("REQ", connection, connection.hbPort(), identity);
        byte[] subscribeToAll = {1};
        sockets.get(Channel.IOPUB).send(List.of(subscribeToAll));
    }

    private static ZmtpSocket connect(String type, ConnectionFile connection, int port, String identity) {
        return new ZmtpSocket(type, identity, connection.ip(), port);
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
        heartbeat.send(List.of(new byte[0], bytes));
        return heartbeat.receive().getLast();
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
        sockets.get(channel).send(frames);
    }

    List<byte[]> encode(Message message) {
        return codec.encode(message);
    }

    Message receive(Channel channel) {
        return codec.decode(channel, sockets.get(channel).receive());
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
        sockets.values().forEach(ZmtpSocket::close);
        heartbeat.close();
    }
}
