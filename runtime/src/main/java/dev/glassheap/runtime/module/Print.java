package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/** {@code print}. */
final class Print {

    private Print() {
    }

    static PyObject print(World w, PyObject[] args, PyStr[] kwnames) {
        int n = args.length - kwnames.length;
        PyObject separator = null;
        PyObject end = null;
        PyObject file = null;
        boolean flush = false;
        for (int k = 0; k < kwnames.length; k++) {
            PyObject value = args[n + k];
            switch (kwnames[k].text()) {
                case "sep" -> separator = text(w, value, "sep");
                case "end" -> end = text(w, value, "end");
                case "file" -> file = value;
                case "flush" -> flush = Objects.isTrue(w, value);
                default -> throw Errors.typeError(w, "'%s' is an invalid keyword argument for print()", kwnames[k].text());
            }
        }
        PyObject out = file == null || file == w.singletons.none ? stdout(w) : w.newRef(file, Holder.NATIVE);
        try {
            if (out == w.singletons.none) {
                return w.none();
            }
            if (out instanceof TextStream stream && out.type == stream.ownType() && n == 1) {
                // A line in one piece: a front end that reads meanwhile shall not see half of it.
                PyStr s = Objects.str(w, args[0]);
                stream.write(s.text() + (end == null ? "\n" : ((PyStr) end).text()));
                w.release(s, Holder.NATIVE);
                if (flush) {
                    stream.flush();
                }
                return w.none();
            }
            for (int i = 0; i < n; i++) {
                if (i > 0) {
                    write(w, out, separator == null ? w.id(" ") : separator);
                }
                PyStr s = Objects.str(w, args[i]);
                try {
                    write(w, out, s);
                } finally {
                    w.release(s, Holder.NATIVE);
                }
            }
            write(w, out, end == null ? w.id("\n") : end);
            if (flush) {
                w.release(Calls.callMethod(w, out, "flush"), Holder.NATIVE);
            }
        } finally {
            w.release(out, Holder.NATIVE);
        }
        return w.none();
    }

    private static PyObject text(World w, PyObject value, String name) {
        if (value == w.singletons.none) {
            return null;
        }
        if (!(value instanceof PyStr)) {
            throw Errors.typeError(w, "%s must be None or a string, not %s", name, value.type.name);
        }
        return value;
    }

    private static PyObject stdout(World w) {
        PyObject out = w.sys.getStr(w, w.id("stdout"));
        if (out == null) {
            throw Errors.runtimeError(w, "lost sys.stdout");
        }
        return w.newRef(out, Holder.NATIVE);
    }

    private static void write(World w, PyObject out, PyObject text) {
        if (out instanceof TextStream stream && out.type == stream.ownType() && text instanceof PyStr s) {
            stream.write(s.text());
            return;
        }
        w.release(Calls.callMethod(w, out, "write", text), Holder.NATIVE);
    }
}
