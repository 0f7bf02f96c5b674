package dev.glassheap.runtime.object;

/** The constructor of {@code str} ({@code unicode_new}). */
final class StrNew {

    private static final String[] NAMES = {"object", "encoding", "errors"};

    private StrNew() {
    }

    static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        PyObject[] a = StrArgs.constructor(w, "str", NAMES, args, kwargs);
        PyStr text = a[0] == null ? PyStr.of(w, "") : a[1] == null && a[2] == null ? Objects.str(w, a[0]) : decode(w, a);
        if (type == w.types.strType) {
            return text;
        }
        try {
            return subclassInstance(w, type, text);
        } finally {
            w.release(text, Holder.NATIVE);
        }
    }

    /** {@code PyUnicode_FromEncodedObject}. */
    private static PyStr decode(World w, PyObject[] a) {
        String encoding = a[1] == null ? "utf-8" : StrArgs.text(w, a[1], "str() argument 'encoding'").text();
        String errors = a[2] == null ? "strict" : StrArgs.text(w, a[2], "str() argument 'errors'").text();
        if (a[0] instanceof PyStr) {
            throw Errors.typeError(w, "decoding str is not supported");
        }
        if (!BytesBuild.isBytesLike(a[0])) {
            throw Errors.typeError(w, "decoding to str: need a bytes-like object, %s found", a[0].type.name);
        }
        return Codecs.decode(w, a[0], encoding, errors);
    }

    /** {@code unicode_subtype_new}: header by {@code tp_alloc}, characters in a block of their own. */
    private static PyStr subclassInstance(World w, PyType type, PyStr text) {
        PyStr.OfClass s = TypeObject.genericAlloc(w, type, 0);
        try {
            s.dataAddress = w.allocateBuffer((text.length() + 1L) * text.kind, s);
        } catch (PyException e) {
            w.release(s, Holder.NATIVE);
            throw e;
        }
        s.copyText(text);
        return s;
    }
}
