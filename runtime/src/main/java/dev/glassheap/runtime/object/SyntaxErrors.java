package dev.glassheap.runtime.object;

/** {@code SyntaxError} and its subclasses. */
final class SyntaxErrors {

    static final int MSG = 0, FILENAME = 1, LINENO = 2, OFFSET = 3, TEXT = 4, END_LINENO = 5, END_OFFSET = 6;

    private SyntaxErrors() {
    }

    static void define(World w) {
        ExceptionTypes t = w.types.exceptions;
        ExceptionLayouts.withFields(w, t.syntaxError, t.exception, 136, SyntaxErrors::init, "msg", "filename", "lineno", "offset",
            "text", "end_lineno", "end_offset", "print_file_and_line").slots(s -> s.tpStr = SyntaxErrors::str).ready();
        new TypeBuilder(w, t.indentationError, t.syntaxError).flags(PyType.BASETYPE | PyType.HAVE_GC).ready();
        new TypeBuilder(w, t.tabError, t.indentationError).flags(PyType.BASETYPE | PyType.HAVE_GC).ready();
    }

    private static void init(World w, PyObject self, PyTuple args, PyDict kwargs) {
        BaseExceptionType.init(w, self, args, kwargs);
        PyBaseException e = (PyBaseException) self;
        if (args.items.length >= 1) {
            e.setField(w, MSG, args.items[0]);
        }
        if (args.items.length != 2) {
            return;
        }
        PyObject[] info = Objects.toArray(w, args.items[1]);
        try {
            if (info.length < 4 || info.length > 6) {
                throw Errors.typeError(w, "function takes at %s arguments (%d given)", info.length < 4 ? "least 4" : "most 6", info.length);
            }
            for (int i = 0; i < info.length; i++) {
                e.setField(w, FILENAME + i, info[i]);
            }
            if (info.length == 5) {
                throw Errors.typeError(w, "end_offset must be provided when end_lineno is provided");
            }
        } finally {
            Objects.releaseAll(w, info);
        }
    }

    private static PyObject str(World w, PyObject self) {
        PyObject[] f = ((PyBaseException) self).fields;
        String msg = f[MSG] == null ? "None" : Objects.strText(w, f[MSG]);
        String file = f[FILENAME] instanceof PyStr s ? s.text().substring(s.text().lastIndexOf('/') + 1) : null;
        String line = f[LINENO] instanceof PyInt n && n.type == w.types.intType ? n.bigValue().toString() : null;
        if (file == null && line == null) {
            return w.str(msg);
        }
        return w.str(msg + " (" + (file == null ? "" : file) + (file != null && line != null ? ", " : "")
            + (line == null ? "" : "line " + line) + ")");
    }
}
