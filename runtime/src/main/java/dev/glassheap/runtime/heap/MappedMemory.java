package dev.glassheap.runtime.heap;

/**
 * The budget of the world: how much memory the simulated operating system lets it map.
 *
 * <pre>
 * 0 &lt;= mapped = bytes of arenas + bytes of the C heap + bytes of its mappings &lt;= limit
 * </pre>
 */
final class MappedMemory {
    private final long limit;
    private long mapped;

    MappedMemory(long limit) {
        if (limit < 0) {
            throw new IllegalArgumentException("limit " + limit);
        }
        this.limit = limit;
    }

    long limit() {
        return limit;
    }

    long mapped() {
        return mapped;
    }

    /** Maps that many bytes if the limit allows it. */
    boolean map(long bytes) {
        if (bytes > limit - mapped) {
            return false;
        }
        mapped += bytes;
        return true;
    }

    void unmap(long bytes) {
        mapped -= bytes;
    }
}
