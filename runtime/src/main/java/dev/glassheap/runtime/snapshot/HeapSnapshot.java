package dev.glassheap.runtime.snapshot;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The heap at one event. Built once by a {@link Builder}, never changed.
 */
public final class HeapSnapshot {

    /** Characters that are kept of a preview. */
    public static final int PREVIEW = 64;

    private final SnapshotHeader header;
    private final PoolTable pools;
    private final ChunkTable chunks;
    private final ObjectTable objects;
    private final List<Site> sites;
    private final List<Root> roots;
    private final HeapTotals totals;

    private HeapSnapshot(Builder builder) {
        header = builder.header;
        List<String> roles = List.copyOf(builder.roles);
        pools = new PoolTable(header.geometry(), builder.pools, roles);
        chunks = new ChunkTable(builder.chunks, roles);
        objects = new ObjectTable(builder.objects, List.copyOf(builder.types), List.copyOf(builder.labelings),
                builder.strings.toArray(String[]::new));
        sites = List.copyOf(builder.sites);
        roots = builder.roots.stream().sorted((a, b) -> a.kind().compareTo(b.kind())).toList();
        RootPaths.markReachable(objects, roots);
        totals = HeapTotals.of(this);
    }

    public static Builder builder(SnapshotHeader header) {
        return new Builder(header);
    }

    public SnapshotHeader header() {
        return header;
    }

    public PoolTable pools() {
        return pools;
    }

    public ChunkTable chunks() {
        return chunks;
    }

    public ObjectTable objects() {
        return objects;
    }

    /** Line that made the object, or one with an empty file when none did. */
    public Site site(int object) {
        int site = objects.site(object);
        return site == Site.NONE ? new Site("", 0, "", "") : sites.get(site);
    }

    /** In the order of {@link Root.Kind}. */
    public List<Root> roots() {
        return roots;
    }

    public HeapTotals totals() {
        return totals;
    }

    /** Where the object's own block is. */
    public Place place(int object) {
        if (objects.isStatic(object)) {
            return new Place.Static();
        }
        long id = objects.id(object);
        int pool = pools.poolAt(id);
        if (pool != PoolTable.NONE && pools.blockSize(pool) > 0) {
            long offset = id - pools.address(pool) - header.geometry().poolHeader();
            return new Place.InPool(pool, (int) (offset / pools.blockSize(pool)));
        }
        int chunk = chunks.chunkAt(id);
        return chunk == PoolTable.NONE ? new Place.Static() : new Place.InCHeap(chunk);
    }

    /** Number of the object of a name such as {@code Node#7}, or {@link ObjectTable#NOTHING}. */
    public int find(String typeName, int serial) {
        for (int object = 0; object < objects.count(); object++) {
            if (objects.serial(object) == serial && !objects.parked(object) && objects.typeName(object).equals(typeName)) {
                return object;
            }
        }
        return ObjectTable.NOTHING;
    }

    /** Number of the object with a guest id, parked blocks apart, or {@link ObjectTable#NOTHING}. */
    public int at(long id) {
        for (int object = 0; object < objects.count(); object++) {
            if (objects.id(object) == id && !objects.parked(object)) {
                return object;
            }
        }
        return ObjectTable.NOTHING;
    }

    /**
     * Bytes that each object has of the heap: its own block and its buffers, granted sizes in pools, requested sizes in the C heap.
     * Their sum and {@link HeapTotals#unowned} is {@link HeapTotals#allocated}.
     */
    public long[] footprints() {
        var bytes = new long[objects.count()];
        for (int pool = 0; pool < pools.poolCount(); pool++) {
            for (int block = 0; block < pools.carved(pool); block++) {
                if (pools.allocated(pool, block) && pools.owner(pool, block) != PoolTable.NONE) {
                    bytes[pools.owner(pool, block)] += pools.blockSize(pool);
                }
            }
        }
        for (int chunk = 0; chunk < chunks.count(); chunk++) {
            if (chunks.allocated(chunk) && chunks.owner(chunk) != PoolTable.NONE) {
                bytes[chunks.owner(chunk)] += chunks.requested(chunk);
            }
        }
        return bytes;
    }

