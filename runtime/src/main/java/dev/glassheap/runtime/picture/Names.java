package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.Place;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** How pictures call objects, blocks and places: {@code Node#7}, {@code list#12 items}, {@code pool 3, block 14}. */
final class Names {

    /** Memory that the runtime itself took from the heap. */
    static final String RUNTIME = "runtime";

    private final HeapSnapshot snapshot;

    Names(HeapSnapshot snapshot) {
        this.snapshot = snapshot;
    }

    String object(int object) {
        return Words.visible(snapshot.objects().name(object));
    }

    /** Name of what is in an allocated block; a buffer goes by its owner. */
    String block(int pool, int block) {
        return owned(snapshot.pools().owner(pool, block), snapshot.pools().role(pool, block));
    }

    /** Name of what is in an allocated chunk. */
    String chunk(int chunk) {
        return owned(snapshot.chunks().owner(chunk), snapshot.chunks().role(chunk));
    }

    private String owned(int owner, String role) {
        String name = owner == PoolTable.NONE ? RUNTIME : object(owner);
        return role.isEmpty() ? name : name + " " + Words.visible(role);
    }

    /** Names of what is in a pool, each once, in address order; at most {@code most} + 1. */
    List<String> inPool(int pool, int most) {
        var names = new LinkedHashSet<String>();
        for (int block = 0; block < snapshot.pools().carved(pool) && names.size() <= most; block++) {
            if (snapshot.pools().allocated(pool, block)) {
                names.add(block(pool, block));
            }
        }
        return new ArrayList<>(names);
    }

    /** {@code pool 3}, or {@code arena 1 pool 3} in a heap of several arenas. */
    String pool(int pool) {
        int arena = snapshot.pools().arenaOf(pool);
        return (snapshot.pools().arenaCount() > 1 ? "arena " + snapshot.pools().arenaNumber(arena) + " " : "") + "pool "
                + snapshot.pools().indexInArena(pool);
    }

    /** {@code pool 3, block 14}, {@code C heap}, {@code static}. */
    String place(int object) {
        return switch (snapshot.place(object)) {
            case Place.InPool(int pool, int block) -> pool(pool) + ", block " + block;
            case Place.InCHeap(int chunk) -> "C heap";
            case Place.Static() -> "static";
        };
    }
}
