package dev.glassheap.kernel.protocol;

import java.util.Locale;
import java.util.Map;

/** {@code stream} on iopub: text that the program wrote. */
public record Stream(Name name, String text) implements Published {

    /** The two streams of a program. */
    public enum Name {
        /** Standard output. */
        STDOUT,
        /** Standard error. */
        STDERR
    }

    @Override
    public String msgType() {
        return "stream";
    }

    @Override
    public Map<String, Object> content() {
        return Json.object("name", name.name().toLowerCase(Locale.ROOT), "text", text);
    }
}
