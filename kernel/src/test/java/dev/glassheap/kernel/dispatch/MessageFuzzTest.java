package dev.glassheap.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Header;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.wire.FrameCodec;
import dev.glassheap.kernel.wire.MalformedFramesException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Frames and messages that nobody in his right mind would send, by somebody who knows the key and by somebody who does not. Every
 * case is dropped with a reason, or framed by busy and idle; the kernel answers as before.
 *
 * <p>{@code -Dglassheap.fuzz.cases=N} and {@code -Dglassheap.fuzz.seed=S} choose other cases.
 */
class MessageFuzzTest {

    private static final int CASES = Integer.getInteger("glassheap.fuzz.cases", 5_000);
    private static final long SEED = Long.getLong("glassheap.fuzz.seed", 3_11);

    /** No {@code shutdown_request}: it would end the game. */
    private static final List<String> TYPES = List.of(
            "kernel_info_request", "connect_request", "execute_request", "complete_request", "inspect_request",
            "is_complete_request", "history_request", "comm_info_request", "comm_open", "comm_msg", "comm_close",
            "interrupt_request", "input_reply", "debug_request", "status", "", "𝐚\u0000");

    private static final List<String> FIELDS = List.of(
            "code", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error", "cursor_pos", "detail_level",
            "output", "raw", "hist_access_type", "session", "start", "stop", "n", "pattern", "unique", "comm_id", "target_name",
            "data", "value", "restart", "no_such_field");

    private static final List<String> TEXTS = List.of(
            "", "x", "print a", "fail b", "crash", "value \uD835", "display d", "unspeakable", "tail", "range", "search", "*[?",
            "echo", "broken", "c1", "\u0000", "𝐚𝐚 pri", "lines 3", "x".repeat(5_000));

    private final Random random = new Random(SEED);
    private final InMemoryKernel kernel = new InMemoryKernel();
    private final FrameCodec sender = InMemoryKernel.codec();
    private final FrameCodec receiver = InMemoryKernel.codec();

    @AfterEach
    void end() throws InterruptedException {
        kernel.close();
    }

    @Test
    void no_case_ends_the_kernel_or_leaves_it_busy() {
        int refused = 0;
        for (int i = 0; i < CASES; i++) {
            List<byte[]> frames = frames(i);
            try {
                deliver(receiver.decode(channel(), frames));
            } catch (MalformedFramesException e) {
                assertThat(e).as("case %d of seed %d", i, SEED).hasMessageMatching("(?s).{5,300}");
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError("case %d of seed %d".formatted(i, SEED), e);
            }
        }
        assertThat(refused).isBetween(CASES / 4, CASES * 3 / 4);
        Message last = kernel.shell("kernel_info_request");
        assertThat(kernel.untilIdle(last)).hasSize(3);
        assertThat(kernel.asideWithStatus("busy")).isEqualTo(kernel.asideWithStatus("idle")).isPositive();
    }

    private void deliver(Message message) {
        if (message.type().equals("shutdown_request")) {
            return;
        }
        switch (message.channel()) {
            case SHELL -> kernel.kernel.shell(message);
            case CONTROL -> kernel.kernel.control(message);
            case STDIN, IOPUB -> kernel.kernel.stdin(message);
        }
    }

    private Channel channel() {
        return pick(List.of(Channel.SHELL, Channel.SHELL, Channel.SHELL, Channel.CONTROL, Channel.STDIN));
    }

    private List<byte[]> frames(int number) {
        Header header = Header.of("fuzz-" + number, "s", "u", Instant.EPOCH, pick(TYPES));
        Message message = new Message(
                Channel.SHELL, List.of(bytes(20)), header, object(2), object(1), content(), List.of(bytes(5)));
        List<byte[]> frames = new ArrayList<>(sender.encode(message));
        for (int changes = random.nextInt(3); changes > 0; changes--) {
            change(frames);
        }
        if (random.nextBoolean()) {
            sign(frames);
        }
        return frames;
    }

    private void change(List<byte[]> frames) {
        if (frames.isEmpty()) {
            return;
        }
        int at = random.nextInt(frames.size());
        switch (random.nextInt(7)) {
            case 0 -> frames.remove(at);
            case 1 -> frames.add(at, bytes(100));
            case 2 -> frames.add(at, "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII));
            case 3 -> Collections.swap(frames, at, random.nextInt(frames.size()));
            case 4 -> frames.set(at, Arrays.copyOf(frames.get(at), random.nextInt(frames.get(at).length + 1)));
            case 5 -> flip(frames.get(at));
            default -> frames.set(at, pick(List.of("[]", "null", "{}", "{\"msg_id\":{}}", "[".repeat(9_999), "\uFEFF{}"))
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private void flip(byte[] frame) {
        if (frame.length > 0) {
            frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
        }
    }

    /** Makes whatever stands behind the delimiter a message of somebody who knows the key. */
    private static void sign(List<byte[]> frames) {
        for (int i = 0; i + 5 < frames.size(); i++) {
            if (Arrays.equals(frames.get(i), "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII))) {
                frames.set(i + 1, hmac(frames.subList(i + 2, i + 6)));
                return;
            }
        }
    }

    private static byte[] hmac(List<byte[]> frames) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(InMemoryKernel.KEY.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            frames.forEach(mac::update);
            return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private Map<String, Object> content() {
        Map<String, Object> content = object(3);
        if (random.nextInt(4) > 0) {
            content.put("code", pick(TEXTS));
        }
        return content;
    }

    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            object.put(pick(FIELDS), value(depth));
        }
        return object;
    }

    private Object value(int depth) {
        List<Supplier<Object>> kinds = List.of(
                () -> pick(TEXTS),
                () -> pick(TEXTS),
                random::nextBoolean,
                () -> pick(List.of(0, -1, 7, Integer.MAX_VALUE, Integer.MIN_VALUE)),
                random::nextLong,
                random::nextDouble,
                () -> null,
                () -> depth == 0 ? List.of() : Arrays.asList(value(depth - 1), 1),
                () -> depth == 0 ? Map.of() : object(depth - 1));
        return pick(kinds).get();
    }

    private byte[] bytes(int bound) {
        byte[] bytes = new byte[random.nextInt(bound)];
        random.nextBytes(bytes);
        return bytes;
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
