package dev.glassheap.kernel.protocol;

import java.util.Map;

/** {@code inspect}: what stands at the cursor. */
public final class Inspect {

    static final String REQUEST = "inspect_request";

    private Inspect() {}

    /**
     * The question.
     *
     * @param cursorPos code points before the cursor, from 0 to those of {@code code}; missing means the end
     * @param detailLevel 0 or 1
     */
    public record Request(String code, int cursorPos, int detailLevel)
            implements dev.glassheap.kernel.protocol.Request {

        static Request of(Fields fields) {
            String code = fields.string("code");
            int detailLevel = Math.clamp(fields.integer("detail_level", 0), 0, 1);
            return new Request(code, Cursor.of(fields, code), detailLevel);
        }
    }

    /** The answer; {@code data} and {@code metadata} are empty when nothing was found. */
    public record Reply(boolean found, Map<String, Object> data, Map<String, Object> metadata)
            implements dev.glassheap.kernel.protocol.Reply {

        @Override
        public String msgType() {
            return "inspect_reply";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("status", "ok", "found", found, "data", data, "metadata", metadata);
        }
    }
}
