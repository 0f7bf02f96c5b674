package dev.glassheap.kernel.display;

import dev.glassheap.runtime.snapshot.BlockBytes;
import dev.glassheap.runtime.snapshot.BlockBytes.Word;
import dev.glassheap.runtime.snapshot.ChunkTable;
import dev.glassheap.runtime.snapshot.EdgeLabels;
import dev.glassheap.runtime.snapshot.Geometry;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.ObjectRow;
import dev.glassheap.runtime.snapshot.ObjectTable;
import dev.glassheap.runtime.snapshot.PoolTable;
import dev.glassheap.runtime.snapshot.Root;
import dev.glassheap.runtime.snapshot.Site;
import dev.glassheap.runtime.snapshot.SnapshotHeader;
import dev.glassheap.runtime.snapshot.TypeInfo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The situation of the reference pictures, made by hand: one program in the classic profile, before and after {@code del batch[1:]; del
 * ring; last = Node("z"); w = weakref.ref(...)}. Pool 3 is exact, block by block; the other pools have the right counts, filled
 * with strings that the interpreter holds.
 */
final class ReferenceHeap {

    static final Geometry CLASSIC = new Geometry(8, 4096, 262_144, 48, 512, false);
    private static final long BASE = 0x7f5c00000000L;
    private static final EdgeLabels NODE = EdgeLabels.named("next", "prev", "value", "__weakref__", "ob_type");
    private static final EdgeLabels ITEMS = EdgeLabels.of(EdgeLabels.Rest.INDEX);
    private static final EdgeLabels DICT = EdgeLabels.of(EdgeLabels.Rest.KEY_VALUE);

    private static final List<String> KEYS = List.of("cache", "k", "batch", "ring", "Node", "origin", "w", "last");

    /** Block size and allocated blocks of pools 0 to 51; 0 used is an empty pool. */
    private static final int[][] POOLS = {
        {32, 126}, {56, 72}, {120, 23}, {64, 36}, {152, 15}, {200, 11}, {72, 49}, {40, 63}, {80, 9}, {48, 12}, {88, 17}, {264, 6},
        {104, 24}, {136, 21}, {312, 8}, {448, 5}, {96, 3}, {56, 46}, {56, 0}, {56, 64}, {56, 64}, {56, 64}, {56, 71}, {24, 168},
        {24, 43}, {56, 72}, {32, 126}, {56, 72}, {32, 126}, {56, 72}, {56, 21}, {32, 19}, {176, 23}, {176, 18}, {48, 0}, {48, 0},
        {48, 0}, {48, 1}, {48, 0}, {48, 0}, {160, 25}, {160, 25}, {160, 10}, {216, 18}, {216, 5}, {232, 17}, {128, 20}, {144, 25},
        {400, 3}, {184, 22}, {344, 9}, {512, 5}};

    private static final String[] POOL_3 = {
        "dict#1", "str#2:61", "str#3:59", "str#4:60", "dict#2", "str#5:60", "tuple#3", "str#6:58", "dict#3", "Node#13",
                "Node#11", "Node#10",
        "Node#9", "str#29:60", "Node#12", "str#10:57", "str#11:57", "", "str#13:57", "str#14:57", "", "str#16:57", "", "str#18:57", "",
        "str#20:57", "", "str#22:57", "str#23:57", "dict#5", "str#24:57", "Node#4", "str#25:59", "Node#5", "str#26:58", "Node#6",
        "str#27:59", "Node#7", "str#28:59", "Node#8", "list#12 items", ""};

    private final boolean later;
    private final HeapSnapshot.Builder builder;
    private final Map<String, Integer> types = new HashMap<>();
    private final Map<String, Integer> objects = new LinkedHashMap<>();
    private final Map<Integer, List<Integer>> vacant = new LinkedHashMap<>();
    private final List<Integer> fillers = new ArrayList<>();
    private final int[] pools = new int[POOLS.length];
    private final Map<Integer, Object[]> edges = new java.util.TreeMap<>();
    private int filler = 1000;

    private ReferenceHeap(boolean later) {
        this.later = later;
        this.builder = HeapSnapshot.builder(new SnapshotHeader(later ? "after" : "before", "classic", "classic geometry, 3.11 objects",
                later ? 9358 : 9310, later ? "In [7]" : "In [6]", 1, CLASSIC, List.of(), ""));
    }

    static HeapSnapshot before() {
        return new ReferenceHeap(false).build();
    }

    static HeapSnapshot after() {
        return new ReferenceHeap(true).build();
    }

