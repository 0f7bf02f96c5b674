package dev.glassheap.runtime.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Heaps that no program made: legal, of any size, with hostile names, the same for the same seed. */
public final class RandomHeap {

    public static final Geometry CLASSIC = new Geometry(8, 4096, 262_144, 48, 512, false);
    public static final Geometry LARGE = new Geometry(16, 16_384, 1_048_576, 48, 512, true);
    public static final Geometry TINY = new Geometry(16, 512, 4096, 48, 128, false);
    private static final long BASE = 0x7f5c00000000L;
    private static final List<String> TYPES = List.of("Node", "str", "list", "dict", "tuple", "<script>alert(1)</script>", "a\"b'c&d",
            "VeryLongClassNameThatNobodyShouldEverWriteButSomebodyWill", "\u05d0\u05d1\u05d2", "line\nfeed\u202e", "\u4e2d\u6587", "type");

    private final Random random;
    private final Geometry geometry;
    private final HeapSnapshot.Builder builder;
    private final List<Integer> objects = new ArrayList<>();
    private final List<int[]> places = new ArrayList<>();
    private final int[] types;
    private int serial = 1;

    private RandomHeap(long seed, Geometry geometry) {
        this.random = new Random(seed);
        this.geometry = geometry;
        this.builder = HeapSnapshot.builder(header(geometry));
        this.types = TYPES.stream()
                .mapToInt(name -> builder.type(new TypeInfo(name, random.nextBoolean() ? "" : "slots a, b", 16))).toArray();
    }

    public static SnapshotHeader header(Geometry geometry) {
        return new SnapshotHeader("s", "classic", "classic geometry, 3.11 objects", 42, "In [1]", 1, geometry, List.of(), "");
    }

    /** A heap of so many arenas and chunks. */
    public static HeapSnapshot of(long seed, Geometry geometry, int arenas, int chunks) {
        return new RandomHeap(seed, geometry).build(arenas, chunks);
    }

    /** Nothing at all. */
    public static HeapSnapshot empty(Geometry geometry) {
        return HeapSnapshot.builder(header(geometry)).build();
    }

    private HeapSnapshot build(int arenas, int chunks) {
        for (int arena = 0; arena < arenas; arena++) {
            arena(arena);
        }
        for (int[] place : places) {
            int object = random.nextInt(10) == 0 ? PoolTable.NONE : object(place);
            boolean buffer = object != PoolTable.NONE && random.nextInt(5) == 0;
            builder.block(place[0], place[1], 1 + random.nextInt(place[2]), object, buffer ? "items" : "");
        }
        long address = BASE + (1L << 40);
        for (int chunk = 0; chunk < chunks; chunk++) {
            int size = 16 * (33 + random.nextInt(2000));
            boolean used = random.nextInt(3) > 0;
            ChunkTable.State state = used ? ChunkTable.State.USED : chunk + 1 == chunks ? ChunkTable.State.TOP : ChunkTable.State.FREE;
            int owner = used && !objects.isEmpty() ? objects.get(random.nextInt(objects.size())) : PoolTable.NONE;
            builder.chunk(address, size, used ? size - 8 : 0, state, owner, used ? "items" : "");
            address += size;
        }
        edges();
        return builder.build();
    }

    private void arena(int number) {
        int pools = geometry.poolsPerArena();
        int arena = builder.arena(BASE + (long) number * geometry.arenaSize(), pools);
        int carvedPools = random.nextInt(pools + 1);
        boolean sparse = random.nextInt(3) == 0;
        for (int index = 0; index < carvedPools; index++) {
            int size = geometry.alignment() * (1 + random.nextInt(geometry.largestBlock() / geometry.alignment()));
            int capacity = geometry.capacity(size);
            int carved = random.nextInt(4) == 0 ? capacity : Math.min(capacity, 2 + random.nextInt(capacity));
            int keep = random.nextInt(4);
            var free = new ArrayList<Integer>();
            var used = new ArrayList<Integer>();
            for (int block = 0; block < carved; block++) {
                boolean take = sparse ? random.nextInt(200) == 0 : keep == 3 || random.nextInt(4) < keep;
                (take ? used : free).add(block);
            }
            java.util.Collections.shuffle(free, random);
            int pool = builder.pool(arena, index, size, carved, free.stream().mapToInt(i -> i).toArray());
            for (int block : used) {
                places.add(new int[] {pool, block, size, arena, index});
            }
        }
    }

    private int object(int[] place) {
        int type = random.nextInt(TYPES.size());
        long address = BASE + (long) place[3] * geometry.arenaSize() + (long) place[4] * geometry.poolSize()
                + geometry.poolHeader() + (long) place[1] * place[2];
        int flags = random.nextInt(20) == 0 ? ObjectRow.PARKED : random.nextInt(9) == 0 ? ObjectRow.WEAKLY_REFERENCED : 0;
        int site = random.nextInt(3) == 0 ? Site.NONE
                : builder.site(new Site("In [" + random.nextInt(5) + "]", 1 + random.nextInt(9), "x = \"<&>\" * "
                + random.nextInt(3), random.nextBoolean() ? "" : "f()"));
        int object = builder.object(new ObjectRow(address + Math.min(16, place[2] - 1), types[type], serial++,
                1 + random.nextInt(2000), place[2],
                random.nextInt(4) - 1, random.nextInt(3) == 0 ? ObjectTable.NO_LENGTH : random.nextInt(1_000_000), site,
                random.nextInt(100_000),
                random.nextInt(3) == 0 ? "'<b>\u202e & \"x\"'" + "y".repeat(random.nextInt(90)) : "", flags));
        objects.add(object);
        return object;
    }

    private void edges() {
        List<EdgeLabels> labels = List.of(EdgeLabels.named("next", "__a_very_long_attribute_name_indeed__"),
                EdgeLabels.of(EdgeLabels.Rest.INDEX),
                EdgeLabels.of(EdgeLabels.Rest.KEY_VALUE), EdgeLabels.of(EdgeLabels.Rest.ELEMENT));
        for (int object : objects) {
            int count = random.nextInt(4) == 0 ? random.nextInt(20) : random.nextInt(4);
            builder.edges(object, labels.get(random.nextInt(labels.size())),
                    IntStream.range(0, count).map(i -> random.nextInt(8) == 0 ? ObjectTable.NOTHING
                    : objects.get(random.nextInt(objects.size()))).toArray());
        }
        for (int i = 0; i < Math.min(8, objects.size()); i++) {
            Root.Kind kind = Root.Kind.values()[random.nextInt(Root.Kind.values().length)];
            builder.root(new Root(kind, random.nextBoolean() ? "__main__" : "a_function_with_a_long_name()",
                    kind == Root.Kind.GLOBALS ? "" : "name" + i,
                    objects.get(random.nextInt(objects.size()))));
        }
    }
}
