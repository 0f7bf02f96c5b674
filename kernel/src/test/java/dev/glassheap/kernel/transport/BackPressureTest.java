package dev.glassheap.kernel.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Header;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.wire.ConnectionFile;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens when clients read more slowly than the kernel publishes. */
class BackPressureTest {

    private static final int MILLIS = 10_000;

    /** More than queues and the system's buffers can hold of messages of 64 KiB. */
    private static final int FLOOD = 4_000;

    private static final String PADDING = "x".repeat(64 << 10);

    private final BlockingQueue<String> subscriptions = new LinkedBlockingQueue<>();
    private final List<AutoCloseable> open = new ArrayList<>();

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
    }

    private ConnectionFile freePorts() throws IOException {
        List<Integer> ports = new ArrayList<>();
        List<ServerSocket> held = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            ports.add(held.get(i).getLocalPort());
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return new ConnectionFile("tcp", "127.0.0.1", ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4),
                "hmac-sha256", "");
    }

    private Transport transport(ConnectionFile connection, long patienceMillis) {
        Transport transport = new Transport(connection, Map.of(), subscriptions::add, line -> {}, () -> {}, patienceMillis);
        transport.start();
        open.add(transport);
        return transport;
    }

    private ZmtpSocket subscriber(ConnectionFile connection) throws InterruptedException {
        ZmtpSocket socket = new ZmtpSocket("SUB", "", connection.ip(), connection.iopubPort());
        open.addFirst(socket);
        byte[] subscribeToAll = {1};
        socket.send(List.of(subscribeToAll));
        assertThat(subscriptions.poll(MILLIS, TimeUnit.MILLISECONDS)).isEmpty();
        return socket;
    }

    private static Message message(int number) {
        return new Message(
                Channel.IOPUB,
                List.of("topic".getBytes(StandardCharsets.US_ASCII)),
                Header.of(String.valueOf(number), "s", "u", Instant.EPOCH, "stream"),
                Map.of(),
                Map.of(),
                Map.of("text", PADDING),
                List.of());
    }

    private static String headerOfNext(ZmtpSocket socket) {
        return new String(socket.receive().get(3), StandardCharsets.UTF_8);
    }

    @Test
    void a_publisher_that_waits_for_room_fills_no_memory_and_loses_nothing() throws Exception {
        ConnectionFile connection = freePorts();
        Transport transport = transport(connection, MILLIS);
        ZmtpSocket slow = subscriber(connection);

        int sent = 0;
        while (sent < FLOOD && transport.awaitRoom(500)) {
            transport.send(message(sent++));
        }

        assertThat(sent).as("messages until there was no room").isBetween(200, FLOOD - 1);
        for (int i = 0; i < sent; i++) {
            assertThat(headerOfNext(slow)).contains("\"msg_id\":\"" + i + "\"");
        }
        assertThat(transport.awaitRoom(MILLIS)).isTrue();
    }

    @Test
    void a_client_that_never_reads_does_not_stop_the_others() throws Exception {
        ConnectionFile connection = freePorts();
        Transport transport = transport(connection, 100);
        subscriber(connection);
        ZmtpSocket reader = subscriber(connection);

        Thread publisher = new Thread(() -> {
            for (int i = 0; i < FLOOD; i++) {
                transport.send(message(i));
            }
        });
        publisher.start();

        for (int i = 0; i < FLOOD; i++) {
            assertThat(headerOfNext(reader)).contains("\"msg_id\":\"" + i + "\"");
        }
        publisher.join();
    }
}
