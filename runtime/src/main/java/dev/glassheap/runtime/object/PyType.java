package dev.glassheap.runtime.object;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A type object: CPython's {@code PyTypeObject} ({@code PyHeapTypeObject} for classes made by guest code).
 *
 * <p>Invariants: {@code mro[0] == this}; {@code base} is in {@code bases} for every type but {@code object};
 * {@code preHeaderSize = 16 if HAVE_GC else 0, + 16 if MANAGED_DICT}; {@code versionTag} changes whenever an attribute
 * look-up through this type could give another answer.
 */
public final class PyType extends PyObject {

    /** {@code Py_TPFLAGS_HEAPTYPE}: made at run time; its instances hold a reference to it. */
    public static final int HEAPTYPE = 1;
    /** {@code Py_TPFLAGS_BASETYPE}: may be subclassed. */
    public static final int BASETYPE = 1 << 1;
    /** {@code Py_TPFLAGS_HAVE_GC}. */
    public static final int HAVE_GC = 1 << 2;
    /** {@code Py_TPFLAGS_MANAGED_DICT}. */
    public static final int MANAGED_DICT = 1 << 3;
    /** {@code Py_TPFLAGS_IMMUTABLETYPE}. */
    public static final int IMMUTABLE = 1 << 4;
    /** {@code Py_TPFLAGS_DISALLOW_INSTANTIATION}. */
    public static final int DISALLOW_INSTANTIATION = 1 << 5;
    /** {@code Py_TPFLAGS_METHOD_DESCRIPTOR}: a method look-up may skip the bound method. */
    public static final int METHOD_DESCRIPTOR = 1 << 6;
    /** {@code Py_TPFLAGS_SEQUENCE} / {@code Py_TPFLAGS_MAPPING}, for match statements. */
    public static final int SEQUENCE = 1 << 7, MAPPING = 1 << 8;
    /** {@code Py_TPFLAGS_IS_ABSTRACT}. */
    public static final int ABSTRACT = 1 << 9;
    /** The type's values array keeps spare room shared by its instances: classes with {@link #sharedKeys}. */
    public static final int READY = 1 << 10;

    /** The world this type belongs to. */
    public final World world;
    /** {@code tp_name}: for static types with the module prefix as CPython has it ("collections.deque"), else the bare name. */
    public String name;
    /** {@code tp_basicsize}, bytes, without pre-header. */
    public int basicSize;
    /** {@code tp_itemsize}, bytes. */
    public int itemSize;
    public int flags;
    /** {@code tp_base}; null only for {@code object}. */
    public PyType base;
    public PyTuple bases;
    /** {@code tp_mro} as a Java array for look-ups; {@link #mroTuple} is the guest's tuple. */
    public PyType[] mro = {};
    public PyTuple mroTuple;
    public PyDict dict;
    public TypeSlots slots = new TypeSlots();
    /** {@code tp_weaklistoffset != 0}. */
    public boolean hasWeakList;
    /** Instances have a {@code __dict__}: managed, or in the layout of a base. */
    public boolean hasDict;
    /** Names of the member slots this type adds ({@code __slots__}), mangled and sorted; base's members come first in {@link InstanceState#slots}. */
    public String[] memberSlots = {};
    /** Number of member slots including those of bases. */
    public int memberSlotCount;
    /** {@code ht_cached_keys}; null for types without managed dict. */
    public SharedKeys sharedKeys;
    public PyObject qualname;
    /** {@code ht_slots}: the tuple of mangled, sorted member names, owned; null without {@code __slots__}. */
    public PyTuple htSlots;
    /** {@code tp_doc} of a built-in type, or null. */
    public String docText;
    /** Block of the copy of the docstring ({@code tp_doc}), 0 for none. */
    public long docAddress;
    /** {@code ht_name}; null for static types. */
    public PyObject htName;
    /** Number of instances ever made: the last serial number given. */
    public int lastSerial;
    /** Changes whenever this type, or a type in its MRO, changes an attribute. */
    public int versionTag = 1;
    /** Java view of {@code tp_subclasses}; the guest-visible weak references live in {@code subclassRefs}. */
    public final List<PyType> subclasses = new ArrayList<>();
    /** {@code tp_subclasses}: the dict of weak references, made with the first subclass of a heap type. */
    public PyDict subclassRefs;
    /** Makes the Java object of an instance; set for every type that can be instantiated or subclassed. */
    public InstanceFactory factory;
    /** Of a built-in type: the slots a class below it has that defines no special method; null until there is one. */
    TypeSlots slotsForSubclass;
    /** {@code tp_vectorcall}: calls of the type itself that need no args tuple; null when there is none. Never inherited. */
    public Slots.VectorCall construct;
    /** Head of the list of weak references to the type itself. */
    public PyObject weakListHead;

