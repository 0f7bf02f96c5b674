package dev.glassheap.kernel.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code complete}: what could stand at the cursor. */
public final class Complete {

    static final String REQUEST = "complete_request";

    private Complete() {}

    /**
     * The question.
     *
     * @param cursorPos code points before the cursor, from 0 to those of {@code code}; missing means the end
     */
    public record Request(String code, int cursorPos) implements dev.glassheap.kernel.protocol.Request {

        static Request of(Fields fields) {
            String code = fields.string("code");
            return new Request(code, Cursor.of(fields, code));
        }
    }

    /**
     * The answer.
     *
     * @param cursorStart first code point to replace
     * @param cursorEnd code point after the last to replace
     */
    public record Reply(int cursorStart, int cursorEnd, List<Match> matches)
            implements dev.glassheap.kernel.protocol.Reply {

        @Override
        public String msgType() {
            return "complete_reply";
        }

        /** Types travel in {@code metadata._jupyter_types_experimental}, parallel to {@code matches}. */
        @Override
        public Map<String, Object> content() {
            List<Map<String, Object>> types = matches.stream().map(this::typed).toList();
            return Json.object(
                    "status", "ok",
                    "matches", matches.stream().map(Match::text).toList(),
                    "cursor_start", cursorStart,
                    "cursor_end", cursorEnd,
                    "metadata", Json.object("_jupyter_types_experimental", types));
        }

        private Map<String, Object> typed(Match match) {
            Map<String, Object> typed = Json.object(
                    "start", cursorStart, "end", cursorEnd, "text", match.text, "type", match.type);
            match.signature.ifPresent(signature -> typed.put("signature", signature));
            return typed;
        }
    }

    /** One candidate: its text, what it is, its parameters. */
    public record Match(String text, String type, Optional<String> signature) {}
}
