package dev.glassheap.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.interpreter.EchoInterpreter;
import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Connect;
import dev.glassheap.kernel.protocol.Header;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.wire.ConnectionFile;
import dev.glassheap.kernel.wire.FrameCodec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A kernel of the echo language without sockets: requests in, messages out in the order in which the kernel sent them. */
final class InMemoryKernel implements AutoCloseable {

    static final String KEY = "key";
    static final byte[] CLIENT = "client".getBytes(StandardCharsets.US_ASCII);

    private static final long SECONDS = 10;

    private final FrameCodec codec = codec();
    final EchoInterpreter interpreter = new EchoInterpreter();
    final List<String> log = new ArrayList<>();
    final Kernel kernel;
    private final BlockingQueue<Message> sent = new LinkedBlockingQueue<>();
    private final ConcurrentLinkedQueue<Message> aside = new ConcurrentLinkedQueue<>();
    private volatile CountDownLatch room = new CountDownLatch(0);
    private int requests;

    InMemoryKernel() {
        kernel = new Kernel(interpreter, new Connect.Reply(1, 2, 3, 4, 5), outbox(), this::log);
        kernel.start();
        assertThat(describe(next())).isEqualTo("status starting");
    }

    /** Refuses, as the transport does, values that JSON cannot say. */
    private void accept(Message message) {
        codec.encode(message);
        sent.add(message);
    }

    private Outbox outbox() {
        return new Outbox() {
            @Override
            public void send(Message message) {
                accept(message);
            }

            @Override
            public boolean awaitRoom(long millis) throws InterruptedException {
                return room.await(millis, TimeUnit.MILLISECONDS);
            }
        };
    }

    /** From now on the outbox has no room for output, until the latch is counted down. */
    CountDownLatch takeRoom() {
        room = new CountDownLatch(1);
        return room;
    }

    static FrameCodec codec() {
        return new FrameCodec(new ConnectionFile("tcp", "127.0.0.1", 1, 2, 3, 4, 5, "hmac-sha256", KEY));
    }

    /** How many messages that were kept for later are a status of this state. */
    long asideWithStatus(String state) {
        return aside.stream().filter(message -> describe(message).equals("status " + state)).count();
    }

    private synchronized void log(String line) {
        log.add(line);
    }

    Message request(Channel channel, String type, Map<String, Object> content) {
        String id = "request-" + ++requests;
        Map<String, Object> header = new LinkedHashMap<>(
                Map.of("msg_id", id, "msg_type", type, "session", "s", "username", "u", "date", "d", "extra", List.of(1, 2)));
        Message message = new Message(
                channel, List.of(CLIENT), new Header(header), Map.of(), Map.of(), content, List.of());
        switch (channel) {
            case SHELL -> kernel.shell(message);
            case CONTROL -> kernel.control(message);
            case STDIN -> kernel.stdin(message);
            case IOPUB -> throw new IllegalArgumentException("nobody sends on iopub");
        }
        return message;
    }

    Message shell(String type, Object... namesAndValues) {
        return request(Channel.SHELL, type, content(namesAndValues));
    }

    Message control(String type, Object... namesAndValues) {
        return request(Channel.CONTROL, type, content(namesAndValues));
    }

    Message execute(String code, Object... namesAndValues) {
        Map<String, Object> content = content(namesAndValues);
        content.put("code", code);
        return request(Channel.SHELL, "execute_request", content);
    }

    void answer(String value, Map<String, Object> parentHeader) {
        kernel.stdin(new Message(
                Channel.STDIN,
                List.of(CLIENT),
                Header.of("answer", "s", "u", Instant.EPOCH, "input_reply"),
                parentHeader,
                Map.of(),
                Map.of("value", value),
                List.of()));
    }

    static Map<String, Object> content(Object... namesAndValues) {
        Map<String, Object> content = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            content.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return content;
    }

    /** All that the kernel says about a request, until its idle. Messages about other requests are kept for later. */
    List<Message> untilIdle(Message request) {
        List<Message> about = new ArrayList<>();
        while (true) {
            Message message = nextAbout(request);
            about.add(message);
            if (describe(message).equals("status idle")) {
                return about;
            }
        }
    }

    /** The next message that has this request as its parent. */
    Message nextAbout(Message request) {
        for (Message message : aside) {
            if (isAbout(request, message)) {
                aside.remove(message);
                return message;
            }
        }
        while (true) {
            Message message = next();
            if (isAbout(request, message)) {
                return message;
            }
            aside.add(message);
        }
    }

    private static boolean isAbout(Message request, Message message) {
        return message.parentHeader().equals(request.header().fields());
    }

    Message next() {
        try {
            Message message = sent.poll(SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("the kernel's next message, after the log %s", log).isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until the kernel says this about a request. */
    Message await(Message request, String description) {
        Message message = nextAbout(request);
        while (!describe(message).equals(description)) {
            message = nextAbout(request);
        }
        return message;
    }

    List<String> describeUntilIdle(Message request) {
        return untilIdle(request).stream().map(InMemoryKernel::describe).toList();
    }

    /** A message in a few words: its type and what matters in it. */
    static String describe(Message message) {
        Map<String, Object> content = message.content();
        String detail = switch (message.type()) {
            case "status" -> content.get("execution_state").toString();
            case "stream" -> content.get("name") + " " + content.get("text").toString().replace("\n", "|");
            case "execute_input" -> content.get("execution_count") + " " + content.get("code").toString().replace("\n", "|");
            case "execute_result" -> content.get("execution_count") + " " + content.get("data");
            case "display_data", "update_display_data" -> content.get("data") + " " + content.get("transient");
            case "clear_output" -> content.get("wait").toString();
            case "error" -> content.get("ename") + " " + content.get("evalue");
            case "execute_reply" -> content.get("status") + " " + content.get("execution_count");
            case "input_request" -> content.get("prompt") + " " + content.get("password");
            case "comm_msg", "comm_close" -> content.get("comm_id") + " " + content.get("data");
            default -> String.valueOf(content.getOrDefault("status", ""));
        };
        return (message.type() + " " + detail).strip();
    }

    @Override
    public void close() throws InterruptedException {
        kernel.stop();
        kernel.awaitEnd();
    }
}
