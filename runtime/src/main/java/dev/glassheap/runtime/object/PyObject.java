package dev.glassheap.runtime.object;

import com.oracle.truffle.api.interop.TruffleObject;

/**
 * The header every guest object has: CPython's {@code PyObject} and, for container types, its {@code PyGC_Head}.
 *
 * <p>A guest object is a Java object that owns one block of the simulated address space (none if it is static). The bytes
 * of the block are rendered on demand from the type's layout; the values live in Java fields.
 *
 * <p>Invariants, checked by the GC checker: {@code refcnt >= 0}; {@code refcnt} = number of owned references held by
 * objects, frames and native code; a tracked object is in exactly one generation's list
 * ({@code gcNext.gcPrev == this && gcPrev.gcNext == this}); {@code address = block + type.preHeaderSize()}.
 *
 * <p>The fields are public because every hot path of the interpreter and the collector reads them; only {@link World}
 * changes {@code refcnt}, and only the collector and {@link World#track}/{@link World#untrack} the links.
 */
public abstract class PyObject implements TruffleObject {

    /** {@code ob_refcnt}. */
    public int refcnt;
    /** {@code gc_refs}: the collector's working count while it runs, and the flags of {@code _gc_prev}. Kept apart from the links, unlike CPython. */
    public int gcRefs;
    /** {@code _PyGC_FINALIZED}: {@code __del__} or a generator's close has run; it runs once at most. */
    public boolean finalized;
    /** Serial number within the type, from 1, never reused: the {@code 12} of {@code list#12}. 0 for static objects. */
    public int serial;
    /** {@code ob_type}. */
    public PyType type;
    /** What {@code id()} returns: the address after the pre-header (GC head, managed-dict words). */
    public long address;
    /** {@code _gc_next}; {@code null} while untracked. */
    public PyObject gcNext;
    /** {@code _gc_prev}; {@code null} while untracked. */
    public PyObject gcPrev;

    /** {@code _PyObject_GC_IS_TRACKED}. */
    public final boolean isTracked() {
        return gcNext != null;
    }

    /** State that only instances of Python classes have (values, dict, slots, weak references); {@code null} for others. */
    public InstanceState instanceState() {
        return null;
    }

    /** The {@code __dict__} an object's layout holds ({@code tp_dictoffset}); null while there is none. Borrowed. */
    public PyDict attributeDict() {
        InstanceState state = instanceState();
        return state == null ? null : state.dict;
    }

    /** Stores the {@code __dict__} pointer without counting; called only for types whose instances have one. */
    public void setAttributeDict(PyDict dict) {
        instanceState().dict = dict;
    }

    /** Head of the list of weak references to this object, or {@code null} when there are none. */
    public PyObject weakList() {
        InstanceState state = instanceState();
        return state == null ? null : state.weakList;
    }

    /** Sets the head of the weak reference list; called only for types whose {@code tp_weaklistoffset} is not 0. */
    public void setWeakList(PyObject head) {
        instanceState().weakList = head;
    }

    /** The number of items of a variable-size object ({@code ob_size}, absolute value); 0 otherwise. */
    public long obSize() {
        return 0;
    }
}
