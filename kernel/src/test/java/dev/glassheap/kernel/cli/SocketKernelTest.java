package dev.glassheap.kernel.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Header;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.transport.BindException;
import dev.glassheap.kernel.wire.ConnectionFile;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole kernel on loopback. */
class SocketKernelTest {

    private final RunningKernel kernel = new RunningKernel();
    private final TestClient client = new TestClient(kernel.connection, "client").awaitWelcome();

    @AfterEach
    void end() throws InterruptedException {
        kernel.close();
        client.close();
    }

    @Test
    void a_cell_travels_there_and_back() {
        Message cell = client.execute("print grüße 𝐚\nvalue 42");

        assertThat(client.reply(cell).content()).containsEntry("status", "ok").containsEntry("execution_count", 1);
        List<Message> published = client.publishedUntilIdle(cell);
        assertThat(published.stream().map(Message::type))
                .containsExactly("status", "execute_input", "stream", "execute_result", "status");
        assertThat(published.get(2).content()).containsEntry("text", "grüße 𝐚\n");
    }

    @Test
    void ten_thousand_lines_arrive_in_few_messages_and_before_idle() {
        Message cell = client.execute("lines 10000");

        List<String> texts = client.publishedUntilIdle(cell).stream()
                .filter(message -> message.type().equals("stream"))
                .map(message -> message.content().get("text").toString())
                .toList();

        assertThat(texts).hasSizeLessThanOrEqualTo(20);
        assertThat(String.join("", texts))
                .isEqualTo(IntStream.range(0, 10_000).mapToObj(i -> i + "\n").collect(Collectors.joining()));
    }

    @Test
    void many_messages_are_not_lost_before_a_client_reads_them() {
        int displays = 5_000;
        Message cell = client.execute("display x\n".repeat(displays));

        client.reply(cell);

        assertThat(client.publishedUntilIdle(cell).stream().filter(message -> message.type().equals("display_data")))
                .hasSize(displays);
    }

    @Test
    void an_interrupt_on_control_ends_a_busy_cell_and_keeps_the_kernel() {
        Message cell = client.execute("loop");
        client.awaitPublished(cell, "status");

        Message interrupt = client.send(Channel.CONTROL, "interrupt_request", Map.of());

        assertThat(client.reply(interrupt).content()).containsEntry("status", "ok");
        assertThat(client.reply(cell).content()).containsEntry("ename", "KeyboardInterrupt");
        client.assertThatTheNextCellWorks();
    }

    @Test
    void a_question_on_stdin_reaches_the_client_that_sent_the_cell() {
        try (TestClient other = new TestClient(kernel.connection, "other").awaitWelcome()) {
            Message cell = client.execute("input Name? ");
            Message question = client.receive(Channel.STDIN);
            assertThat(question.type()).isEqualTo("input_request");
            assertThat(question.parentHeader()).isEqualTo(cell.header().fields());

            client.send(Channel.STDIN, "input_reply", Map.of("value", "Ada"));

            assertThat(client.reply(cell).content()).containsEntry("status", "ok");
            assertThat(other.publishedUntilIdle(cell).stream().map(Message::type)).contains("stream");
        }
    }

    @Test
    void every_subscriber_is_welcomed() {
        for (int i = 0; i < 3; i++) {
            new TestClient(kernel.connection, "late " + i).awaitWelcome().close();
        }
        client.assertThatTheNextCellWorks();
    }

    @Test
    void the_heartbeat_echoes_any_bytes() {
        assertThat(client.beat(new byte[] {1, 2, 3})).containsExactly(1, 2, 3);
        assertThat(client.beat(new byte[0])).isEmpty();
        byte[] large = new byte[1 << 20];
        assertThat(client.beat(large)).isEqualTo(large);
    }

    @Test
    void shutdown_is_answered_before_the_sockets_close() throws InterruptedException {
        Message shutdown = client.send(Channel.CONTROL, "shutdown_request", Map.of("restart", true));

        assertThat(client.reply(shutdown).content()).isEqualTo(Map.of("status", "ok", "restart", true));
        assertThat(client.publishedUntilIdle(shutdown).stream().map(Message::type))
                .containsExactly("status", "shutdown_reply", "status");
        kernel.awaitEnd();
        assertThat(kernel.interpreter.shutdown()).contains(true);
    }

    @Test
    void shutdown_reaches_a_kernel_whose_cell_runs() throws InterruptedException {
        Message cell = client.execute("loop");
        client.awaitPublished(cell, "execute_input");

        Message shutdown = client.send(Channel.CONTROL, "shutdown_request", Map.of());

        client.reply(shutdown);
        assertThat(client.reply(cell).content()).containsEntry("status", "error");
        kernel.awaitEnd();
    }

    @Test
    void messages_with_a_wrong_signature_are_dropped() throws InterruptedException {
        ConnectionFile c = kernel.connection;
        ConnectionFile wrongKey = new ConnectionFile(c.transport(), c.ip(), c.shellPort(), c.controlPort(), c.stdinPort(),
                c.iopubPort(), c.hbPort(), c.signatureScheme(), "another key");
        try (TestClient stranger = new TestClient(wrongKey, "stranger")) {
            for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
                stranger.send(channel, "shutdown_request", Map.of());
                kernel.awaitLog(channel + ": dropped a message: wrong signature");
            }
        }

