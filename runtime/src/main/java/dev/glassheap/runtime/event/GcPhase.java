package dev.glassheap.runtime.event;

/** The phases of one collection, in the order in which they happen; the names are those of CPython's collector. */
public enum GcPhase {
    START,
    UPDATE_REFS,
    SUBTRACT_REFS,
    MOVE_UNREACHABLE,
    HANDLE_WEAKREFS,
    FINALIZE_GARBAGE,
    HANDLE_RESURRECTED,
    DELETE_GARBAGE,
    STOP
}
