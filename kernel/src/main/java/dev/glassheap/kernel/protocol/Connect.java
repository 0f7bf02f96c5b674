package dev.glassheap.kernel.protocol;

import java.util.Map;

/** {@code connect}: the ports of the kernel. Deprecated since 5.1, still answered. */
public final class Connect {

    static final String REQUEST = "connect_request";

    private Connect() {}

    /** Has no fields. */
    public record Request() implements dev.glassheap.kernel.protocol.Request {}

    /** The ports, or for the transport {@code ipc} the numbers that stand for them. */
    public record Reply(int shellPort, int iopubPort, int stdinPort, int controlPort, int hbPort)
            implements dev.glassheap.kernel.protocol.Reply {

        @Override
        public String msgType() {
            return "connect_reply";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object(
                    "status", "ok",
                    "shell_port", shellPort,
                    "iopub_port", iopubPort,
                    "stdin_port", stdinPort,
                    "control_port", controlPort,
                    "hb_port", hbPort);
        }
    }
}
