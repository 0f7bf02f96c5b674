package dev.glassheap.runtime.heap;

/**
 * The C library's heap: everything that is not a small request. A boundary-tag allocator after glibc's, without its bytes: only the tags exist.
 *
 * <pre>
 * chunks lie without a gap from base to end; the last one is the top; no two neighbours are free
 * end - base + sum of the mapped chunks = bytes this heap has mapped
 * rawAllocatedBlocks = allocated chunks that are not of the raw domain
 * </pre>
 *
 * Free memory in the middle stays mapped; only the top is given back, when it exceeds the trim threshold. A request from the mmap threshold
 * on that no free chunk can serve gets a mapping of its own: {@link MappedChunks}.
 */
final class CHeap {
    private static final long TOP_PAD = 128 * 1024;
    /** Trimming is tried only when a free chunk at least this large came about. */
    private static final long CONSOLIDATION_THRESHOLD = 64 * 1024;
    /** No request this large can succeed: the address space has 47 bits. */
    private static final long ABSURD = 1L << 46;

    private final MappedMemory memory;
    final Bins bins = new Bins();
    final ChunkTable chunks = new ChunkTable();
    final MappedChunks mapped;
    /** The chunk at base, or null before the first request. */
    private Chunk first;
    private Chunk top;
    private Chunk recycled;
    private long end = AddressSpace.C_HEAP_BASE;
    private long touchedEnd = AddressSpace.C_HEAP_BASE;
    private int rawAllocatedBlocks;

    CHeap(MappedMemory memory) {
        this.memory = memory;
        this.mapped = new MappedChunks(memory);
    }

    Chunk first() {
        return first;
    }

    Chunk top() {
        return top;
    }

    long end() {
        return end;
    }

    /** Up to where the heap was ever used since it last ended there. */
    long touchedEnd() {
        return touchedEnd;
    }

    /** Allocated blocks of the domains mem and obj that lie here (CPython's raw_allocated_blocks). */
    int rawAllocatedBlocks() {
        return rawAllocatedBlocks;
    }

    /** The allocated chunk whose block begins at that address. */
    Chunk chunk(long address) {
        Chunk chunk = chunks.find(address);
        if (chunk == null) {
            throw HeapException.noBlock(address);
        }
        return chunk;
    }

    /** A chunk for {@code size} bytes, 0 served as 1; null when the limit or the address space does not allow it. */
    Chunk malloc(long size, boolean raw, int site, Object occupant, long event) {
        if (size < 0 || size >= ABSURD) {
            return null;
        }
        Chunk chunk = place(Chunk.sizeFor(size));
        if (chunk == null) {
            return null;
        }
        chunk.requested = Math.max(1, size);
        chunk.raw = raw;
        chunk.site = site;
        chunk.birth = event;
        chunk.occupant = occupant;
        chunks.add(chunk);
        if (!raw) {
            rawAllocatedBlocks++;
        }
        return chunk;
    }

    void free(Chunk chunk) {
        if (!chunk.raw) {
            rawAllocatedBlocks--;
        }
        chunks.remove(chunk);
        chunk.occupant = null;
        chunk.requested = 0;
        if (chunk.isMapped()) {
            mapped.unmap(chunk);
        } else {
            release(chunk);
        }
    }

    /** Resizes the chunk, moving it if need be; the chunk that has the block afterwards, or null with the old one untouched. */
    Chunk realloc(Chunk chunk, long newSize, int site, long event) {
        if (newSize < 0 || newSize >= ABSURD) {
            return null;
        }
        if (chunk.isMapped() ? remap(chunk, Chunk.sizeFor(newSize)) : resize(chunk, Chunk.sizeFor(newSize))) {
            chunk.requested = Math.max(1, newSize);
            chunk.site = site;
            return chunk;
        }
        Chunk moved = malloc(newSize, chunk.raw, site, chunk.occupant, event);
        if (moved != null) {
            free(chunk);
        }
        return moved;
    }

    // --- placing -------------------------------------------------------------------------------------------------------------------------

    private Chunk place(long size) {
        Chunk chunk = bins.take(size);
        if (chunk != null) {
            chunk.state = ChunkView.State.ALLOCATED;
            splitOff(chunk, size);
            return chunk;
        }
        if (topHolds(size)) {
            return cutFromTop(size);
        }
        if (mapped.serves(size)) {
            chunk = mapped.map(size);
            if (chunk != null) {
                return chunk;
            }
        }
        return growTop(size) ? cutFromTop(size) : null;
    }

    /** Whether the top is large enough, so that a smallest chunk remains of it. */
    private boolean topHolds(long size) {
        return top != null && top.size >= size + Chunk.MIN_SIZE;
    }

