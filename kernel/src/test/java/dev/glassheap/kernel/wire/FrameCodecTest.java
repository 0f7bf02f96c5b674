package dev.glassheap.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.glassheap.kernel.protocol.Channel;
import dev.glassheap.kernel.protocol.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameCodecTest {

    private static final String KEY = "a0436f6c-1916-498b-8eb9-e81ab9368e84";
    private static final String HEADER = "{\"msg_id\":\"1\",\"msg_type\":\"execute_request\",\"more\":[1.5,null]}";

    private final FrameCodec codec = new FrameCodec("hmac-sha256", KEY);
    private final Signer signer = new Signer("hmac-sha256", KEY);

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private List<byte[]> signed(byte[]... jsonFrames) {
        List<byte[]> frames = new ArrayList<>(List.of(utf8("identity"), utf8("<IDS|MSG>")));
        frames.add(signer.sign(List.of(jsonFrames)));
        frames.addAll(List.of(jsonFrames));
        return frames;
    }

    private List<byte[]> signed(String header, String parent, String metadata, String content) {
        return signed(utf8(header), utf8(parent), utf8(metadata), utf8(content));
    }

    @Test
    void the_signature_is_the_one_other_implementations_compute() {
        // Computed with Python's hmac module.
        List<byte[]> frames = List.of(utf8("{\"a\":1}"), utf8("{}"), utf8("{}"), utf8("{\"b\":\"ä\"}"));

        assertThat(new String(new Signer("hmac-sha256", "secret").sign(frames), StandardCharsets.US_ASCII))
                .isEqualTo("bcfcbf5696fc38dc560406647f97c0b85666e237752294cb23fc7039738da014");
        assertThat(new String(new Signer("hmac-md5", "secret").sign(frames), StandardCharsets.US_ASCII))
                .isEqualTo("edc3d46fff7dd934c6c3f10d11b965d9");
    }

    @Test
    void a_message_is_read_whole() {
        List<byte[]> frames = signed(HEADER, "{\"p\":1}", "{\"m\":true}", "{\"code\":\"ü𝐚\",\"big\":123456789012345678901}");
        frames.add(new byte[] {1, 2});

        Message message = codec.decode(Channel.SHELL, frames);

        assertThat(message.route()).containsExactly(utf8("identity"));
        assertThat(message.type()).isEqualTo("execute_request");
        assertThat(message.header().fields().get("more")).asList().containsExactly(1.5, null);
        assertThat(message.parentHeader()).isEqualTo(Map.of("p", 1));
        assertThat(message.metadata()).isEqualTo(Map.of("m", true));
        assertThat(message.content()).containsEntry("code", "ü𝐚").containsKey("big");
        assertThat(message.buffers()).containsExactly(new byte[] {1, 2});
    }

    @Test
    void what_is_written_can_be_read_by_another_with_the_key() {
        Message message = codec.decode(Channel.SHELL, signed(HEADER, "{\"p\":1}", "{}", "{\"x\":[1,2.5,\"\\u0000\"]}"));

        Message again = new FrameCodec("hmac-sha256", KEY).decode(Channel.SHELL, codec.encode(message));

        assertThat(again.header()).isEqualTo(message.header());
        assertThat(again.parentHeader()).isEqualTo(message.parentHeader());
        assertThat(again.content()).isEqualTo(message.content());
        assertThat(again.route()).containsExactly(utf8("identity"));
    }

    @Test
    void a_wrong_signature_is_refused() {
        List<byte[]> frames = signed(HEADER, "{}", "{}", "{}");
        frames.set(5, utf8("{\"changed\":1}"));

        assertThatThrownBy(() -> codec.decode(Channel.SHELL, frames))
                .isInstanceOf(MalformedFramesException.class)
                .hasMessage("wrong signature");
        frames.set(2, new byte[0]);
        assertThatThrownBy(() -> codec.decode(Channel.SHELL, frames)).hasMessage("wrong signature");
    }

    @Test
    void a_recorded_message_is_refused_on_any_channel() {
        List<byte[]> frames = signed(HEADER, "{}", "{}", "{}");
        codec.decode(Channel.SHELL, frames);

        assertThatThrownBy(() -> codec.decode(Channel.CONTROL, frames))
                .isInstanceOf(MalformedFramesException.class)
                .hasMessage("a signature that was used before");
    }

    @Test
    void without_a_key_nothing_is_checked() {
        FrameCodec open = new FrameCodec("hmac-sha256", "");
        List<byte[]> frames = signed(HEADER, "{}", "{}", "{}");
        frames.set(2, utf8("anything"));

        assertThat(open.decode(Channel.SHELL, frames).type()).isEqualTo("execute_request");
        assertThat(open.decode(Channel.SHELL, frames).type()).isEqualTo("execute_request");
        assertThat(open.encode(open.decode(Channel.SHELL, frames)).get(2)).isEmpty();
    }

    @Test
    void missing_frames_are_refused() {
        List<byte[]> frames = signed(HEADER, "{}", "{}", "{}");

        IntStream.range(0, frames.size()).forEach(count ->
                assertThatThrownBy(() -> codec.decode(Channel.SHELL, frames.subList(0, count)))
                        .isInstanceOf(MalformedFramesException.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "5", "null", "{} {}", "{\"msg_id\":\"1\"}", "{\"msg_id\":1,\"msg_type\":\"x\"}", "{a:1}",
            "{\"msg_id\":\"1\",\"msg_type\":null}", "NaN", "{\"msg_id\":\"1\",\"msg_type\":\"\\uD8\"}"})
    void headers_that_are_none_are_refused(String header) {
        assertThatThrownBy(() -> codec.decode(Channel.SHELL, signed(header, "{}", "{}", "{}")))
                .isInstanceOf(MalformedFramesException.class);
    }

    @Test
    void text_that_is_not_utf8_is_refused() {
        byte[] latin1 = "{\"code\":\"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> codec.decode(Channel.SHELL, signed(utf8(HEADER), utf8("{}"), utf8("{}"), latin1)))
                .isInstanceOf(MalformedFramesException.class)
                .hasMessage("content is not UTF-8");
    }

    @Test
    void nesting_that_could_exhaust_the_stack_is_refused() {
        String deep = "{\"a\":" + "[".repeat(100_000) + "]".repeat(100_000) + "}";

        assertThatThrownBy(() -> codec.decode(Channel.SHELL, signed(HEADER, "{}", "{}", deep)))
                .isInstanceOf(MalformedFramesException.class);
    }

    @Test
    void the_replay_guard_forgets_the_oldest() {
        ReplayGuard guard = new ReplayGuard();
        assertThat(guard.admits(utf8("first"))).isTrue();
        for (int i = 1; i < ReplayGuard.CAPACITY; i++) {
            assertThat(guard.admits(utf8("s" + i))).isTrue();
        }
        assertThat(guard.admits(utf8("first"))).isFalse();

        assertThat(guard.admits(utf8("one more"))).isTrue();

        assertThat(guard.admits(utf8("first"))).isTrue();
    }

    @Test
    void an_unknown_signature_scheme_is_refused() {
        assertThatThrownBy(() -> new Signer("rot13", "k")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Signer("hmac-rot13", "k")).isInstanceOf(IllegalArgumentException.class);
    }
}
