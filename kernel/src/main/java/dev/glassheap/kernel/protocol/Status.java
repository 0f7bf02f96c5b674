package dev.glassheap.kernel.protocol;

import java.util.Locale;
import java.util.Map;

/** {@code status} on iopub: whether the kernel works on a request. Every request is framed by busy and idle. */
public record Status(State state) implements Published {

    /** The states of a kernel. */
    public enum State {
        /** Said once, before anything else. */
        STARTING,
        /** Said first for every request. */
        BUSY,
        /** Said last for every request. */
        IDLE
    }

    @Override
    public String msgType() {
        return "status";
    }

    @Override
    public Map<String, Object> content() {
        return Json.object("execution_state", state.name().toLowerCase(Locale.ROOT));
    }
}
