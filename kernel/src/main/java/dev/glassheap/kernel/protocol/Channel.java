package dev.glassheap.kernel.protocol;

/** The channels that carry messages. The fifth socket, the heartbeat, echoes bytes. */
public enum Channel {
    /** Requests in order, each answered when its turn comes. */
    SHELL,
    /** Requests that are answered while a cell runs. */
    CONTROL,
    /** The kernel's questions to the user. */
    STDIN,
    /** What everybody who listens may see. */
    IOPUB
}
