package dev.glassheap.runtime.object;

/**
 * What an instance of a Python class has beyond its base's layout: member slots, inline values or dict, weak references.
 *
 * <p>A plain instance ({@link PyInstance}) and an instance of a class derived from a built-in type carry one each.
 */
public final class InstanceState {

    private static final PyObject[] NO_SLOTS = {};

    /** Values of {@code __slots__} members by member index of the type (base's members first); null = unset. */
    public PyObject[] slots = NO_SLOTS;
    /** Inline values by index in the class's shared keys ({@link SharedKeys}), or {@code null} once a dict took them or before any. */
    public DictValues values;
    /** The materialised {@code __dict__}, or {@code null}. */
    public PyDict dict;
    /** Head of the weak reference list, or {@code null}. */
    public PyObject weakList;
}
