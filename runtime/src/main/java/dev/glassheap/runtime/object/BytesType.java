package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Fills {@code bytes} and its iterator; the constructor ({@code bytes_new}). */
final class BytesType {

    private BytesType() {
    }

    static void define(World w) {
        TypeBuilder b = new TypeBuilder(w, w.types.bytesType, w.types.objectType).size(33, 1)
            .flags(PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyBytes.OfClass() : PyBytes.bare())
            .slots(s -> {
                sharedSlots(s);
                s.tpNew = BytesType::construct;
                s.tpDealloc = World::freeBlock;
                s.tpHash = PyBytes::hash;
            });
        sharedMethods(b);
        b.noArgs("__bytes__", (world, o) -> BytesBuild.unchanged(world, o));
        b.noArgs("__getnewargs__", (world, o) -> PyTuple.steal(world, new PyObject[] {PyBytes.of(world, ((PyBytes) o).data)}));
        b.ready();
        BytesIterator.define(w, w.types.bytesIteratorType);
        BytesIterator.define(w, w.types.bytearrayIteratorType);
    }

    /** Slots of {@code bytes} that {@code bytearray} has, too. */
    static void sharedSlots(TypeSlots s) {
        s.tpRepr = BytesCore::repr;
        s.tpStr = BytesCore::repr;
        s.tpRichcompare = BytesCore::compare;
        s.tpIter = BytesIterator::create;
        s.nbRemainder = PercentBytes::slot;
        s.sqLength = BytesCore::length;
        s.sqConcat = BytesCore::concat;
        s.sqRepeat = BytesCore::repeat;
        s.sqItem = BytesCore::item;
        s.sqContains = BytesCore::contains;
        s.mpLength = BytesCore::length;
        s.mpSubscript = BytesCore::subscript;
    }

    /** Methods of {@code bytes} that {@code bytearray} has, too. */
    static void sharedMethods(TypeBuilder b) {
        BytesSearch.define(b);
        BytesSplit.define(b);
        BytesCase.define(b);
        b.keywords("decode", "encoding?, errors?", (w, o, a) -> Codecs.decode(w, o,
            a[0] == null ? "utf-8" : StrArgs.text(w, a[0], "decode() argument 'encoding'").text(),
            a[1] == null ? "strict" : StrArgs.text(w, a[1], "decode() argument 'errors'").text()));
    }

    @TruffleBoundary
    private static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        PyObject[] a = StrArgs.constructor(w, "bytes", new String[] {"source", "encoding", "errors"}, args, kwargs);
        PyBytes bytes = content(w, a);
        if (type == w.types.bytesType) {
            return bytes;
        }
        try {
            PyBytes.OfClass instance = TypeObject.genericAlloc(w, type, bytes.data.length);
            instance.data = bytes.data;
            return instance;
        } finally {
            w.release(bytes, Holder.NATIVE);
        }
    }

    private static PyBytes content(World w, PyObject[] a) {
        if (a[0] == null) {
            noEncoding(w, a);
            return PyBytes.of(w, new byte[0]);
        }
        if (a[0] instanceof PyStr s) {
            return encoded(w, "bytes", s, a);
        }
        noEncoding(w, a);
        PyObject special = Calls.callSpecial(w, a[0], "__bytes__");
        if (special != null) {
            if (special instanceof PyBytes b) {
                return b;
            }
            PyException e = Errors.typeError(w, "__bytes__ returned non-bytes (type %s)", special.type.name);
            w.release(special, Holder.NATIVE);
            throw e;
        }
        long count = count(w, a[0]);
        if (count >= 0) {
            PyBytes zeros = PyBytes.begin(w, count);
            return PyBytes.finish(w, zeros, new byte[(int) count]);
        }
        return BytesBuild.fromBufferOrItems(w, a[0]);
    }

    /** The text of a source by its encoding. */
    static PyBytes encoded(World w, String type, PyStr text, PyObject[] a) {
        String encoding = a[1] == null ? null : StrArgs.text(w, a[1], type + "() argument 'encoding'").text();
        String errors = a[2] == null ? "strict" : StrArgs.text(w, a[2], type + "() argument 'errors'").text();
        if (encoding == null) {
            throw Errors.typeError(w, "string argument without an encoding");
        }
        return Codecs.encode(w, text, encoding, errors);
    }

    static void noEncoding(World w, PyObject[] a) {
        if (a[1] != null || a[2] != null) {
            throw Errors.typeError(w, a[1] != null ? "encoding without a string argument" : "errors without a string argument");
        }
    }

    /** The number of zero bytes an int asks for, or -1 if the object is no int. */
    static long count(World w, PyObject o) {
        if (BytesBuild.isBytesLike(o) || o.type.slots.nbIndex == null) {
            return -1;
        }
        long count;
        try {
            count = Numbers.asIndex(w, o, w.types.exceptions.overflowError);
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.typeError)) {
                throw e;
            }
            w.release(e.take(), Holder.EXCEPTION);
            return -1;
        }
        if (count < 0) {
            throw Errors.valueError(w, "negative count");
        }
        return count;
    }
}
