package dev.glassheap.kernel.protocol;

import java.util.Map;

/** {@code shutdown}: end the kernel. */
public final class Shutdown {

    static final String REQUEST = "shutdown_request";

    private Shutdown() {}

    /** The request; {@code restart} says that the client is about to start the kernel again. */
    public record Request(boolean restart) implements dev.glassheap.kernel.protocol.Request {}

    /** The last answer. It goes to iopub too, for the other clients of this kernel. */
    public record Reply(boolean restart) implements dev.glassheap.kernel.protocol.Reply, Published {

        @Override
        public String msgType() {
            return "shutdown_reply";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("status", "ok", "restart", restart);
        }
    }
}
