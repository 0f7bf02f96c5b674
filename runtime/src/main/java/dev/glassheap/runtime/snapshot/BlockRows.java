package dev.glassheap.runtime.snapshot;

import dev.glassheap.runtime.heap.ArenaView;
import dev.glassheap.runtime.heap.BlockState;
import dev.glassheap.runtime.heap.BlockView;
import dev.glassheap.runtime.heap.CHeapView;
import dev.glassheap.runtime.heap.ChunkView;
import dev.glassheap.runtime.heap.PoolState;
import dev.glassheap.runtime.heap.PoolView;
import dev.glassheap.runtime.object.Buffers;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Adds arenas, pools, blocks and chunks, each block with its owner's number. */
final class BlockRows {

    private final World w;
    private final LiveObjects live;
    private final HeapSnapshot.Builder builder;
    private final Map<Long, Integer> parkedNumbers = new HashMap<>();
    private final Map<Long, Integer> pools = new HashMap<>();

    /** @param builder has the rows of all objects: live, static, parked by address */
    BlockRows(World w, LiveObjects live, HeapSnapshot.Builder builder) {
        this.w = w;
        this.live = live;
        this.builder = builder;
        List<Long> parked = live.parked().keySet().stream().sorted().toList();
        int first = builder.objectCount() - parked.size();
        for (int i = 0; i < parked.size(); i++) {
            parkedNumbers.put(parked.get(i), first + i);
        }
    }

    void add() {
        for (ArenaView arena : w.heap.arenas()) {
            int number = builder.arena(arena.index(), arena.pools().getFirst().address(), arena.pools().size());
            for (PoolView pool : arena.pools()) {
                if (pool.state() != PoolState.UNTOUCHED) {
                    pool(number, pool);
                }
            }
        }
        for (int sizeClass = 0; sizeClass < w.heap.profile().sizeClasses(); sizeClass++) {
            List<Long> used = w.heap.usedPools(sizeClass);
            if (!used.isEmpty()) {
                builder.usedPools(used.stream().mapToInt(pools::get).toArray());
            }
        }
        CHeapView cHeap = w.heap.cHeap();
        List<ChunkView> chunks = new ArrayList<>(cHeap.chunks());
        chunks.addAll(cHeap.mappings());
        chunks.forEach(this::chunk);
    }

    private void pool(int arena, PoolView view) {
        PoolView.Blocks blocks = w.heap.pool(view.address());
        int pool = builder.pool(arena, view.number(), view.blockSize(), view.watermark(),
            blocks.freeList().stream().mapToInt(Integer::intValue).toArray());
        pools.put(view.address(), pool);
        for (BlockView block : blocks.blocks()) {
            if (block.state() == BlockState.ALLOCATED) {
                Owner owner = owner(block.address(), block.occupant().orElse(null));
                builder.block(pool, block.number(), block.requested(), owner.number, owner.role);
            }
        }
    }

    private void chunk(ChunkView chunk) {
        Owner owner = owner(chunk.block(), chunk.occupant().orElse(null));
        builder.chunk(chunk.address(), chunk.size(), chunk.requested(), switch (chunk.state()) {
            case ALLOCATED -> ChunkTable.State.USED;
            case FREE -> ChunkTable.State.FREE;
            case TOP -> ChunkTable.State.TOP;
            case MAPPED -> ChunkTable.State.MAPPED;
        }, owner.number, owner.role);
    }

    private record Owner(int number, String role) { }

    private Owner owner(long address, Object occupant) {
        Integer parked = parkedNumbers.get(address);
        if (parked != null) {
            return new Owner(parked, "");
        }
        if (!(occupant instanceof PyObject object) || !live.lives(object)) {
            return new Owner(PoolTable.NONE, "");
        }
        boolean body = object.address == address + object.type.preHeaderSize();
        return new Owner(live.number(object), body ? "" : Buffers.role(object, address));
    }
}
