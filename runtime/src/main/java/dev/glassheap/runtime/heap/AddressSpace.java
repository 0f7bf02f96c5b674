package dev.glassheap.runtime.heap;

/**
 * Where the regions of the simulated process lie: plausible 48-bit numbers, the same on every run.
 *
 * <pre>
 * static region  0x55d0_9000_0000  singletons and built-in types, given out upwards, never freed
 * C heap         0x55d0_a000_0000  grows upwards (brk)
 * mappings       0x7f00_0000_0000  C-heap blocks above the mmap threshold, lowest gap first
 * arenas         0x7f5c_0000_0000  arena slots, lowest free slot first
 * </pre>
 */
final class AddressSpace {
    /** Bytes of a page of the simulated operating system. */
    static final int PAGE = 4096;

    static final long STATIC_BASE = 0x55d0_9000_0000L;
    static final long C_HEAP_BASE = 0x55d0_a000_0000L;
    static final long MAPPINGS_BASE = 0x7f00_0000_0000L;
    static final long ARENA_BASE = 0x7f5c_0000_0000L;
    static final long END = 0x7fff_0000_0000L;

    private AddressSpace() {}

    /** {@code size} rounded up to whole pages. */
    static long pages(long size) {
        return (size + PAGE - 1) & -PAGE;
    }
}
