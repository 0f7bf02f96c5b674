package dev.glassheap.kernel.wire;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON text in UTF-8 to neutral values ({@code Map} in the text's order, {@code List}, {@code String}, {@code Integer},
 * {@code Long}, {@code BigInteger}, {@code Double}, {@code Boolean}, {@code null}) and back.
 *
 * <p>Numbers that JSON does not have (infinities, NaN) are written as {@code null}. Nesting is limited to {@value #MAX_DEPTH}
 * levels in both directions, so that no text can exhaust the stack.
 */
final class JsonText {

    static final int MAX_DEPTH = 500;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private JsonText() {}

    /**
     * Reads one object.
     *
     * @param what names the text in errors
     * @throws MalformedFramesException when the text is not exactly one JSON object in UTF-8
     */
    static Map<String, Object> readObject(String what, byte[] utf8) {
        if (!Utf8.isValid(utf8)) {
            // The parser would accept some of it, e.g. surrogates in three bytes.
            throw new MalformedFramesException(what + " is not UTF-8");
        }
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedFramesException(what + " is not a JSON object");
            }
            Map<String, Object> object = object(parser);
            if (parser.nextToken() != null) {
                throw new MalformedFramesException(what + " goes on after its JSON object");
            }
            return object;
        } catch (JacksonException e) {
            throw new MalformedFramesException(what + " is not JSON: " + e.getClass().getSimpleName(), e);
        }
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> object = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        return object;
    }

    private static List<Object> array(JsonParser parser) {
        List<Object> array = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT -> parser.getNumberValue();
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case null, default -> throw new MalformedFramesException("a JSON text that ends too early");
        };
    }

    /**
     * Writes an object.
     *
     * @throws IllegalArgumentException when it holds anything but neutral values, or is nested too deeply
     */
    static byte[] write(Map<?, ?> object) {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream(256);
        try (JsonGenerator generator = FACTORY.createGenerator(ObjectWriteContext.empty(), utf8)) {
            write(generator, object, 1);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
        return utf8.toByteArray();
    }

    private static void write(JsonGenerator generator, Object value, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("JSON nested more than " + MAX_DEPTH + " levels deep");
        }
        switch (value) {
            case null -> generator.writeNull();
            case String text -> generator.writeString(Utf8.withoutLoneSurrogates(text));
            case Boolean bool -> generator.writeBoolean(bool);
            case Integer number -> generator.writeNumber(number);
            case Long number -> generator.writeNumber(number);
            case Double number when !Double.isFinite(number) -> generator.writeNull();
            case Double number -> generator.writeNumber(number);
            case BigInteger number -> generator.writeNumber(number);
            case BigDecimal number -> generator.writeNumber(number);
            case Map<?, ?> object -> {
                generator.writeStartObject();
                object.forEach((name, item) -> {
                    generator.writeName(Utf8.withoutLoneSurrogates((String) name));
                    write(generator, item, depth + 1);
                });
                generator.writeEndObject();
            }
            case List<?> array -> {
                generator.writeStartArray();
                array.forEach(item -> write(generator, item, depth + 1));
                generator.writeEndArray();
            }
            default -> throw new IllegalArgumentException(
                    "not a JSON value: " + value.getClass().getName());
        }
    }
}
