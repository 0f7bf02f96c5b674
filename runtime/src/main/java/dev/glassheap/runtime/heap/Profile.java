package dev.glassheap.runtime.heap;

import java.util.List;
import java.util.Optional;

/**
 * A memory profile: the allocator's geometry and the collector's thresholds of one family of CPython versions. All sizes are bytes and powers
 * of two (but {@code smallRequestLimit}, a multiple of {@code alignment}).
 *
 * <pre>
 * arenaSize = poolSize * poolsPerArena
 * sizeClasses = smallRequestLimit / alignment
 * capacity of a pool of any class &gt;= 2
 * size class of a request n, 1 &lt;= n &lt;= smallRequestLimit: (n - 1) / alignment; its block size is (class + 1) * alignment
 * </pre>
 *
 * @param name              what the user calls it: {@code classic}, {@code 3.11}, {@code 3.13} or {@code tiny}
 * @param alignment         of every block, and the step between two size classes
 * @param poolSize          a pool holds blocks of one size class
 * @param poolsPerArena     pool-sized pieces of an arena; a misaligned arena can use one less
 * @param smallRequestLimit larger requests go to the C heap
 * @param keepsLastArena    whether the last arena of usable_arenas stays mapped when it is wholly free (3.8 and later)
 * @param misaligned        whether arenas begin 4 KiB after a pool boundary, as in 3 of 4 cases under Linux, and lose a pool
 * @param threshold0        of the collector: allocations minus deallocations that start a collection of generation 0
 * @param threshold1        collections of generation 0 that make it one of generation 1
 * @param threshold2        collections of generation 1 that make it one of generation 2
 * @param geometryLabel     for the footer of a picture
 */
public record Profile(String name, int alignment, int poolSize, int poolsPerArena, int smallRequestLimit, boolean keepsLastArena,
        boolean misaligned, int threshold0, int threshold1, int threshold2, String geometryLabel) {

    /** CPython 2.3 to 3.6: what most textbooks show. */
    public static final Profile CLASSIC =
            new Profile("classic", 8, 4096, 64, 512, false, false, 700, 10, 10, "classic geometry, 3.11 objects");

    /** CPython 3.10 to 3.12. */
    public static final Profile PY_3_11 =
            new Profile("3.11", 16, 16384, 64, 512, true, false, 700, 10, 10, "3.11 geometry");

    /** CPython 3.13: as 3.11 with a larger first threshold. */
    public static final Profile PY_3_13 =
            new Profile("3.13", 16, 16384, 64, 512, true, false, 2000, 10, 10, "3.13 geometry, 3.11 objects");

    /** A heap that fits on a slide. */
    public static final Profile TINY =
            new Profile("tiny", 16, 512, 8, 128, false, false, 700, 10, 10, "tiny geometry, 3.11 objects");

    /** All named profiles. */
    public static final List<Profile> ALL = List.of(CLASSIC, PY_3_11, PY_3_13, TINY);

    public Profile {
        requirePowerOfTwo("alignment", alignment, 8, 16);
        requirePowerOfTwo("poolSize", poolSize, 512, 65536);
        requirePowerOfTwo("poolsPerArena", poolsPerArena, 2, 1024);
        if (smallRequestLimit < alignment || smallRequestLimit > (poolSize - Heap.POOL_HEADER) / 2
                || smallRequestLimit % alignment != 0) {
            throw new IllegalArgumentException("smallRequestLimit " + smallRequestLimit);
        }
        if (misaligned && poolSize <= AddressSpace.PAGE) {
            throw new IllegalArgumentException("an arena of pools of " + poolSize + " bytes cannot be misaligned: arenas begin at pages");
        }
    }

    private static void requirePowerOfTwo(String what, int value, int least, int greatest) {
        if (Integer.bitCount(value) != 1 || value < least || value > greatest) {
            throw new IllegalArgumentException(what + " " + value + " is no power of two from " + least + " to " + greatest);
        }
    }

    /** The profile of that name, if there is one. */
    public static Optional<Profile> named(String name) {
        return ALL.stream().filter(p -> p.name.equals(name)).findFirst();
    }

    /** The same profile with arenas that lose a pool to alignment ({@code true}) or do not. */
    public Profile withMisaligned(boolean misaligned) {
        return new Profile(name, alignment, poolSize, poolsPerArena, smallRequestLimit, keepsLastArena, misaligned,
                threshold0, threshold1, threshold2, geometryLabel);
    }

    /** Bytes of an arena. */
    public int arenaSize() {
        return poolSize * poolsPerArena;
    }

    /** Pools an arena can really hold: one less than {@link #poolsPerArena} when it is misaligned. */
    public int usablePoolsPerArena() {
        return misaligned ? poolsPerArena - 1 : poolsPerArena;
    }

    /** How many size classes there are. */
    public int sizeClasses() {
        return smallRequestLimit / alignment;
    }

    /** The size class that serves a request of {@code size} bytes, 1 to {@link #smallRequestLimit}. */
    public int sizeClass(int size) {
        return (size - 1) / alignment;
    }

    /** Bytes of a block of that class. */
    public int blockSize(int sizeClass) {
        return (sizeClass + 1) * alignment;
    }

    /** How many blocks of that class a pool holds. */
    public int capacity(int sizeClass) {
        return (poolSize - Heap.POOL_HEADER) / blockSize(sizeClass);
    }
}
