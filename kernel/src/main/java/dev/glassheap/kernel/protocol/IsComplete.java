package dev.glassheap.kernel.protocol;

import java.util.Map;

/** {@code is_complete}: whether a console should run this or ask for another line. */
public final class IsComplete {

    static final String REQUEST = "is_complete_request";

    private IsComplete() {}

    /** The question. */
    public record Request(String code) implements dev.glassheap.kernel.protocol.Request {}

    /** The answer, in its {@code status}. */
    public sealed interface Reply extends dev.glassheap.kernel.protocol.Reply {

        @Override
        default String msgType() {
            return "is_complete_reply";
        }

        /** The code can run. */
        record Complete() implements Reply {
            @Override
            public Map<String, Object> content() {
                return Json.object("status", "complete");
            }
        }

        /** More must follow, with this white space before it. */
        record Incomplete(String indent) implements Reply {
            @Override
            public Map<String, Object> content() {
                return Json.object("status", "incomplete", "indent", indent);
            }
        }

        /** Nothing that follows can mend it. */
        record Invalid() implements Reply {
            @Override
            public Map<String, Object> content() {
                return Json.object("status", "invalid");
            }
        }

        /** The language cannot tell. */
        record Unknown() implements Reply {
            @Override
            public Map<String, Object> content() {
                return Json.object("status", "unknown");
            }
        }
    }
}