        client.assertThatTheNextCellWorks();
    }

    @Test
    void a_message_sent_twice_is_answered_once() throws InterruptedException {
        Header header = Header.of("twice", "s", "u", Instant.EPOCH, "execute_request");
        Message twice = new Message(
                Channel.SHELL, List.of(), header, Map.of(), Map.of(), Map.of("code", "x"), List.of());
        List<byte[]> frames = client.encode(twice);
        client.sendFrames(Channel.SHELL, frames);
        client.sendFrames(Channel.SHELL, frames);

        client.reply(twice);
        client.publishedUntilIdle(twice);
        kernel.awaitLog("SHELL: dropped a message: a signature that was used before");
        client.assertThatTheNextCellWorks();
    }

    @Test
    void malformed_frames_on_every_port_are_dropped() {
        Random random = new Random(7);
        for (Channel channel : List.of(Channel.SHELL, Channel.CONTROL, Channel.STDIN)) {
            for (int i = 0; i < 50; i++) {
                client.sendFrames(channel, randomFrames(random));
            }
            client.sendFrames(channel, List.of(new byte[8 << 20]));
        }
        client.beat(new byte[] {1});

        client.assertThatTheNextCellWorks();
        client.reply(client.send(Channel.CONTROL, "kernel_info_request", Map.of()));
    }

    private static List<byte[]> randomFrames(Random random) {
        List<byte[]> frames = new ArrayList<>();
        int count = 1 + random.nextInt(9);
        for (int i = 0; i < count; i++) {
            byte[] frame = new byte[random.nextInt(4) == 0 ? 0 : random.nextInt(300)];
            random.nextBytes(frame);
            frames.add(random.nextInt(3) == 0 ? "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII) : frame);
        }
        return frames;
    }

    @Test
    void bytes_that_are_no_zeromq_do_not_harm_any_port() throws IOException {
        Random random = new Random(11);
        ConnectionFile c = kernel.connection;
        for (int port : new int[] {c.shellPort(), c.controlPort(), c.stdinPort(), c.iopubPort(), c.hbPort()}) {
            for (int i = 0; i < 30; i++) {
                try (Socket socket = new Socket(c.ip(), port)) {
                    socket.getOutputStream().write(garbage(i, random));
                }
            }
        }

        client.assertThatTheNextCellWorks();
        assertThat(client.beat(new byte[] {5})).containsExactly(5);
        client.reply(client.send(Channel.CONTROL, "kernel_info_request", Map.of()));
        new TestClient(kernel.connection, "after the storm").awaitWelcome().close();
    }

    /** HTTP, pure noise, and noise behind a beginning that looks like ZMTP 3. */
    private static byte[] garbage(int i, Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        if (i % 3 == 0) {
            return "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        }
        if (i % 3 == 1 && bytes.length > 64) {
            byte[] greeting = {(byte) 0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F, 3, 0, 'N', 'U', 'L', 'L'};
            System.arraycopy(greeting, 0, bytes, 0, greeting.length);
            Arrays.fill(bytes, greeting.length, 64, (byte) 0);
        }
        return bytes;
    }

    /** Lengths that are negative as signed numbers; see FrameAllocator. */
    @Test
    void frames_that_claim_to_be_endless_do_not_harm_any_port() throws IOException {
        byte[] zmtp1 = HexFormat.of().parseHex("ff" + "80000000" + "7fffffff" + "00".repeat(20));
        byte[] zmtp2 = HexFormat.of().parseHex(
                "ff00000000000000007f" + "0105" + "02" + "ffffffff" + "7fffffff" + "00".repeat(20));
        byte[] negative = HexFormat.of().parseHex("ff" + "ffffffff" + "fffffff0" + "00".repeat(20));
        ConnectionFile c = kernel.connection;
        for (int port : new int[] {c.shellPort(), c.controlPort(), c.stdinPort(), c.iopubPort(), c.hbPort()}) {
            for (byte[] evil : List.of(zmtp1, zmtp2, negative)) {
                try (Socket socket = new Socket(c.ip(), port)) {
                    socket.getOutputStream().write(evil);
                    socket.shutdownOutput();
                    // The kernel has read it all when it closes its side.
                    socket.setSoTimeout(10_000);
                    socket.getInputStream().readAllBytes();
                }
            }
        }

        client.assertThatTheNextCellWorks();
        new TestClient(kernel.connection, "after the storm").awaitWelcome().close();
    }

    @Test
    void a_port_that_is_taken_is_an_error_of_one_sentence() {
        assertThatThrownBy(() -> new KernelProcess(kernel.interpreter, kernel.connection, line -> {}))
                .isInstanceOf(BindException.class)
                .hasMessage("cannot listen on tcp://127.0.0.1:%d for SHELL".formatted(kernel.connection.shellPort()));
    }
}