    /** The bytes of Node#7, as the reference shows them. */
    static BlockBytes nodeSeven(HeapSnapshot snapshot) {
        return new BlockBytes(snapshot.pools().pool(0, 3), 37, List.of(
                new Word("GC head", "gc_next", 0x7f5c000038f0L, "> Node#6"), new Word("GC head", "gc_prev", 0x7f5c000039f0L, "> Node#8"),
                new Word("header", "ob_refcnt", 3, "3"), new Word("header", "ob_type", 0x55d0a0000cb0L, "> type Node"),
                new Word("slots", "next", 0x7f5c00003a00L, "> Node#8"), new Word("slots", "prev", 0x7f5c00003900L, "> Node#6"),
                new Word("slots", "value", 0x7f5c00003930L, "> str#27"), new Word("slots", "__weakref__", 0, "none")));
    }

    private HeapSnapshot build() {
        builder.arena(BASE, 64);
        types();
        for (int index = 0; index < POOLS.length; index++) {
            pool(index);
        }
        poolThree();
        others();
        fill();
        references();
        edges.forEach((object, row) -> builder.edges(object, (EdgeLabels) row[0], (int[]) row[1]));
        builder.root(new Root(Root.Kind.GLOBALS, "__main__", "", at("dict#1")));
        builder.root(new Root(Root.Kind.INTERPRETER, "", "sys.modules", at("dict#2")));
        builder.usedPools(pools[3]);
        return builder.build();
    }

    private void types() {
        type("dict", "", 16);
        type("str", "", 0);
        type("tuple", "", 16);
        type("list", "", 16);
        type("Node", "slots next, prev, value, __weakref__", 16);
        type("type", "", 16);
        type("weakref", "", 16);
        type("function", "", 16);
        type("Point", "", 16);
        type("NoneType", "", 0);
    }

    private void type(String name, String layout, int head) {
        types.put(name, builder.type(new TypeInfo(name, layout, head)));
    }

    private void pool(int index) {
        int size = POOLS[index][0];
        int used = POOLS[index][1] + (later && index == 8 ? 1 : 0) - (later && index == 3 ? 2 : 0);
        int capacity = CLASSIC.capacity(size);
        int[] free = {};
        int carved = Math.min(capacity, used + 1);
        if (index == 3) {
            carved = 42;
            free = later ? new int[] {9, 13, 26, 20, 22, 17, 24, 41} : new int[] {26, 20, 22, 17, 24, 41};
        } else if (carved > used) {
            free = new int[] {used};
        }
        pools[index] = builder.pool(0, index, size, carved, free);
        if (index != 3) {
            for (int block = 0; block < used; block++) {
                vacant.computeIfAbsent(size, s -> new ArrayList<>()).add(index << 16 | block);
            }
        }
    }

    private void poolThree() {
        String[] blocks = POOL_3.clone();
        if (later) {
            blocks[9] = "";
            blocks[13] = "";
            blocks[14] = "Node#14";
        }
        for (int block = 0; block < blocks.length; block++) {
            String[] parts = blocks[block].split(":");
            if (!parts[0].isEmpty() && !parts[0].contains(" ")) {
                int requested = parts.length > 1 ? Integer.parseInt(parts[1]) : 64;
                put(parts[0], pools[3], block, requested);
            }
        }
    }

    private void put(String name, int pool, int block, int requested) {
        builder.block(pool, block, requested, object(name, address(pool, block), requested), "");
    }

    private static long address(int pool, int block) {
        return BASE + pool * 4096L + 48 + (long) block * POOLS[pool][0];
    }

    private int object(String name, long block, int size) {
        String type = name.substring(0, name.indexOf('#'));
        int serial = Integer.parseInt(name.substring(name.indexOf('#') + 1));
        boolean tracked = !type.equals("str");
        int head = tracked ? 16 : 0;
        int object = builder.object(new ObjectRow(block + head, types.get(type), serial, refcount(name), size - head,
                tracked ? later && serial > 12 || serial > 8 && type.equals("Node") ? 0 : 1 : ObjectTable.UNTRACKED, length(name),
                site(name), name.equals("Node#7") ? 8871 : 100 + serial, preview(name), 0));
        objects.put(name, object);
        return object;
    }

    private int site(String name) {
        return switch (name) {
            case "Node#4", "Node#5", "Node#6", "Node#7", "Node#8" ->
                builder.site(new Site("In [4]", 4, "node = Node(word + \"-lamp\")", "chain()"));
            case "Node#14" -> builder.site(new Site("In [7]", 4, "last = Node(\"z\")", ""));
            case "weakref#1" -> builder.site(new Site("In [7]", 2, "w = weakref.ref(ring, on_gone)", ""));
            default -> Site.NONE;
        };
    }

    private int refcount(String name) {
        return switch (name) {
            case "Node#7", "Node#6", "Node#5" -> 3;
            case "Node#4", "Node#8" -> 2;
            case "Node#9" -> later ? 1 : 2;
            case "Node#11" -> later ? 2 : 1;
            default -> 1;
        };
    }

    private int length(String name) {
        return switch (name) {
            case "list#12" -> 5;
            case "list#13" -> later ? 1 : 3;
            case "dict#1" -> later ? 6 : 5;
            default -> ObjectTable.NO_LENGTH;
        };
    }

