package dev.glassheap.runtime.heap;

/**
 * Chunks that have a mapping of their own, and the thresholds that decide which ones do.
 *
 * <pre>
 * bytes = sum of the sizes of the mapped chunks, each of them whole pages
 * 128 KiB &lt;= mmapThreshold &lt;= 32 MiB; trimThreshold = 2 * mmapThreshold once it has grown
 * </pre>
 *
 * Freeing a mapped chunk raises the threshold to its size, as in glibc: who needs such a block once needs it again, and then the heap is cheaper.
 */
final class MappedChunks {
    private static final long DEFAULT_THRESHOLD = 128 * 1024;
    private static final long MAX_THRESHOLD = 32L * 1024 * 1024;
    private static final int MAX_COUNT = 65536;

    private final MappedMemory memory;
    private final Mappings mappings = new Mappings();
    private long bytes;
    private int count;
    private long mmapThreshold = DEFAULT_THRESHOLD;
    private long trimThreshold = DEFAULT_THRESHOLD;

    MappedChunks(MappedMemory memory) {
        this.memory = memory;
    }

    long bytes() {
        return bytes;
    }

    int count() {
        return count;
    }

    /** From this chunk size on a request that no free chunk can serve gets a mapping. */
    long mmapThreshold() {
        return mmapThreshold;
    }

    /** From this size on the top of the C heap is given back. */
    long trimThreshold() {
        return trimThreshold;
    }

    boolean serves(long chunkSize) {
        return chunkSize >= mmapThreshold && count < MAX_COUNT;
    }

    private static long bytesFor(long chunkSize) {
        return AddressSpace.pages(chunkSize + 8);
    }

    /** A new mapping that holds a chunk of that size; null when the limit or the address space does not allow it. */
    Chunk map(long chunkSize) {
        long size = bytesFor(chunkSize);
        if (!memory.map(size)) {
            return null;
        }
        long address = mappings.reserve(size);
        if (address == 0) {
            memory.unmap(size);
            return null;
        }
        Chunk chunk = new Chunk();
        chunk.address = address;
        chunk.size = size;
        chunk.state = ChunkView.State.MAPPED;
        bytes += size;
        count++;
        return chunk;
    }

    void unmap(Chunk chunk) {
        if (chunk.size > mmapThreshold && chunk.size <= MAX_THRESHOLD) {
            mmapThreshold = chunk.size;
            trimThreshold = 2 * mmapThreshold;
        }
        mappings.release(chunk.address, chunk.size);
        memory.unmap(chunk.size);
        bytes -= chunk.size;
        count--;
    }

    /**
     * Resizes a mapping in whole pages (mremap): where it stands, or else elsewhere without both existing at once.
     *
     * @param chunk whose address may change
     * @return false when that is not possible; nothing has changed then
     */
    boolean remap(Chunk chunk, long chunkSize) {
        long size = bytesFor(chunkSize);
        long more = size - chunk.size;
        if (more > 0) {
            if (!memory.map(more)) {
                return false;
            }
            if (!mappings.extend(chunk.end(), more) && !move(chunk, size)) {
                memory.unmap(more);
                return false;
            }
        } else if (more < 0) {
            mappings.release(chunk.address + size, -more);
            memory.unmap(-more);
        }
        chunk.size = size;
        bytes += more;
        return true;
    }

    private boolean move(Chunk chunk, long size) {
        long address = mappings.reserve(size);
        if (address == 0) {
            return false;
        }
        mappings.release(chunk.address, chunk.size);
        chunk.address = address;
        return true;
    }
}
