package dev.glassheap.runtime.heap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Makes the records that show a heap. Reads only. */
final class HeapViews {
    private final Heap heap;
    private final Profile profile;
    private final Pymalloc pymalloc;

    HeapViews(Heap heap) {
        this.heap = heap;
        this.profile = heap.profile();
        this.pymalloc = heap.pymalloc;
    }

    List<ArenaView> arenas() {
        return Arrays.stream(pymalloc.arenas.mapped()).map(this::arena).toList();
    }

    private ArenaView arena(Arena arena) {
        List<PoolView> pools = new ArrayList<>(arena.pools.length);
        for (int i = 0; i < arena.pools.length; i++) {
            pools.add(i < arena.carved ? pool(arena.pools[i]) : untouchedPool(arena, i));
        }
        List<Integer> empty = new ArrayList<>();
        for (Pool p = arena.freeList; p != null; p = p.next) {
            empty.add(p.number);
        }
        return new ArenaView(arena.index, arena.base, profile.arenaSize(), pools, arena.freePools, empty);
    }

    private PoolView untouchedPool(Arena arena, int number) {
        return new PoolView(number, arena.firstPool + (long) number * profile.poolSize(), PoolState.UNTOUCHED, -1, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    private PoolView pool(Pool pool) {
        int slack = 0;
        for (int b = 0; b < pool.carved; b++) {
            if (pool.link[b] >= 0) {
                slack += pool.blockSize - pool.requested(b);
            }
        }
        int waste = profile.poolSize() - Pool.HEADER - pool.capacity * pool.blockSize;
        return new PoolView(pool.number, pool.address(), pool.state(), pool.sizeClass, pool.blockSize, pool.capacity, pool.count,
                pool.carved - pool.count, pool.capacity - pool.carved, pool.carved, slack, waste);
    }

    PoolView.Blocks pool(long address) {
        Pool pool = pymalloc.poolAt(address);
        if (pool == null) {
            throw new HeapException("no pool at 0x" + Long.toHexString(address));
        }
        List<BlockView> blocks = new ArrayList<>(pool.capacity);
        for (int b = 0; b < pool.capacity; b++) {
            blocks.add(block(pool, b));
        }
        return new PoolView.Blocks(pool(pool), blocks, Arrays.stream(pool.freeList()).boxed().toList());
    }

    private static BlockView block(Pool pool, int b) {
        BlockState state = pool.state(b);
        return state == BlockState.ALLOCATED
                ? new BlockView(b, pool.block(b), state, pool.requested(b), pool.link[b], pool.birth(b), Optional.ofNullable(pool.occupants[b]))
                : new BlockView(b, pool.block(b), state, 0, 0, 0, Optional.empty());
    }

    List<Long> usedPools(int sizeClass) {
        List<Long> pools = new ArrayList<>();
        for (Pool p = pymalloc.used(sizeClass); p != null; p = p.next) {
            pools.add(p.address());
        }
        return List.copyOf(pools);
    }

    List<Integer> usableArenas() {
        List<Integer> arenas = new ArrayList<>();
        for (Arena a = pymalloc.usableArenas.first(); a != null; a = a.next) {
            arenas.add(a.index);
        }
        return List.copyOf(arenas);
    }

    CHeapView cHeap() {
        CHeap cHeap = heap.cHeap;
        List<ChunkView> chunks = new ArrayList<>();
        for (Chunk c = cHeap.first(); c != null; c = c.next) {
            chunks.add(chunk(c));
        }
        List<ChunkView> mappings = mappedChunks().stream().map(HeapViews::chunk).toList();
        return new CHeapView(AddressSpace.C_HEAP_BASE, cHeap.end(), chunks, mappings, cHeap.mapped.bytes(), cHeap.mapped.mmapThreshold());
    }

    private List<Chunk> mappedChunks() {
        List<Chunk> mapped = new ArrayList<>();
        heap.cHeap.chunks.forEach(c -> {
            if (c.isMapped()) {
                mapped.add(c);
            }
        });
        mapped.sort(Comparator.comparingLong(c -> c.address));
        return mapped;
    }

    private static ChunkView chunk(Chunk c) {
        return c.isAllocated()
                ? new ChunkView(c.address, c.size, c.state, c.requested, c.raw, c.site, c.birth, Optional.ofNullable(c.occupant))
                : new ChunkView(c.address, c.size, c.state, 0, false, 0, 0, Optional.empty());
    }

    void forEachBlock(BlockVisitor visitor) {
        for (Arena arena : pymalloc.arenas.mapped()) {
            for (int i = 0; i < arena.carved; i++) {
                visit(arena.pools[i], visitor);
            }
        }
        for (Chunk c = heap.cHeap.first(); c != null; c = c.next) {
            visit(c, visitor);
        }
        for (Chunk c : mappedChunks()) {
            visit(c, visitor);
        }
    }

    private static void visit(Pool pool, BlockVisitor visitor) {
        for (int b = 0; b < pool.carved; b++) {
            if (pool.link[b] >= 0) {
                visitor.block(pool.block(b), pool.requested(b), pool.blockSize, pool.link[b], pool.birth(b), pool.occupants[b]);
            }
        }
    }

    private static void visit(Chunk c, BlockVisitor visitor) {
        if (c.isAllocated() && !c.raw) {
            visitor.block(c.block(), c.requested, c.usable(), c.site, c.birth, c.occupant);
        }
    }

    OsView os() {
        Arena[] arenas = pymalloc.arenas.mapped();
        long pages = 0;
        for (Arena arena : arenas) {
            pages += touchedPages(arena);
        }
        CHeap cHeap = heap.cHeap;
        pages += pageCount(cHeap.touchedEnd() - AddressSpace.C_HEAP_BASE) + pageCount(cHeap.mapped.bytes());
        return new OsView(arenas.length, (long) arenas.length * profile.arenaSize(), cHeap.end() - AddressSpace.C_HEAP_BASE,
                cHeap.mapped.bytes(), pages);
    }

    /** Pools begin at pages or, being smaller, share them: then every page up to the last touched byte counts. */
    private long touchedPages(Arena arena) {
        if (arena.carved == 0) {
            return 0;
        }
        if (profile.poolSize() < AddressSpace.PAGE) {
            Pool last = arena.pools[arena.carved - 1];
            return pageCount(last.address() + last.touchedBytes() - arena.base);
        }
        long pages = 0;
        for (int i = 0; i < arena.carved; i++) {
            pages += pageCount(arena.pools[i].touchedBytes());
        }
        return pages;
    }

    private static long pageCount(long bytes) {
        return AddressSpace.pages(bytes) / AddressSpace.PAGE;
    }
}
