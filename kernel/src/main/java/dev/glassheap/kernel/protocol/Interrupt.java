package dev.glassheap.kernel.protocol;

import java.util.Map;

/** {@code interrupt}: stop the running cell. */
public final class Interrupt {

    static final String REQUEST = "interrupt_request";

    private Interrupt() {}

    /** Has no fields. */
    public record Request() implements dev.glassheap.kernel.protocol.Request {}

    /** The cell has been asked to stop; that it has, its own reply says. */
    public record Reply() implements dev.glassheap.kernel.protocol.Reply {

        @Override
        public String msgType() {
            return "interrupt_reply";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("status", "ok");
        }
    }
}
