package dev.glassheap.runtime.heap;

/**
 * The free chunks of the C heap, segregated by size.
 *
 * <pre>
 * sizes below 1024: one bin for each multiple of 16, every chunk in it has that size
 * above: 16 bins for each power of two, equally wide
 * bit i of the map is set if and only if bin i is not empty
 * </pre>
 *
 * Within a bin the chunk that was freed last comes first. A request takes the best fit among the first {@link #PROBES} chunks of its own bin
 * that are large enough, else of the next bin that is not empty: nearly best fit, at a bounded price.
 */
final class Bins {
    private static final int SMALL_LIMIT = 1024;
    private static final int SMALL_BINS = SMALL_LIMIT / 16;
    private static final int FIRST_POWER = 10;
    private static final int POWERS = 38;
    private static final int PROBES = 64;

    private final Chunk[] bins = new Chunk[SMALL_BINS + 16 * POWERS];
    private final long[] map = new long[(bins.length + 63) / 64];

    static int index(long size) {
        if (size < SMALL_LIMIT) {
            return (int) size >>> 4;
        }
        int power = 63 - Long.numberOfLeadingZeros(size);
        return SMALL_BINS + (power - FIRST_POWER) * 16 + (int) (size >>> power - 4 & 15);
    }

    /** The first chunk of a bin, or null. */
    Chunk first(int index) {
        return bins[index];
    }

    int count() {
        return bins.length;
    }

    boolean marked(int index) {
        return (map[index >>> 6] >>> index & 1) != 0;
    }

    void add(Chunk chunk) {
        int i = index(chunk.size);
        Chunk head = bins[i];
        chunk.previousInBin = null;
        chunk.nextInBin = head;
        if (head != null) {
            head.previousInBin = chunk;
        }
        bins[i] = chunk;
        map[i >>> 6] |= 1L << i;
    }

    void remove(Chunk chunk) {
        Chunk before = chunk.previousInBin;
        Chunk after = chunk.nextInBin;
        if (after != null) {
            after.previousInBin = before;
        }
        if (before != null) {
            before.nextInBin = after;
        } else {
            int i = index(chunk.size);
            bins[i] = after;
            if (after == null) {
                map[i >>> 6] &= ~(1L << i);
            }
        }
        chunk.previousInBin = null;
        chunk.nextInBin = null;
    }

    /** Takes out a free chunk of at least {@code size} bytes; null when there is none. */
    Chunk take(long size) {
        for (int i = nextMarked(index(size)); i >= 0; i = nextMarked(i + 1)) {
            Chunk best = bestFit(i, size);
            if (best != null) {
                remove(best);
                return best;
            }
        }
        return null;
    }

    private Chunk bestFit(int index, long size) {
        Chunk best = null;
        int probes = PROBES;
        for (Chunk c = bins[index]; c != null && probes-- > 0; c = c.nextInBin) {
            if (c.size >= size && (best == null || c.size < best.size)) {
                best = c;
                if (c.size == size) {
                    break;
                }
            }
        }
        return best;
    }

    private int nextMarked(int from) {
        if (from >= bins.length) {
            return -1;
        }
        int word = from >>> 6;
        long bits = map[word] & -1L << from;
        while (bits == 0) {
            if (++word == map.length) {
                return -1;
            }
            bits = map[word];
        }
        return word * 64 + Long.numberOfTrailingZeros(bits);
    }
}
