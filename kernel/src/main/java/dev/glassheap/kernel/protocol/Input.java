package dev.glassheap.kernel.protocol;

import java.util.Map;

/** {@code input} on stdin: the one exchange in which the kernel asks and the client answers. */
public final class Input {

    private Input() {}

    /** A question to the user; {@code password} hides what is typed. */
    public record Request(String prompt, boolean password) {

        /** The message's type. */
        public String msgType() {
            return "input_request";
        }

        /** The message's content. */
        public Map<String, Object> content() {
            return Json.object("prompt", prompt, "password", password);
        }
    }

    /** What the user typed. */
    public record Reply(String value) {

        /** The message's type. */
        public static final String TYPE = "input_reply";

        /**
         * Reads an answer.
         *
         * @throws MalformedContentException when {@code value} is no string
         */
        public static Reply of(Map<String, Object> content) {
            return new Reply(new Fields(TYPE, content).string("value"));
        }
    }
}
