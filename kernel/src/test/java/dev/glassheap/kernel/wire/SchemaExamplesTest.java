package dev.glassheap.kernel.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.display.JsonRecords;
import dev.glassheap.kernel.display.ReferencePictures;
import dev.glassheap.runtime.picture.Role;
import dev.glassheap.runtime.picture.Scene;
import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.picture.TextStyle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract in lab/schema: every picture, once it went over the wire, obeys the schema, and the example files are what is drawn now. */
class SchemaExamplesTest {

    private static final Path FOLDER = Path.of("../lab/schema");
    private final SchemaCheck schema = new SchemaCheck(read(FOLDER.resolve("heap.v1.schema.json")));

    private static Map<String, Object> read(Path file) {
        try {
            return JsonText.readObject(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> sent(Map<String, Object> record) {
        return JsonText.readObject("picture", JsonText.write(record));
    }

    @Test
    void every_picture_obeys_the_schema_and_is_an_example_file() throws IOException {
        for (Map.Entry<String, Scene> picture : ReferencePictures.all().entrySet()) {
            Map<String, Object> record = JsonRecords.of(picture.getValue());

            assertThat(schema.problems(sent(record))).as(picture.getKey()).isEmpty();
            ReferencePictures.compare(FOLDER.resolve("examples/" + picture.getKey() + ".json"), lines(record));
        }
    }

    @Test
    void the_example_of_all_roles_obeys_the_schema() {
        assertThat(schema.problems(read(FOLDER.resolve("examples/roles.json")))).isEmpty();
    }

    @Test
    void the_schema_refuses_what_is_not_in_it() {
        Map<String, Object> record = new HashMap<>(JsonRecords.of(ReferencePictures.all().get("heap")));
        record.put("version", 2);
        record.put("html", "<b>");
        record.remove("text");

        assertThat(schema.problems(sent(record))).hasSize(3);
    }

    @Test
    void roles_and_styles_of_the_schema_are_those_of_the_code() {
        assertThat(names(schema.definition("role"))).containsExactlyInAnyOrderElementsOf(Arrays.stream(Role.values())
                .map(Role::wireName).toList());
        assertThat(names(schema.definition("style"))).containsExactlyInAnyOrderElementsOf(Arrays.stream(TextStyle.values())
                .map(TextStyle::wireName).toList());
        Object lineRole = SchemaCheck.map(schema.definition("line").get("properties")).get("role");
        assertThat(names(SchemaCheck.map(lineRole))).containsExactlyInAnyOrderElementsOf(Arrays.stream(LineRole.values())
                .map(LineRole::wireName).toList());
    }

    private static List<String> names(Map<String, Object> definition) {
        return SchemaCheck.list(definition.get("enum")).stream().map(String.class::cast).toList();
    }

    /** One line per field and per shape, so that a change reads well. */
    private static String lines(Map<String, Object> record) {
        var text = new StringBuilder("{");
        record.forEach((key, value) -> {
            text.append(text.length() == 1 ? "\n " : ",\n ");
            if (value instanceof List<?> list && !list.isEmpty() && list.getFirst() instanceof Map<?, ?>) {
                List<String> items = list.stream()
                        .map(item -> new String(JsonText.write((Map<?, ?>) item), StandardCharsets.UTF_8)).toList();
                text.append('"').append(key).append("\":[\n  ").append(String.join(",\n  ", items)).append("\n ]");
            } else {
                String field = new String(JsonText.write(Map.of(key, value)), StandardCharsets.UTF_8);
                text.append(field, 1, field.length() - 1);
            }
        });
        return text.append("\n}\n").toString();
    }
}
