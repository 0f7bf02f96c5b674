package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;

/** The functions of builtins ({@code Python/bltinmodule.c}). */
final class BuiltinFunctions {

    private BuiltinFunctions() {
    }

    static void addTo(ModuleBuilder b, ModuleContext c) {
        b.oneArg("len", (w, self, o) -> w.newInt(Objects.length(w, o)));
        b.oneArg("repr", (w, self, o) -> Objects.repr(w, o));
        b.oneArg("id", (w, self, o) -> w.newInt(o.address));
        b.oneArg("hash", (w, self, o) -> w.newInt(Objects.hash(w, o)));
        b.oneArg("abs", (w, self, o) -> Numbers.absolute(w, o));
        b.oneArg("callable", (w, self, o) -> w.bool(o.type.slots.tpCall != null));
        b.fast("isinstance", 2, 2, (w, self, a) -> w.bool(isInstance(w, a[0], a[1])));
        b.fast("issubclass", 2, 2, (w, self, a) -> w.bool(isSubclass(w, a[0], a[1])));
        b.fast("getattr", 2, 3, (w, self, a) -> getAttr(w, a));
        b.fast("setattr", 3, 3, (w, self, a) -> {
            Objects.setAttr(w, a[0], attributeName(w, a[1]), a[2]);
            return w.none();
        });
        b.fast("delattr", 2, 2, (w, self, a) -> {
            Objects.setAttr(w, a[0], attributeName(w, a[1]), null);
            return w.none();
        });
        b.fast("hasattr", 2, 2, (w, self, a) -> {
            PyObject found = Objects.lookupAttr(w, a[0], attributeName(w, a[1]));
            w.releaseOrNull(found, Holder.NATIVE);
            return w.bool(found != null);
        });
        b.fast("input", 0, 1, (w, self, a) -> input(w, c, a));
        BuiltinIteration.addTo(b);
        BuiltinNumbers.addTo(b);
        BuiltinNamespaces.addTo(b, c);
        if (c.host().interactive()) {
            b.function("display", DisplayModule.function(c));
        }
        b.function("print", new NativeCode.Raw((w, self, args, kwnames) -> Print.print(w, args, kwnames)));
    }

    private static PyObject input(World w, ModuleContext c, PyObject[] a) {
        String prompt = a.length == 0 ? "" : Objects.strText(w, a[0]);
        c.modules().flush();
        if (c.host().interactive()) {
            return c.host().ask(prompt, false).map(line -> (PyObject) w.str(line)).orElseGet(() -> {
                w.calls.checkInterrupt(w);
                throw Errors.of(w, w.types.exceptions.eofError, "EOF when reading a line");
            });
        }
        return c.host().ask(prompt, false).map(line -> (PyObject) w.str(line)).orElseGet(() -> {
            TextStream out = (TextStream) SysModule.stream(w, "__stdout__");
            out.write(prompt);
            out.flush();
            String line = ((TextStream) SysModule.stream(w, "__stdin__")).readLine();
            if (line.isEmpty()) {
                throw Errors.of(w, w.types.exceptions.eofError, "EOF when reading a line");
            }
            return w.str(line.substring(0, line.length() - 1));
        });
    }

    private static PyStr attributeName(World w, PyObject name) {
        if (name instanceof PyStr s) {
            return s;
        }
        throw Errors.typeError(w, "attribute name must be string, not '%s'", name.type.name);
    }

    private static PyObject getAttr(World w, PyObject[] a) {
        PyStr name = attributeName(w, a[1]);
        if (a.length == 2) {
            return Objects.getAttr(w, a[0], name);
        }
        PyObject found = Objects.lookupAttr(w, a[0], name);
        return found != null ? found : w.newRef(a[2], Holder.RESULT);
    }

    /** {@code PyObject_IsInstance}. */
    static boolean isInstance(World w, PyObject o, PyObject cls) {
        if (o.type == cls) {
            return true;
        }
        if (cls instanceof PyTuple t) {
            for (PyObject item : t.items) {
                if (isInstance(w, o, item)) {
                    return true;
                }
            }
            return false;
        }
        if (cls.type == w.types.typeType) {
            return recursiveIsInstance(w, o, cls);
        }
        PyObject checked = Calls.callSpecial(w, cls, "__instancecheck__", o);
        if (checked != null) {
            return Objects.takeTruth(w, checked);
        }
        return recursiveIsInstance(w, o, cls);
    }

    static boolean recursiveIsInstance(World w, PyObject o, PyObject cls) {
        if (!(cls instanceof PyType t)) {
            throw Errors.typeError(w, "isinstance() arg 2 must be a type, a tuple of types, or a union");
        }
        if (o.type.isSubtypeOf(t)) {
            return true;
        }
        PyObject claimed = Objects.lookupAttr(w, o, "__class__");
        boolean is = claimed instanceof PyType c && c != o.type && c.isSubtypeOf(t);
        w.releaseOrNull(claimed, Holder.NATIVE);
        return is;
    }

    /** {@code PyObject_IsSubclass}. */
    static boolean isSubclass(World w, PyObject derived, PyObject cls) {
        if (cls instanceof PyTuple t) {
            for (PyObject item : t.items) {
                if (isSubclass(w, derived, item)) {
                    return true;
                }
            }
            return false;
        }
        if (cls.type != w.types.typeType) {
            PyObject checked = Calls.callSpecial(w, cls, "__subclasscheck__", derived);
            if (checked != null) {
                return Objects.takeTruth(w, checked);
            }
        }
        if (!(derived instanceof PyType d)) {
            throw Errors.typeError(w, "issubclass() arg 1 must be a class");
        }
        if (!(cls instanceof PyType t)) {
            throw Errors.typeError(w, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
        }
        return d.isSubtypeOf(t);
    }
}
