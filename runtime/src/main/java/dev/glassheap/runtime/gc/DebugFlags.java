package dev.glassheap.runtime.gc;

/** The bits of {@code gc.set_debug}. */
public final class DebugFlags {

    /** Print a line before and after every collection. */
    public static final int STATS = 1;
    /** Print a line for each object found unreachable. */
    public static final int COLLECTABLE = 1 << 1;
    /** Print a line for each object that cannot be deleted. */
    public static final int UNCOLLECTABLE = 1 << 2;
    /** Put what was found unreachable into {@code gc.garbage} instead of clearing it. */
    public static final int SAVEALL = 1 << 5;
    public static final int LEAK = COLLECTABLE | UNCOLLECTABLE | SAVEALL;

    private DebugFlags() {
    }
}
