package dev.glassheap.kernel.display;

import dev.glassheap.runtime.snapshot.ChunkTable;
import dev.glassheap.runtime.snapshot.EdgeLabels;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.ObjectRow;
import dev.glassheap.runtime.snapshot.ObjectTable;
import dev.glassheap.runtime.snapshot.PoolTable;
import dev.glassheap.runtime.snapshot.Root;
import dev.glassheap.runtime.snapshot.Site;
import dev.glassheap.runtime.snapshot.SnapshotHeader;
import dev.glassheap.runtime.snapshot.TypeInfo;
import java.util.ArrayList;
import java.util.List;

/** The program of {@link ReferenceHeap} after 10,400 readings came and most went: one block keeps arena 2 mapped. */
final class LargeHeap {

    private static final long BASE = 0x7f5c00000000L;
    private static final int BLOCK = 48;

    /** One character a pool: # full, 1 to 9 tenths in use, _ empty, . untouched, ! a single block. */
    private static final String[] ARENAS = {
        "##7455862#34676516#8889#2#####21#7########4#2#683#87####55555555",
        "5555555555555555#######################6________________________",
        "_____________________!__________________........................"};

    private final HeapSnapshot.Builder builder = HeapSnapshot.builder(new SnapshotHeader("", "classic",
            "classic geometry, 3.11 objects", 118_402,
            "In [9]", 1, ReferenceHeap.CLASSIC, List.of(), ""));
    private final int reading = builder.type(new TypeInfo("Reading", "slots time, value", 16));
    private final int list = builder.type(new TypeInfo("list", "", 16));
    private final int dict = builder.type(new TypeInfo("dict", "", 16));
    private final int str = builder.type(new TypeInfo("str", "", 0));
    private final List<Integer> objects = new ArrayList<>();
    private int serial;
    private int best;

    private LargeHeap() { }

    static HeapSnapshot snapshot() {
        return new LargeHeap().build();
    }

    private HeapSnapshot build() {
        for (int number = 0; number < ARENAS.length; number++) {
            String pools = ARENAS[number];
            int arena = builder.arena(BASE + 262_144L * number, pools.length());
            for (int index = 0; index < pools.length(); index++) {
                if (pools.charAt(index) != '.') {
                    pool(arena, index, pools.charAt(index));
                }
            }
        }
        chunks();
        references();
        return builder.build();
    }

    private void pool(int arena, int index, char fill) {
        int capacity = ReferenceHeap.CLASSIC.capacity(BLOCK);
        int used = switch (fill) {
            case '#' -> capacity;
            case '_' -> 0;
            case '!' -> 1;
            default -> capacity * (fill - '0') / 10;
        };
        int[] free = used == capacity ? new int[0] : new int[] {used};
        int pool = builder.pool(arena, index, BLOCK, Math.min(capacity, used + 1), free);
        for (int block = 0; block < used; block++) {
            long address = BASE + 262_144L * arena + 4096L * index + 48 + (long) block * BLOCK;
            objects.add(object(reading, address + 16, fill == '!' ? 8838 : ++serial, BLOCK, 0, ""));
            builder.block(pool, block, block % 8 == 0 ? BLOCK - 1 : BLOCK, objects.getLast(), "");
            best = fill == '!' ? objects.getLast() : best;
        }
    }

    private int object(int type, long id, int number, int size, int flags, String preview) {
        return builder.object(new ObjectRow(id, type, number, 1, size, type == str ? ObjectTable.UNTRACKED
                : 1, ObjectTable.NO_LENGTH, Site.NONE, 1, preview, flags));
    }

    private void chunks() {
        long address = 0x55d0a0000000L;
        int owner = object(list, address + 16, 21, 56, ObjectRow.STATIC, "");
        int[] requests = {5024, 1320, 1320, 2100, 2000, 1064, 1084, 45_024};
        for (int request : requests) {
            builder.chunk(address, request + 16, request, ChunkTable.State.USED, owner, "items");
            address += request + 16;
        }
        builder.chunk(address, 47_560, 0, ChunkTable.State.TOP, PoolTable.NONE, "");
    }

    /** All readings but ten are in a list; five of these hold each other in a ring, five hold themselves. */
    private void references() {
        int globals = object(dict, 0x1000, 1, 64, ObjectRow.STATIC, "");
        int name = object(str, 0x2000, 1, 53, ObjectRow.STATIC, "'best'");
        int log = object(list, 0x3000, 22, 56, ObjectRow.STATIC, "");
        for (int i = 0; i < 10; i++) {
            builder.edges(objects.get(i), EdgeLabels.named("next"), objects.get(i < 5 ? (i + 1) % 5 : i));
        }
        builder.edges(globals, EdgeLabels.of(EdgeLabels.Rest.KEY_VALUE), name, best);
        builder.edges(log, EdgeLabels.of(EdgeLabels.Rest.INDEX), objects.subList(10, objects.size()).stream()
                .filter(o -> o != best).mapToInt(i -> i).toArray());
        builder.root(new Root(Root.Kind.GLOBALS, "__main__", "", globals));
    }
}
