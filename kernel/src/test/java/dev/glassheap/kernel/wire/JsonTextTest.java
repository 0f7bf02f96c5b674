package dev.glassheap.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTextTest {

    private static String write(Map<?, ?> object) {
        return new String(JsonText.write(object), StandardCharsets.UTF_8);
    }

    private static Map<String, Object> read(String text) {
        return JsonText.readObject("text", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void neutral_values_survive_in_order() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("z", 1);
        object.put("long", 1L << 40);
        object.put("big", BigInteger.TWO.pow(100));
        object.put("double", 0.1);
        object.put("list", Arrays.asList("a", null, true, Map.of("k", List.of())));
        object.put("text", "\"\\\u0000\n\u2028𝐚");

        Map<String, Object> again = read(write(object));

        assertThat(again).isEqualTo(object);
        assertThat(again.keySet()).containsExactlyElementsOf(object.keySet());
    }

    @Test
    void numbers_that_json_does_not_have_become_null() {
        assertThat(write(Map.of("a", List.of(Double.NaN, Double.NEGATIVE_INFINITY)))).isEqualTo("{\"a\":[null,null]}");
    }

    @Test
    void halves_of_surrogate_pairs_become_a_mark() {
        assertThat(read(write(Map.of("a", "\uD835x\uDC1A𝐚\uD835")))).isEqualTo(Map.of("a", "\uFFFDx\uFFFD𝐚\uFFFD"));
    }

    @Test
    void other_values_are_refused() {
        assertThatThrownBy(() -> write(Map.of("a", new Object())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a JSON value: java.lang.Object");
    }

    @Test
    void a_list_that_holds_itself_is_refused() {
        List<Object> self = new ArrayList<>();
        self.add(self);

        assertThatThrownBy(() -> write(Map.of("a", self))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_last_of_two_equal_names_counts() {
        assertThat(read("{\"a\":1,\"a\":2}")).isEqualTo(Map.of("a", 2));
    }
}