    private Chunk cutFromTop(long size) {
        Chunk chunk = top;
        chunk.state = ChunkView.State.ALLOCATED;
        top = insertBehind(chunk, size);
        top.state = ChunkView.State.TOP;
        touchedEnd = Math.max(touchedEnd, top.address + Chunk.OVERHEAD);
        return chunk;
    }

    /** Moves the end of the heap (brk) so that the top holds {@code size} bytes and, if the limit allows it, a reserve. */
    private boolean growTop(long size) {
        long missing = size + Chunk.MIN_SIZE - (top == null ? 0 : top.size);
        long bytes = AddressSpace.pages(missing + TOP_PAD);
        if (!memory.map(bytes)) {
            bytes = AddressSpace.pages(missing);
            if (!memory.map(bytes)) {
                return false;
            }
        }
        if (top == null) {
            top = newChunk(AddressSpace.C_HEAP_BASE, 0);
            top.state = ChunkView.State.TOP;
            first = top;
        }
        top.size += bytes;
        end += bytes;
        return true;
    }

    // --- freeing -------------------------------------------------------------------------------------------------------------------------

    /** Unites the chunk with free neighbours and files the result in a bin, or lets the top swallow it. */
    private void release(Chunk chunk) {
        chunk.state = ChunkView.State.FREE;
        Chunk free = chunk;
        if (chunk.previous != null && chunk.previous.isFree()) {
            free = chunk.previous;
            bins.remove(free);
            swallowNext(free);
        }
        Chunk next = free.next;
        if (next == top) {
            swallowNext(free);
            free.state = ChunkView.State.TOP;
            top = free;
        } else {
            if (next.isFree()) {
                bins.remove(next);
                swallowNext(free);
            }
            bins.add(free);
        }
        if (free.size >= CONSOLIDATION_THRESHOLD && top.size >= mapped.trimThreshold()) {
            trim();
        }
    }

    /** Gives the end of the heap back, but for a reserve. */
    private void trim() {
        long spare = top.size - Chunk.MIN_SIZE - 1 - TOP_PAD;
        long bytes = spare & -AddressSpace.PAGE;
        if (spare > 0 && bytes > 0) {
            top.size -= bytes;
            end -= bytes;
            touchedEnd = Math.min(touchedEnd, end);
            memory.unmap(bytes);
        }
    }

    // --- resizing ------------------------------------------------------------------------------------------------------------------------

    /** Makes the chunk {@code size} bytes large where it stands, if it or the free memory behind it allows that. */
    private boolean resize(Chunk chunk, long size) {
        if (chunk.size < size) {
            Chunk next = chunk.next;
            if (next == top && chunk.size + top.size >= size + Chunk.MIN_SIZE) {
                growIntoTop(chunk, size);
                return true;
            }
            if (!next.isFree() || chunk.size + next.size < size) {
                return false;
            }
            bins.remove(next);
            swallowNext(chunk);
        }
        splitOff(chunk, size);
        return true;
    }

    private boolean remap(Chunk chunk, long size) {
        chunks.remove(chunk);
        boolean resized = mapped.remap(chunk, size);
        chunks.add(chunk);
        return resized;
    }

    private void growIntoTop(Chunk chunk, long size) {
        long more = size - chunk.size;
        chunk.size = size;
        top.address += more;
        top.size -= more;
        touchedEnd = Math.max(touchedEnd, top.address + Chunk.OVERHEAD);
    }

    /** Cuts the chunk down to {@code size} and frees the rest, if the rest is large enough to be a chunk. */
    private void splitOff(Chunk chunk, long size) {
        if (chunk.size - size >= Chunk.MIN_SIZE) {
            release(insertBehind(chunk, size));
        }
    }

    // --- chunks --------------------------------------------------------------------------------------------------------------------------

    /** Cuts the chunk at {@code size}; the new chunk behind it. */
    private Chunk insertBehind(Chunk chunk, long size) {
        Chunk rest = newChunk(chunk.address + size, chunk.size - size);
        chunk.size = size;
        rest.previous = chunk;
        rest.next = chunk.next;
        if (chunk.next != null) {
            chunk.next.previous = rest;
        }
        chunk.next = rest;
        return rest;
    }

    private void swallowNext(Chunk chunk) {
        Chunk swallowed = chunk.next;
        chunk.size += swallowed.size;
        chunk.next = swallowed.next;
        if (swallowed.next != null) {
            swallowed.next.previous = chunk;
        }
        recycle(swallowed);
    }

    private Chunk newChunk(long address, long size) {
        Chunk chunk = recycled;
        if (chunk == null) {
            chunk = new Chunk();
        } else {
            recycled = chunk.nextInBin;
            chunk.nextInBin = null;
        }
        chunk.address = address;
        chunk.size = size;
        return chunk;
    }

    private void recycle(Chunk chunk) {
        chunk.previous = null;
        chunk.next = null;
        chunk.previousInBin = null;
        chunk.nextInBin = recycled;
        recycled = chunk;
    }
}
