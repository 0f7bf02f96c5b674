package dev.glassheap.kernel.protocol;

/** Constants of the protocol. */
public final class Protocol {

    /** The version that headers and {@code kernel_info_reply} carry. */
    public static final String VERSION = "5.5";

    private Protocol() {}
}
