package dev.glassheap.runtime.object;

import java.util.Map;

/** {@code OSError} and its subclasses by errno. */
final class OsErrors {

    static final int ERRNO = 0, STRERROR = 1, FILENAME = 2, FILENAME2 = 3, WRITTEN = 4;

    private OsErrors() {
    }

    static void define(World w) {
        ExceptionTypes t = w.types.exceptions;
        Map<Integer, PyType> byErrno = Map.ofEntries(Map.entry(11, t.blockingIoError), Map.entry(114, t.blockingIoError),
            Map.entry(115, t.blockingIoError), Map.entry(32, t.brokenPipeError), Map.entry(108, t.brokenPipeError),
            Map.entry(10, t.childProcessError), Map.entry(103, t.connectionAbortedError), Map.entry(111, t.connectionRefusedError),
            Map.entry(104, t.connectionResetError), Map.entry(17, t.fileExistsError), Map.entry(2, t.fileNotFoundError),
            Map.entry(21, t.isADirectoryError), Map.entry(20, t.notADirectoryError), Map.entry(4, t.interruptedError),
            Map.entry(13, t.permissionError), Map.entry(1, t.permissionError), Map.entry(3, t.processLookupError),
            Map.entry(110, t.timeoutError));
        ExceptionLayouts.withFields(w, t.osError, t.exception, 112, OsErrors::init, "errno", "strerror", "filename", "filename2",
            "characters_written").slots(s -> {
                s.tpNew = (world, type, args, kwargs) -> create(world, type, args, kwargs, byErrno);
                s.tpStr = OsErrors::str;
            }).ready();
        for (PyType type : new PyType[] {t.blockingIoError, t.childProcessError, t.connectionError, t.fileExistsError,
            t.fileNotFoundError, t.interruptedError, t.isADirectoryError, t.notADirectoryError, t.permissionError,
            t.processLookupError, t.timeoutError}) {
            new TypeBuilder(w, type, t.osError).flags(PyType.BASETYPE | PyType.HAVE_GC).ready();
        }
        for (PyType type : new PyType[] {t.brokenPipeError, t.connectionAbortedError, t.connectionRefusedError, t.connectionResetError}) {
            new TypeBuilder(w, type, t.connectionError).flags(PyType.BASETYPE | PyType.HAVE_GC).ready();
        }
    }

    /** {@code oserror_use_init}: a subclass that overrides only {@code __init__} is filled there. */
    private static boolean usesInit(World w, PyType type) {
        return type.slots.tpInit != w.types.exceptions.osError.slots.tpInit
            && type.slots.tpNew == w.types.exceptions.osError.slots.tpNew;
    }

    private static PyObject create(World w, PyType type, PyTuple args, PyDict kwargs, Map<Integer, PyType> byErrno) {
        PyType actual = type;
        boolean later = usesInit(w, type);
        if (!later) {
            NativeCalls.checkNoKeywords(w, type.name, kwargs);
            int n = args.items.length;
            if (type == w.types.exceptions.osError && n >= 2 && n <= 5 && args.items[0] instanceof PyInt errno && errno.isSmall()
                && errno.value == (int) errno.value) {
                actual = byErrno.getOrDefault((int) errno.value, type);
            }
        }
        PyBaseException e = TypeObject.genericAlloc(w, actual, 0);
        e.args = w.newRef(w.singletons.emptyTuple, Holder.ATTRIBUTE);
        if (!later) {
            try {
                fill(w, e, args);
            } catch (PyException failure) {
                w.release(e, Holder.NATIVE);
                throw failure;
            }
        }
        return e;
    }

    private static void init(World w, PyObject self, PyTuple args, PyDict kwargs) {
        if (usesInit(w, self.type)) {
            NativeCalls.checkNoKeywords(w, self.type.name, kwargs);
            fill(w, (PyBaseException) self, args);
        }
    }

    /** {@code oserror_parse_args} and {@code oserror_init}: with a file name, args keeps only the first two. */
    private static void fill(World w, PyBaseException e, PyTuple args) {
        PyObject[] a = args.items;
        PyTuple kept = w.newRef(args, Holder.NATIVE);
        if (a.length >= 2 && a.length <= 5) {
            PyObject filename = a.length > 2 && a[2] != w.singletons.none ? a[2] : null;
            if (filename != null && e.type == w.types.exceptions.blockingIoError && filename.type.slots.nbIndex != null) {
                e.setField(w, WRITTEN, filename);
            } else if (filename != null) {
                e.setField(w, FILENAME, filename);
                e.setField(w, FILENAME2, a.length == 5 && a[4] != w.singletons.none ? a[4] : null);
                w.release(kept, Holder.NATIVE);
                kept = PyTuple.pack(w, a[0], a[1]);
            }
            e.setField(w, ERRNO, a[0]);
            e.setField(w, STRERROR, a[1]);
        }
        BaseExceptionType.setArgsTuple(w, e, kept);
        w.release(kept, Holder.NATIVE);
    }

    private static PyObject str(World w, PyObject self) {
        PyObject[] f = ((PyBaseException) self).fields;
        if (f[FILENAME] != null) {
            String text = "[Errno " + text(w, f[ERRNO]) + "] " + text(w, f[STRERROR]) + ": " + Objects.reprText(w, f[FILENAME]);
            return w.str(f[FILENAME2] == null ? text : text + " -> " + Objects.reprText(w, f[FILENAME2]));
        }
        if (f[ERRNO] != null && f[STRERROR] != null) {
            return w.str("[Errno " + text(w, f[ERRNO]) + "] " + text(w, f[STRERROR]));
        }
        return BaseExceptionType.str(w, self);
    }

    private static String text(World w, PyObject o) {
        return o == null ? "None" : Objects.strText(w, o);
    }
}
