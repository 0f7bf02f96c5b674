package dev.glassheap.runtime.heap;

import static dev.glassheap.runtime.heap.HeapChecker.require;

/** The part of {@link HeapChecker} that knows the C heap. */
final class CHeapChecker {
    private final CHeap cHeap;
    private int allocated;
    private int free;
    private int counted;

    CHeapChecker(CHeap cHeap) {
        this.cHeap = cHeap;
    }

    void check() {
        checkChunks();
        checkMappedChunks();
        checkBins();
        require(allocated == cHeap.chunks.size(), "allocated chunks %d = entries of the table %d", allocated, cHeap.chunks.size());
        require(counted == cHeap.rawAllocatedBlocks(), "counted chunks %d = rawAllocatedBlocks %d", counted, cHeap.rawAllocatedBlocks());
    }

    /** Chunks lie without a gap from base to end, the last is the top, no two neighbours are free, links symmetric. */
    private void checkChunks() {
        long at = AddressSpace.C_HEAP_BASE;
        Chunk previous = null;
        for (Chunk c = cHeap.first(); c != null; c = c.next) {
            require(c.address == at, "chunk 0x%x begins where the one before ends, 0x%x", c.address, at);
            require(c.size >= Chunk.MIN_SIZE && (c.size & 15) == 0, "chunk 0x%x: size %d", c.address, c.size);
            require(c.previous == previous, "chunk 0x%x: next and previous agree", c.address);
            require((c.next == null) == (c == cHeap.top()), "chunk 0x%x: the last one is the top", c.address);
            require((c.state == ChunkView.State.TOP) == (c == cHeap.top()), "chunk 0x%x: %s", c.address, c.state);
            require(previous == null || !previous.isFree() || c.state == ChunkView.State.ALLOCATED, "chunks 0x%x and the one before are free",
                    c.address);
            if (c.isFree()) {
                free++;
            } else if (c.isAllocated()) {
                checkAllocated(c);
            }
            at += c.size;
            previous = c;
        }
        require(at == cHeap.end(), "chunks end at 0x%x = end of the heap 0x%x", at, cHeap.end());
        require(cHeap.touchedEnd() <= cHeap.end(), "touched up to 0x%x <= end 0x%x", cHeap.touchedEnd(), cHeap.end());
    }

    private void checkAllocated(Chunk c) {
        allocated++;
        counted += c.raw ? 0 : 1;
        require(cHeap.chunks.find(c.block()) == c, "chunk 0x%x is found by its block", c.address);
        require(c.requested >= 1 && c.requested <= c.usable(), "chunk 0x%x: 1 <= requested %d <= usable %d", c.address, c.requested, c.usable());
    }

    /** Mapped chunks are whole pages; their bytes and number are those counted. */
    private void checkMappedChunks() {
        long[] bytes = {0, 0};
        cHeap.chunks.forEach(c -> {
            if (c.isMapped()) {
                require((c.address | c.size) % AddressSpace.PAGE == 0, "mapped chunk 0x%x of %d bytes: whole pages", c.address, c.size);
                bytes[0] += c.size;
                bytes[1]++;
                checkAllocated(c);
            }
        });
        require(bytes[0] == cHeap.mapped.bytes(), "bytes of mapped chunks %d = %d", bytes[0], cHeap.mapped.bytes());
        require(bytes[1] == cHeap.mapped.count(), "mapped chunks %d = %d", bytes[1], cHeap.mapped.count());
    }

    /** The bins hold exactly the free chunks, each in the bin of its size. */
    private void checkBins() {
        int binned = 0;
        for (int i = 0; i < cHeap.bins.count(); i++) {
            require(cHeap.bins.marked(i) == (cHeap.bins.first(i) != null), "bin %d is marked: %s", i, cHeap.bins.marked(i));
            Chunk previous = null;
            for (Chunk c = cHeap.bins.first(i); c != null; c = c.nextInBin) {
                require(c.isFree() && Bins.index(c.size) == i, "chunk 0x%x of %d bytes, %s, in bin %d", c.address, c.size, c.state, i);
                require(c.previousInBin == previous, "chunk 0x%x: links of the bin agree", c.address);
                previous = c;
                binned++;
            }
        }
        require(binned == free, "chunks in bins %d = free chunks %d", binned, free);
    }
}