    /**
     * Takes a heap in parts, in any order but for two rules: an arena before its pools and a pool before its blocks; all objects
     * before the first edge, and edges by ascending object number. Not for use by several threads.
     */
    public static final class Builder {
        private final SnapshotHeader header;
        private final Columns.Pools pools = new Columns.Pools();
        private final Columns.Chunks chunks = new Columns.Chunks();
        private final Columns.Objects objects = new Columns.Objects();
        private final List<TypeInfo> types = new ArrayList<>();
        private final List<Site> sites = new ArrayList<>();
        private final Map<Site, Integer> siteNumbers = new HashMap<>();
        private final List<EdgeLabels> labelings = new ArrayList<>();
        private final Map<EdgeLabels, Integer> labelingNumbers = new HashMap<>();
        private final List<String> strings = new ArrayList<>();
        private final Map<String, Integer> stringNumbers = new HashMap<>();
        private final List<String> roles = new ArrayList<>(List.of("", ""));
        private final List<Root> roots = new ArrayList<>();
        private int edgesOf = -1;

        private Builder(SnapshotHeader header) {
            this.header = header;
        }

        /** Adds an arena of untouched pools, numbered in the order of adding, and returns its place. */
        public int arena(long firstPoolAddress, int poolCount) {
            return arena(pools.arenaAddress.count(), firstPoolAddress, poolCount);
        }

        /** Adds an arena of untouched pools that the allocator calls by a number, and returns its place. */
        public int arena(int number, long firstPoolAddress, int poolCount) {
            int arena = pools.arenaAddress.count();
            pools.arenaNumber.add(number);
            pools.arenaAddress.add(firstPoolAddress);
            pools.firstPool.add(pools.blockSize.count());
            for (Columns.Ints column : List.of(pools.blockSize, pools.carved, pools.used)) {
                column.addMany(poolCount, 0);
            }
            pools.firstFree.addMany(poolCount, PoolTable.NONE);
            pools.blockStart.addMany(poolCount, PoolTable.NONE);
            pools.turn.addMany(poolCount, PoolTable.NONE);
            return arena;
        }

        /**
         * Says that a pool was carved up to a watermark and how its free list runs; all its blocks not in the list must be
         * given to {@link #block}. Returns the pool's number in the heap.
         *
         * @param freeList block numbers, the next to be handed out first
         */
        public int pool(int arena, int index, int blockSize, int carved, int... freeList) {
            int pool = pools.firstPool.at(arena) + index;
            if (pools.blockStart.at(pool) != PoolTable.NONE || carved > header.geometry().capacity(blockSize)) {
                throw new IllegalArgumentException("pool " + index + " of arena " + arena + " twice, or " + carved + " blocks of "
                        + blockSize + " in it");
            }
            int start = pools.owner.count();
            pools.blockSize.set(pool, blockSize);
            pools.carved.set(pool, carved);
            pools.blockStart.set(pool, start);
            for (int block = 0; block < carved; block++) {
                pools.requested.add(0);
                pools.owner.add(PoolTable.NONE);
                pools.role.add(PoolTable.FREE_ROLE);
            }
            pools.firstFree.set(pool, freeList.length == 0 ? PoolTable.NONE : freeList[0]);
            for (int i = 0; i + 1 < freeList.length; i++) {
                pools.owner.set(start + freeList[i], freeList[i + 1]);
            }
            return pool;
        }

        /** Says in which order the partly used pools of one block size are asked; the first one serves the next request. */
        public void usedPools(int... poolsInOrder) {
            for (int turn = 0; turn < poolsInOrder.length; turn++) {
                pools.turn.set(poolsInOrder[turn], turn);
            }
        }

