package dev.glassheap.runtime.picture;

import java.util.Locale;

/**
 * What a box means. The encoders turn a role into a fill, an edge, a texture <em>and</em> a mark, so that no state is
 * told by colour alone; the names below, in {@linkplain #wireName() lower case with dashes}, are the contract with the
 * browser side (lab/schema).
 */
public enum Role {
    /** Block handed out to the program: dark, solid. */
    ALLOCATED,
    /** Bytes of a block that were granted but not requested. */
    SLACK,
    /** A pool's 48-byte header, or overhead in general. */
    HEADER,
    /** Bytes at a pool's end too few for one more block: cross-hatched. */
    WASTE,
    /** Block that was carved and is in the free list: hatched, solid edge. */
    FREE,
    /** Never carved: dotted edge, no fill. */
    UNTOUCHED,
    /** Solid edge, white: the frame of a gauge, an empty pool. */
    OUTLINE,
    /** Thin dark bar above a gauge: the pool is full. */
    FULL_BAR,
    /** Rounded frame around a sentence that answers a question. */
    TAG,
    /** Rounded frame around the pool that keeps its arena mapped. */
    PINNED,
    /** Double frame around the block the picture is about. */
    TARGET,
    /** White ground under a label; no edge. */
    PLATE,
    /** Object in generation 0, 1 or 2: the digit is part of the role. */
    GENERATION_0, GENERATION_1, GENERATION_2,
    /** Object the collector does not track: a dash is part of the role. */
    UNTRACKED,
    /** Box of an object in a graph. */
    CARD,
    /** Box of the object the graph is about. */
    CARD_TARGET,
    /** One word of memory with its name. */
    FIELD,
    /** One word of the GC head. */
    FIELD_GC,
    /** In both snapshots, unchanged. */
    SURVIVED,
    /** Only in the later snapshot: plus. */
    ADDED,
    /** Only in the earlier snapshot: dashed, hollow, minus. */
    REMOVED,
    /** In both, with another count or length: corner triangle. */
    CHANGED,
    /** Added where a removed object was: split on the diagonal. */
    REUSED,
    /** Nothing that is alive reaches it: thick edge and the letter g; no hue. */
    GARBAGE;

    /** The name in JSON, for example {@code generation-0}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role of a generation's digit; -1 is {@link #UNTRACKED}. */
    public static Role ofGeneration(int generation) {
        return switch (generation) {
            case -1 -> UNTRACKED;
            case 0 -> GENERATION_0;
            case 1 -> GENERATION_1;
            case 2 -> GENERATION_2;
            default -> throw new IllegalArgumentException("no generation " + generation);
        };
    }
}
