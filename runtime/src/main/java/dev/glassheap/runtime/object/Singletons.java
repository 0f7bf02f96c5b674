package dev.glassheap.runtime.object;

/** The objects that exist once a world, outside the heap: None, True, False, Ellipsis, NotImplemented, small ints, empty and one-character values. */
public final class Singletons {

    public static final int SMALLEST_INT = -5;
    public static final int LARGEST_INT = 256;
    /** {@code _PyObject_IMMORTAL_REFCNT} of CPython 3.11: where the counts of static objects start. */
    public static final int STATIC_REFCNT = 999_999_999;

    /** A singleton without fields. */
    public static final class Plain extends PyObject {
    }

    public final PyObject none = new Plain();
    public final PyObject ellipsis = new Plain();
    public final PyObject notImplemented = new Plain();
    public final PyBool trueObject = new PyBool(true);
    public final PyBool falseObject = new PyBool(false);
    private final PyInt[] smallInts = new PyInt[LARGEST_INT - SMALLEST_INT + 1];
    private final PyStr[] latin1 = new PyStr[256];
    /** The empty bytes, then those of one byte; made when first needed. */
    private final PyBytes[] shortBytes = new PyBytes[257];
    public PyTuple emptyTuple;

    Singletons(World w) {
        Types t = w.types;
        w.makeStatic(none, t.noneType, 16, 1);
        w.makeStatic(falseObject, t.boolType, 28, 1);
        w.makeStatic(trueObject, t.boolType, 28, 1);
        w.makeStatic(ellipsis, t.ellipsisType, 16, 1);
        w.makeStatic(notImplemented, t.notImplementedType, 16, 1);
        for (int i = 0; i < smallInts.length; i++) {
            smallInts[i] = w.makeStatic(new PyInt(i + (long) SMALLEST_INT), t.intType, 32, STATIC_REFCNT);
        }
        emptyTuple = w.makeStatic(new PyTuple(new PyObject[0]), t.tupleType, 24, STATIC_REFCNT);
    }

    /** The shared int of a value in -5..256; borrowed. */
    public PyInt smallInt(int value) {
        return smallInts[value - SMALLEST_INT];
    }

    /** The shared string of one Latin-1 character (0..255); borrowed. */
    public PyStr latin1(World w, int character) {
        PyStr s = latin1[character];
        if (s == null) {
            s = latin1[character] = w.interned.staticString(String.valueOf((char) character));
        }
        return s;
    }

    /** The shared empty string; borrowed. */
    public PyStr emptyStr(World w) {
        return w.id("");
    }

    /** The shared bytes object of at most one byte; borrowed. */
    PyBytes bytes(World w, byte[] data) {
        int index = data.length == 0 ? 0 : 1 + (data[0] & 0xFF);
        PyBytes b = shortBytes[index];
        if (b == null) {
            b = shortBytes[index] = w.makeStatic(new PyBytes(data), w.types.bytesType, 33 + data.length, STATIC_REFCNT);
        }
        return b;
    }
}
