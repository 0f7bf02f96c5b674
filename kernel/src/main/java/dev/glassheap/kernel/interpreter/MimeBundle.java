package dev.glassheap.kernel.interpreter;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing in several forms, of which a front end shows the richest that it knows.
 *
 * <p>Values are JSON-neutral: {@code String}, {@code Boolean}, {@code Integer}, {@code Long}, {@code Double},
 * {@code java.math.BigInteger}, {@code Map} with string keys, {@code List}, or {@code null} for JSON's null, nested at will.
 * Binary forms such as {@code image/png} are base64 strings; forms whose type ends in {@code json} are maps or lists; all
 * others are strings. Nobody may change a value after it has been given to a bundle.
 *
 * @param data MIME type to value; {@code text/plain} should always be there
 * @param metadata MIME type to what a renderer should know, e.g. {@code {"image/png": {"width": 640}}}
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {

    /** Copies the outer maps, keeping their order. */
    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** A bundle without metadata. */
    public MimeBundle(Map<String, Object> data) {
        this(data, Map.of());
    }

    /** A bundle that is only text. */
    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of("text/plain", text));
    }
}
