package dev.glassheap.runtime.heap;

import java.util.List;

/**
 * One mapped arena, as it was when the view was made.
 *
 * <pre>
 * freePools = empty pools + untouched pools
 * pools.size() = used + full + empty + untouched pools = usablePoolsPerArena of the profile
 * </pre>
 *
 * @param index     of its descriptor: the number of the arena
 * @param base      its address; aligned to its size unless the profile is misaligned
 * @param size      its bytes
 * @param pools     by address
 * @param freePools pools that any size class may take (CPython's nfreepools)
 * @param emptyPools numbers of the pools on its free-pool list, the next one to be taken first
 */
public record ArenaView(int index, long base, long size, List<PoolView> pools, int freePools, List<Integer> emptyPools) {
    public ArenaView {
        pools = List.copyOf(pools);
        emptyPools = List.copyOf(emptyPools);
    }
}
