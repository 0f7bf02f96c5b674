package dev.glassheap.kernel.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads the fields of a content that came from outside. A field that is {@code null} counts as missing. */
final class Fields {

    private final String msgType;
    private final Map<String, Object> content;

    Fields(String msgType, Map<String, Object> content) {
        this.msgType = msgType;
        this.content = content;
    }

    String string(String name) {
        return optionalString(name).orElseThrow(() -> wrong(name, "a string"));
    }

    String string(String name, String otherwise) {
        return optionalString(name).orElse(otherwise);
    }

    Optional<String> optionalString(String name) {
        return switch (content.get(name)) {
            case null -> Optional.empty();
            case String value -> Optional.of(value);
            default -> throw wrong(name, "a string");
        };
    }

    boolean bool(String name, boolean otherwise) {
        return switch (content.get(name)) {
            case null -> otherwise;
            case Boolean value -> value;
            default -> throw wrong(name, "a boolean");
        };
    }

    int integer(String name, int otherwise) {
        return switch (content.get(name)) {
            case null -> otherwise;
            case Integer value -> value;
            case Number value when value instanceof Long || value instanceof java.math.BigInteger ->
                throw wrong(name, "an integer of 32 bits");
            default -> throw wrong(name, "an integer");
        };
    }

    Map<String, Object> object(String name) {
        return switch (content.get(name)) {
            case null -> Map.of();
            case Map<?, ?> value -> objectOf(value);
            default -> throw wrong(name, "an object");
        };
    }

    Map<String, String> strings(String name) {
        Map<String, String> strings = new LinkedHashMap<>();
        object(name).forEach((key, value) -> {
            if (!(value instanceof String text)) {
                throw wrong(name, "an object of strings");
            }
            strings.put(key, text);
        });
        return strings;
    }

    private static Map<String, Object> objectOf(Map<?, ?> value) {
        Map<String, Object> object = LinkedHashMap.newLinkedHashMap(value.size());
        value.forEach((key, item) -> object.put((String) key, item));
        return object;
    }

    private MalformedContentException wrong(String name, String expected) {
        return new MalformedContentException(msgType, name, expected, content.get(name));
    }
}
