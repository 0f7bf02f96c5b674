package dev.glassheap.runtime.object;

/** {@code UnicodeDecodeError}, {@code UnicodeEncodeError}, {@code UnicodeTranslateError}. */
final class UnicodeErrors {

    static final int ENCODING = 0, OBJECT = 1, START = 2, END = 3, REASON = 4;

    private UnicodeErrors() {
    }

    static void define(World w) {
        ExceptionTypes t = w.types.exceptions;
        new TypeBuilder(w, t.unicodeError, t.valueError).flags(PyType.BASETYPE | PyType.HAVE_GC).ready();
        define(w, t.unicodeEncodeError, false);
        define(w, t.unicodeDecodeError, false);
        define(w, t.unicodeTranslateError, true);
    }

    private static void define(World w, PyType type, boolean translate) {
        Slots.InitProc init = (world, self, args, kwargs) -> {
            BaseExceptionType.init(world, self, args, kwargs);
            int expected = translate ? 4 : 5;
            if (args.items.length != expected) {
                throw Errors.typeError(world, "function takes exactly %d arguments (%d given)", expected, args.items.length);
            }
            PyBaseException e = (PyBaseException) self;
            for (int i = 0; i < expected; i++) {
                e.setField(world, translate ? i + 1 : i, args.items[i]);
            }
        };
        ExceptionLayouts.withFields(w, type, w.types.exceptions.unicodeError, 112, init, "encoding", "object", "start", "end", "reason")
            .slots(s -> s.tpStr = UnicodeErrors::str).ready();
    }

    private static PyObject str(World w, PyObject self) {
        PyBaseException e = (PyBaseException) self;
        PyObject[] f = e.fields;
        if (f[OBJECT] == null) {
            return w.str("");
        }
        long start = f[START] instanceof PyInt s ? s.value : 0;
        long end = f[END] instanceof PyInt s ? s.value : 0;
        boolean decode = e.type.isSubtypeOf(w.types.exceptions.unicodeDecodeError);
        String codec = e.type.isSubtypeOf(w.types.exceptions.unicodeTranslateError) ? "can't translate "
            : "'" + Objects.strText(w, f[ENCODING]) + "' codec can't " + (decode ? "decode " : "encode ");
        String where = end == start + 1 ? one(w, f[OBJECT], start, decode) + " in position " + start
            : (decode ? "bytes" : "characters") + " in position " + start + "-" + (end - 1);
        return w.str(codec + where + ": " + Objects.strText(w, f[REASON]));
    }

    private static String one(World w, PyObject object, long at, boolean decode) {
        if (decode) {
            PyInt index = w.newInt(at);
            PyObject value = Objects.getItem(w, object, index);
            String text = String.format("byte 0x%02x", ((PyInt) value).value);
            w.release(value, Holder.NATIVE);
            w.release(index, Holder.NATIVE);
            return text;
        }
        int c = ((PyStr) object).codePointAt((int) at);
        return "character '" + String.format(c <= 0xff ? "\\x%02x" : c <= 0xffff ? "\\u%04x" : "\\U%08x", c) + "'";
    }
}
