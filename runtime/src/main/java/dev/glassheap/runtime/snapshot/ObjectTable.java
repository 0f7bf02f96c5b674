package dev.glassheap.runtime.snapshot;

import java.util.List;

/**
 * The objects of a snapshot and their edges. Object numbers are 0 to {@link #count()} - 1 and mean nothing outside this
 * snapshot; identity across snapshots is {@link #typeName} with {@link #serial}.
 *
 * <p>Columns: 54 bytes an object; with a 7-byte row for its block in {@link PoolTable} at most 64. Edges are in compressed sparse rows, 4
 * bytes each: edges of object o are {@code edgeStart[o]} to {@code edgeStart[o + 1]} - 1.
 */
public final class ObjectTable {

    /** Generation of what the collector does not track. */
    public static final int UNTRACKED = -1;

    /** Length of what has none. */
    public static final int NO_LENGTH = -1;

    /** Target of a named place that holds nothing. */
    public static final int NOTHING = -1;

    static final int GENERATION_BITS = 3;
    static final int REACHABLE = 32;
    static final int IN_USE = 64;

    final long[] id;
    final int[] type;
    final int[] serial;
    final int[] refcount;
    final int[] size;
    final int[] length;
    final int[] site;
    final long[] birthEvent;
    final int[] preview;
    final short[] flags;
    final int[] labels;
    final int[] edgeStart;
    final int[] edgeTarget;
    private final List<TypeInfo> types;
    private final List<EdgeLabels> labelings;
    private final String[] strings;

    ObjectTable(Columns.Objects columns, List<TypeInfo> types, List<EdgeLabels> labelings, String[] strings) {
        id = columns.id.finish();
        type = columns.type.finish();
        serial = columns.serial.finish();
        refcount = columns.refcount.finish();
        size = columns.size.finish();
        length = columns.length.finish();
        site = columns.site.finish();
        birthEvent = columns.birthEvent.finish();
        preview = columns.preview.finish();
        flags = columns.flags.finish();
        labels = columns.labels.finish();
        edgeStart = columns.edgeStart.finish();
        edgeTarget = columns.edgeTarget.finish();
        this.types = types;
        this.labelings = labelings;
        this.strings = strings;
    }

    public int count() {
        return id.length;
    }

    public long id(int object) {
        return id[object];
    }

    public TypeInfo type(int object) {
        return types.get(type[object]);
    }

    public String typeName(int object) {
        return type(object).name();
    }

    public int serial(int object) {
        return serial[object];
    }

    /** The identity in every picture: {@code list#12}; a class goes by its own name, {@code type Node}, a static object by its value. */
    public String name(int object) {
        if (parked(object)) {
            return "parked " + typeName(object);
        }
        if (isType(object) && preview[object] >= 0) {
            return "type " + preview(object);
        }
        if (isStatic(object) && serial[object] == 0) {
            return staticName(object);
        }
        return typeName(object) + "#" + serial[object];
    }

    /** Static objects have no serial numbers: they go by what they are, {@code int 5}, {@code None}. */
    private String staticName(int object) {
        String text = preview(object);
        return text.equals("None") || text.equals("True") || text.equals("False") ? text
                : typeName(object).replace("builtin_function_or_method", "builtin") + (text.isEmpty() ? "" : " " + text);
    }

    /** Whether the object is a class. */
    public boolean isType(int object) {
        return typeName(object).equals("type");
    }

    public int refcount(int object) {
        return refcount[object];
    }

    /** What {@code sys.getsizeof} says, bytes; sizes over 2 GiB are given as 2,147,483,647. */
    public int size(int object) {
        return size[object];
    }

    /** 0, 1, 2 or {@link #UNTRACKED}. */
    public int generation(int object) {
        int bits = flags[object] & GENERATION_BITS;
        return bits == GENERATION_BITS ? UNTRACKED : bits;
    }

    public int length(int object) {
        return length[object];
    }

    /** Site number, or {@link Site#NONE}. */
    public int site(int object) {
        return site[object];
    }

    public long birthEvent(int object) {
        return birthEvent[object];
    }

    /** Text of at most 64 characters, empty when there is none. */
    public String preview(int object) {
        return preview[object] < 0 ? "" : strings[preview[object]];
    }

    /** The preview, or the name of an object without one. */
    String shortText(int object) {
        if (object == NOTHING) {
            return "nothing";
        }
        return preview[object] < 0 || isType(object) ? name(object) : preview(object);
    }

    public boolean isStatic(int object) {
        return (flags[object] & ObjectRow.STATIC) != 0;
    }

    /** Freed, its block kept in the type's free list. */
    public boolean parked(int object) {
        return (flags[object] & ObjectRow.PARKED) != 0;
    }

    public boolean weaklyReferenced(int object) {
        return (flags[object] & ObjectRow.WEAKLY_REFERENCED) != 0;
    }

    /** Whether a root or a static object reaches it. */
    public boolean reachable(int object) {
        return (flags[object] & REACHABLE) != 0;
    }

    /** Whether only the running code itself reaches it: its operands, its code and the constants in it. */
    public boolean inUse(int object) {
        return (flags[object] & IN_USE) != 0;
    }

    /** An object that nothing reaches: exactly one of reachable, garbage, parked holds for every row. */
    public boolean garbage(int object) {
        return !reachable(object) && !parked(object);
    }

    public int edgeCount(int object) {
        return edgeStart[object + 1] - edgeStart[object];
    }

    /** Object number, or {@link #NOTHING}. */
    public int edgeTarget(int object, int k) {
        return edgeTarget[edgeStart[object] + k];
    }

    /** Decoded on demand. */
    public EdgeLabel edgeLabel(int object, int k) {
        return labelings.get(labels[object]).decode(this, object, k);
    }

    /** All edges of all objects, places that hold nothing included. */
    public int totalEdges() {
        return edgeTarget.length;
    }
}
