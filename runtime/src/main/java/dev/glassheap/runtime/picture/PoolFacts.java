package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.Geometry;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a pool's picture and its twin say. */
final class PoolFacts {

    static final int LISTED = 8;
    private static final int MOST_LETTERS = 10;

    final HeapSnapshot snapshot;
    final PoolTable pools;
    final Geometry geometry;
    final Names names;
    final int pool;
    final int index;
    final PoolTable.State state;
    final int size;
    final int capacity;
    final int used;
    final int carved;
    final int[] freeList;
    final int slack;
    final int slackBlocks;
    final int garbageBlocks;

    PoolFacts(HeapSnapshot snapshot, int pool) {
        this.snapshot = snapshot;
        this.pools = snapshot.pools();
        this.geometry = snapshot.header().geometry();
        this.names = new Names(snapshot);
        this.pool = pool;
        this.index = pools.indexInArena(pool);
        this.state = pools.state(pool);
        this.size = pools.blockSize(pool);
        this.capacity = size == 0 ? 0 : pools.capacity(pool);
        this.used = pools.used(pool);
        this.carved = pools.carved(pool);
        this.freeList = pools.freeList(pool);
        int bytes = 0;
        int blocks = 0;
        int garbage = 0;
        for (int block = 0; block < carved; block++) {
            if (pools.allocated(pool, block)) {
                int rest = size - pools.requested(pool, block);
                bytes += rest;
                blocks += rest > 0 ? 1 : 0;
                garbage += garbage(block) ? 1 : 0;
            }
        }
        this.slack = bytes;
        this.slackBlocks = blocks;
        this.garbageBlocks = garbage;
    }

    /** Whether an allocated block belongs to an object that nothing reaches. */
    boolean garbage(int block) {
        int owner = pools.owner(pool, block);
        return owner != PoolTable.NONE && snapshot.objects().garbage(owner);
    }

    String headline() {
        return switch (state) {
            case UNTOUCHED -> "Pool " + index + " is untouched: it was never carved, and costs no physical memory";
            case EMPTY -> "Pool " + index + " is empty: any block size may take it; its last blocks were of " + size + " bytes";
            case FULL -> "Pool " + index + " is full: " + (capacity == 1 ? "its only block is" : "all " + Words.number(capacity)
                    + " blocks of it are") + " allocated";
            case USED -> "Pool " + index + " holds " + Words.number(used) + " of " + Words.count(capacity, "block") + "; " + next();
        };
    }

    private String next() {
        int turn = pools.turn(pool);
        int block = freeList.length == 0 ? carved : freeList[0];
        if (turn == PoolTable.NONE) {
            return "the next block it hands out is block " + block;
        }
        if (turn == 0) {
            return "the next " + size + "-byte request gets block " + block;
        }
        return "block " + block + " is next, once " + Words.count(turn, "pool") + " before it " + (turn == 1 ? "is" : "are") + " full";
    }

    List<String> breadcrumb() {
        return List.of("heap", "arena " + pools.arenaNumber(pools.arenaOf(pool)), "pool " + index + (size == 0 ? "" : " (" + size + " B)"));
    }

    /** {@code 26 > 20 > 22}, at most the first eight; {@code empty} if there is none. */
    String freeListWords() {
        if (freeList.length == 0) {
            return "empty";
        }
        String first = String.join(" > ", Arrays.stream(freeList).limit(LISTED).mapToObj(Integer::toString).toList());
        return freeList.length > LISTED ? first + " > +" + (freeList.length - LISTED) + " more" : first;
    }

    String slackWords() {
        return slack == 0 ? "no slack" : "slack " + Words.number(slack) + " B in " + Words.count(slackBlocks, "block");
    }

    /** {@code 48 header + 63 x 64 + 16 waste = 4,096 B}. */
    String equation() {
        return geometry.poolHeader() + " header + " + capacity + " x " + size + " + " + geometry.tail(size) + " waste = "
                + Words.number(geometry.poolSize()) + " B";
    }

    int untouched() {
        return capacity - carved;
    }

    /**
     * Letters for the types in the pool, the most frequent first; types beyond the tenth share an asterisk with the runtime's
     * own blocks.
     */
    Map<String, Character> letters() {
        Map<String, Integer> counts = typeCounts();
        Map<String, Character> letters = new LinkedHashMap<>();
        var taken = new ArrayList<Character>();
        counts.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_LETTERS).forEach(entry -> {
                    char letter = letter(entry.getKey(), taken);
                    taken.add(letter);
                    letters.put(entry.getKey(), letter);
                });
        return letters;
    }

    /** Allocated blocks by the type of their owner, in alphabetical order; the runtime's own are under {@link Names#RUNTIME}. */
    Map<String, Integer> typeCounts() {
        var counts = new TreeMap<String, Integer>();
        for (int block = 0; block < carved; block++) {
            if (pools.allocated(pool, block)) {
                counts.merge(type(block), 1, Integer::sum);
            }
        }
        return counts;
    }

    String type(int block) {
        int owner = pools.owner(pool, block);
        return owner == PoolTable.NONE ? Names.RUNTIME : Words.visible(snapshot.objects().typeName(owner));
    }

    private static char letter(String type, List<Character> taken) {
        String ascii = Words.ascii(type).toLowerCase(java.util.Locale.ROOT) + "abcdefghijklmnopqrstuvwxyz";
        return (char) ascii.chars().filter(Character::isLetter).filter(c -> !taken.contains((char) c)).findFirst().orElse('*');
    }

    List<String> footer(boolean bytes) {
        String base = String.format("pool base 0x%x", pools.address(pool));
        return bytes ? Footer.of(snapshot.header(), base, "bytes little endian") : Footer.of(snapshot.header(), base);
    }
}
