package dev.glassheap.runtime.heap;

import dev.glassheap.runtime.event.HeapEvents;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The simulated heap. */
public final class Heap {
    /** Bytes of a pool's header. */
    public static final int POOL_HEADER = 48;

    private final Profile profile;
    private final HeapEvents sink;
    private final long limitBytes;
    private final Map<Long, Block> blocks = new TreeMap<>();
    private long top = AddressSpace.C_HEAP_BASE;
    private long staticTop = AddressSpace.STATIC_BASE;
    private long events;

    private record Block(long size, int site, long birth, Object occupant) {}

    public Heap(Profile profile, HeapEvents sink, long limitBytes) {
        this.profile = profile;
        this.sink = sink;
        this.limitBytes = limitBytes;
    }

    public Profile profile() {
        return profile;
    }

    public long malloc(long size, int site, Object occupant) {
        if (size < 0 || size > limitBytes - (top - AddressSpace.C_HEAP_BASE)) {
            return 0;
        }
        long address = top + 16;
        top = address + ((size + 31) & -16);
        blocks.put(address, new Block(size, site, ++events, occupant));
        sink.allocated(events, address, size, site);
        return address;
    }

    public void free(long address, int site) {
        Block block = block(address);
        blocks.remove(address);
        sink.freed(++events, address, block.size, site);
    }

    public long realloc(long address, long newSize, int site) {
        Block block = block(address);
        long moved = malloc(newSize, site, block.occupant);
        if (moved != 0) {
            blocks.remove(address);
        }
        return moved;
    }

    private Block block(long address) {
        Block block = blocks.get(address);
        if (block == null) {
            throw HeapException.noBlock(address);
        }
        return block;
    }

    public long rawMalloc(long size, int site, Object occupant) {
        return malloc(size, site, occupant);
    }

    public void rawFree(long address, int site) {
        free(address, site);
    }

    /** Where a singleton or a built-in type of that size lies; never freed. */
    public long staticAddress(long size) {
        long address = staticTop;
        staticTop += (size + 31) & -32;
        return address;
    }

    public Object occupant(long address) {
        return block(address).occupant;
    }

    public void setOccupant(long address, Object occupant) {
        Block block = block(address);
        blocks.put(address, new Block(block.size, block.site, block.birth, occupant));
    }

    public int site(long address) {
        return block(address).site;
    }

    public long birth(long address) {
        return block(address).birth;
    }

    public long requestedSize(long address) {
        return block(address).size;
    }

    public long grantedSize(long address) {
        return (block(address).size + 15) & -16;
    }

    public long events() {
        return events;
    }

    public int allocatedBlocks() {
        return blocks.size();
    }

    /** Every allocated block: those of the pools by arena and address, then those of the C heap by address. */
    public void forEachBlock(BlockVisitor visitor) {
        blocks.forEach((a, b) -> visitor.block(a, b.size, grantedSize(a), b.site, b.birth, b.occupant));
    }

    /** The mapped arenas by address. */
    public List<ArenaView> arenas() {
        return List.of();
    }

    /** The blocks of the pool in which {@code address} lies. */
    public PoolView.Blocks pool(long address) {
        throw HeapException.noBlock(address);
    }

    /** The addresses of the pools in the used list of that class, the preferred one first. */
    public List<Long> usedPools(int sizeClass) {
        return List.of();
    }

    /** The indices of the arenas with free pools, the one that serves next first. */
    public List<Integer> usableArenas() {
        return List.of();
    }

    public CHeapView cHeap() {
        return new CHeapView(AddressSpace.C_HEAP_BASE, top, List.of(), List.of(), 0, 128 * 1024);
    }

    public OsView os() {
        return new OsView(0, 0, AddressSpace.pages(top - AddressSpace.C_HEAP_BASE), 0, 0);
    }
}