        /**
         * Says that a carved block is allocated.
         *
         * @param owner object number, or {@link PoolTable#NONE}
         * @param role  empty for the object itself, else the buffer's word: {@code items}
         */
        public void block(int pool, int block, int requested, int owner, String role) {
            int row = pools.blockStart.at(pool) + java.util.Objects.checkIndex(block, pools.carved.at(pool));
            if (pools.role.at(row) != PoolTable.FREE_ROLE) {
                throw new IllegalArgumentException("block " + block + " of pool " + pool + " twice");
            }
            pools.used.set(pool, pools.used.at(pool) + 1);
            pools.requested.set(row, requested);
            pools.owner.set(row, owner);
            pools.role.set(row, role(role));
        }

        /** Adds a chunk of the C heap, in address order. */
        public void chunk(long address, long size, long requested, ChunkTable.State state, int owner, String role) {
            chunks.address.add(address);
            chunks.size.add(size);
            chunks.requested.add(requested);
            chunks.owner.add(owner);
            chunks.state.add(state.ordinal());
            chunks.role.add(role(role));
        }

        /** Adds a type and returns its number. */
        public int type(TypeInfo type) {
            types.add(type);
            return types.size() - 1;
        }

        /** Number of a site; equal sites have one number. */
        public int site(Site site) {
            return siteNumbers.computeIfAbsent(site, unseen -> {
                sites.add(unseen);
                return sites.size() - 1;
            });
        }

        /** Adds an object and returns its number. */
        public int object(ObjectRow row) {
            if (edgesOf >= 0) {
                throw new IllegalStateException("object " + row + " after the first edge");
            }
            objects.id.add(row.id());
            objects.type.add(row.type());
            objects.serial.add(row.serial());
            objects.refcount.add(row.refcount());
            objects.size.add((int) Math.min(row.size(), Integer.MAX_VALUE));
            objects.length.add(row.length());
            objects.site.add(row.site());
            objects.birthEvent.add(row.birthEvent());
            objects.preview.add(row.preview().isEmpty() ? -1 : string(cut(row.preview())));
            objects.flags.add(row.generation() & ObjectTable.GENERATION_BITS
                    | row.flags() & (ObjectRow.STATIC | ObjectRow.PARKED | ObjectRow.WEAKLY_REFERENCED));
            objects.labels.add(labeling(EdgeLabels.of(EdgeLabels.Rest.NONE)));
            return objects.id.count() - 1;
        }

        /** Objects added so far: the number of the next one. */
        int objectCount() {
            return objects.id.count();
        }

        /** Adds the edges of an object, in the order in which its labels count them. */
        public void edges(int object, EdgeLabels labels, int... targets) {
            if (object <= edgesOf) {
                throw new IllegalStateException("edges of object " + object + " after those of " + edgesOf);
            }
            startRowsUpTo(object);
            objects.labels.set(object, labeling(labels));
            for (int target : targets) {
                objects.edgeTarget.add(target);
            }
        }

        public void root(Root root) {
            roots.add(root);
        }

        /** Computes reachability and the sums; the builder must not be used afterwards. */
        public HeapSnapshot build() {
            startRowsUpTo(objects.id.count());
            return new HeapSnapshot(this);
        }

        private void startRowsUpTo(int object) {
            while (edgesOf < object) {
                objects.edgeStart.add(objects.edgeTarget.count());
                edgesOf++;
            }
        }

        private int labeling(EdgeLabels labels) {
            return labelingNumbers.computeIfAbsent(labels, unseen -> {
                labelings.add(unseen);
                return labelings.size() - 1;
            });
        }

        private int string(String text) {
            return stringNumbers.computeIfAbsent(text, unseen -> {
                strings.add(unseen);
                return strings.size() - 1;
            });
        }

        private int role(String word) {
            if (word.isEmpty()) {
                return PoolTable.BODY_ROLE;
            }
            int known = roles.lastIndexOf(word);
            if (known >= 0) {
                return known;
            }
            roles.add(word);
            return roles.size() - 1;
        }

        private static String cut(String preview) {
            if (preview.codePointCount(0, preview.length()) <= PREVIEW) {
                return preview;
            }
            return preview.substring(0, preview.offsetByCodePoints(0, PREVIEW - 3)) + "...";
        }
    }
}