    /** {@code _PyType_Lookup} cache: name to borrowed attribute or {@link #ABSENT}; cleared with the version tag. */
    private final Map<PyStr, Object> lookupCache = new HashMap<>();
    /** The same for special names, by their number. */
    private final Object[] specials = new Object[SpecialName.values().length];
    private static final Object ABSENT = new Object();

    /** Makes the bare Java object for {@code tp_alloc}; subclass says whether the type is a class made by guest code. */
    @FunctionalInterface
    public interface InstanceFactory {
        PyObject create(PyType type);
    }

    public PyType(World world, String name) {
        this.world = world;
        this.name = name;
    }

    public boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /** Bytes in front of the object: 16 for the GC head, 16 more for a managed dict. */
    public int preHeaderSize() {
        return (has(HAVE_GC) ? 16 : 0) + (has(MANAGED_DICT) ? 16 : 0);
    }

    /** {@code PyType_IsSubtype}. */
    public boolean isSubtypeOf(PyType other) {
        if (this == other) {
            return true;
        }
        for (PyType t : mro) {
            if (t == other) {
                return true;
            }
        }
        // A class whose MRO the collector has cleared still knows its base.
        return mro.length == 0 && base != null && base.isSubtypeOf(other);
    }

    /** {@code _PyType_Lookup}: the attribute along the MRO, without binding; a borrowed reference, or null when absent. */
    public PyObject lookup(PyStr name) {
        Object cached = lookupCache.get(name);
        if (cached == null) {
            PyObject found = lookupUncached(name);
            if (name.isInterned()) {
                lookupCache.put(name, found == null ? ABSENT : found);
            }
            return found;
        }
        return cached == ABSENT ? null : (PyObject) cached;
    }

    private PyObject lookupUncached(PyStr name) {
        for (PyType t : mro) {
            PyObject found = t.dict.getStr(world, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    /** {@link #lookup(PyStr)} by a Java name. */
    public PyObject lookup(String name) {
        return lookup(world.id(name));
    }

    /** {@link #lookup(PyStr)} of a special name, without hashing. */
    PyObject lookup(SpecialName name) {
        Object cached = specials[name.ordinal()];
        if (cached == null) {
            PyObject found = lookup(world.id(name.text));
            specials[name.ordinal()] = found == null ? ABSENT : found;
            return found;
        }
        return cached == ABSENT ? null : (PyObject) cached;
    }

    /** {@code PyType_Modified}: forgets cached look-ups here and in every subclass. */
    public void modified() {
        versionTag++;
        lookupCache.clear();
        java.util.Arrays.fill(specials, null);
        for (PyType sub : subclasses) {
            sub.modified();
        }
    }

    /** The name without module prefix: what messages print for {@code type(o).__name__}. */
    public String shortName() {
        int dot = name.lastIndexOf('.');
        return has(HEAPTYPE) || dot < 0 ? name : name.substring(dot + 1);
    }

    /** {@code __qualname__} as a Java text. */
    public String qualifiedNameText() {
        return qualname instanceof PyStr q ? q.text() : shortName();
    }

    @Override
    public PyDict attributeDict() {
        return dict;
    }

    @Override
    public void setAttributeDict(PyDict newDict) {
        dict = newDict;
    }

    @Override
    public PyObject weakList() {
        return weakListHead;
    }

    @Override
    public void setWeakList(PyObject head) {
        weakListHead = head;
    }

    @Override
    public String toString() {
        return "<class '" + name + "'>";
    }
}