    private static String preview(String name) {
        if (name.startsWith("str#10") && name.length() == 7) {
            return "'" + KEYS.get(name.charAt(6) - '0') + "'";
        }
        return name.equals("str#27") ? "'red-lamp'" : name.equals("str#29") ? "'y-lamp'" : "";
    }

    private void others() {
        take("list#12", 56, 56);
        take("list#13", 56, 56);
        builder.block(pools[3], 40, 64, at("list#12"), "items");
        if (later) {
            put("weakref#1", pools[8], 9, 80);
            vacant.get(80).remove(Integer.valueOf(8 << 16 | 9));
        }
        int point = 37 << 16;
        vacant.get(48).remove(Integer.valueOf(point));
        put("Point#377", pools[37], 0, 48);
        for (String key : KEYS) {
            objects.put("'" + key + "'", take("str#" + (100 + KEYS.indexOf(key)), 56, 49 + key.length()));
        }
        int node = builder.object(new ObjectRow(0x55d0a0000cb0L, types.get("type"), 1, later ? 12 : 13, 1064, 1, ObjectTable.NO_LENGTH,
                Site.NONE, 90, "Node", 0));
        objects.put("type Node", node);
        builder.chunk(0x55d0a0000ca0L, 1088, 1080, ChunkTable.State.USED, node, "");
        builder.chunk(0x55d0a0001100L, 11_800, 11_792, ChunkTable.State.USED, at("dict#2"), "keys");
        builder.chunk(0x55d0a0004000L, 35_064, 0, ChunkTable.State.TOP, PoolTable.NONE, "");
    }

    private int take(String name, int blockSize, int requested) {
        int place = vacant.get(blockSize).removeFirst();
        int pool = place >> 16;
        int block = place & 0xFFFF;
        int object = object(name, address(pool, block), requested);
        builder.block(pools[pool], block, requested, object, "");
        return object;
    }

    private void fill() {
        vacant.forEach((size, places) -> places.forEach(place -> {
            int pool = place >> 16;
            int block = place & 0xFFFF;
            fillers.add(builder.object(new ObjectRow(address(pool, block), types.get("str"), filler++, 1, size, ObjectTable.UNTRACKED,
                    size - 49, Site.NONE, 1, "", 0)));
            builder.block(pools[pool], block, size, fillers.getLast(), "");
        }));
    }

    private int at(String name) {
        return objects.get(name);
    }

    private int[] targets(String... names) {
        return Arrays.stream(names).mapToInt(name -> name.isEmpty() ? ObjectTable.NOTHING : at(name)).toArray();
    }

    private void edge(String from, EdgeLabels labels, String... to) {
        edges.put(at(from), new Object[] {labels, targets(to)});
    }

    private void references() {
        if (later) {
            edge("dict#1", DICT, "'cache'", "dict#5", "'batch'", "list#13", "'Node'", "type Node", "'origin'", "Point#377",
                    "'w'", "weakref#1",
                    "'last'", "Node#14");
            edge("list#13", ITEMS, "Node#11");
            edge("Node#14", NODE, "", "Node#11", "str#10", "", "type Node");
        } else {
            edge("dict#1", DICT, "'cache'", "dict#5", "'batch'", "list#13", "'Node'", "type Node", "'origin'", "Point#377",
                    "'ring'", "Node#9");
            edge("list#13", ITEMS, "Node#11", "Node#12", "Node#13");
            edge("Node#12", NODE, "", "", "str#13", "", "type Node");
            edge("Node#13", NODE, "", "", "str#29", "", "type Node");
        }
        edge("dict#5", DICT, "'k'", "list#12");
        edge("list#12", ITEMS, "Node#4", "Node#5", "Node#6", "Node#7", "Node#8");
        edge("Node#4", NODE, "Node#5", "", "str#24", "", "type Node");
        edge("Node#5", NODE, "Node#6", "Node#4", "str#25", "", "type Node");
        edge("Node#6", NODE, "Node#7", "Node#5", "str#26", "", "type Node");
        edge("Node#7", NODE, "Node#8", "Node#6", "str#27", "", "type Node");
        edge("Node#8", NODE, "", "Node#7", "str#28", "", "type Node");
        edge("Node#9", NODE, "Node#10", "", "str#11", "", "type Node");
        edge("Node#10", NODE, "", "Node#9", "str#11", "", "type Node");
        edge("Node#11", NODE, "", "", "str#14", "", "type Node");
        var modules = new ArrayList<>(fillers);
        for (String name : List.of("dict#3", "tuple#3", "str#2", "str#3", "str#4", "str#5", "str#6", "str#10", "str#11", "str#13", "str#14",
                "str#16", "str#18", "str#20", "str#22", "str#23", "'ring'", "'w'", "'last'")) {
            modules.add(at(name));
        }
        edges.put(at("dict#2"), new Object[] {EdgeLabels.of(EdgeLabels.Rest.ELEMENT), modules.stream().mapToInt(i -> i).toArray()});
    }
}
