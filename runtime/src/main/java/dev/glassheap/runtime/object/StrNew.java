package dev.glassheap.runtime.object;

/** The constructor of {@code str} ({@code unicode_new}). */
final class StrNew {

    private static final Signature SIGNATURE = Signature.of("str", "object?, encoding?, errors?");

    private StrNew() {
    }

    static PyObject construct(World w, PyType type, PyTuple args, PyDict kwargs) {
        PyObject[] a = arguments(w, args, kwargs);
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

    private static PyObject[] arguments(World w, PyTuple args, PyDict kwargs) {
        int n = args.items.length;
        int keywords = kwargs == null ? 0 : kwargs.size();
        if (n + keywords > 3) {
            throw Errors.typeError(w, "str() takes at most 3 %sarguments (%d given)", keywords == 0 ? "" : n == 0 ? "keyword " : "",
                n + keywords);
        }
        PyObject[] a = java.util.Arrays.copyOf(args.items, 3);
        if (keywords > 0) {
            kwargs.forEach((key, value) -> {
                int index = SIGNATURE.names().indexOf(((PyStr) key).text());
                if (index < 0) {
                    throw Errors.typeError(w, "'%s' is an invalid keyword argument for str()", ((PyStr) key).text());
                }
                if (a[index] != null) {
                    throw Errors.typeError(w, "argument for str() given by name ('%s') and position (%d)",
                        SIGNATURE.names().get(index), index + 1);
                }
                a[index] = value;
            });
        }
        return a;
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
