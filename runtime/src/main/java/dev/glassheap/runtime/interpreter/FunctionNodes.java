package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;

/** MAKE_FUNCTION. */
final class FunctionNodes {

    private FunctionNodes() {
    }

    /** Makes a function: defaults, keyword defaults, annotations and closure are evaluated in this order; null for none. */
    static final class Make extends ExprNode {
        private final PyCode code;
        @Child private ExprNode defaults;
        @Child private ExprNode kwDefaults;
        @Child private ExprNode annotations;
        @Child private ExprNode closure;

        Make(World w, int site, PyCode code, ExprNode defaults, ExprNode kwDefaults, ExprNode annotations, ExprNode closure) {
            super(w, site);
            this.code = code;
            this.defaults = defaults;
            this.kwDefaults = kwDefaults;
            this.annotations = annotations;
            this.closure = closure;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject d = null;
            PyObject k = null;
            PyObject a = null;
            PyObject c = null;
            try {
                d = defaults == null ? null : defaults.execute(frame);
                k = kwDefaults == null ? null : kwDefaults.execute(frame);
                a = annotations == null ? null : annotations.execute(frame);
                c = closure == null ? null : closure.execute(frame);
                mark();
                PyFunction f = create(NameNodes.function(frame).globals);
                f.defaults = (PyTuple) d;
                f.kwDefaults = (PyDict) k;
                f.annotations = a;
                f.closure = (PyTuple) c;
                return f;
            } catch (RuntimeException e) {
                traced(frame, e);
                w.releaseOrNull(c, Holder.OPERAND);
                w.releaseOrNull(a, Holder.OPERAND);
                throw unwind(frame, e, d, k);
            }
        }

        @TruffleBoundary
        private PyFunction create(PyDict globals) {
            return function(w, code, globals);
        }
    }

    /** {@code PyFunction_NewWithQualName}: a new function without defaults or closure; tracked. */
    static PyFunction function(World w, PyCode code, PyDict globals) {
        PyFunction f = w.allocate(new PyFunction(), w.types.functionType, 136);
        f.code = w.newRef(code, Holder.ATTRIBUTE);
        f.globals = w.newRef(globals, Holder.GLOBAL);
        f.builtins = w.newRef(builtinsOf(w, globals), Holder.GLOBAL);
        f.name = w.newRef(code.name, Holder.ATTRIBUTE);
        f.qualname = w.newRef(code.qualname, Holder.ATTRIBUTE);
        PyObject first = code.constants.items.length > 0 ? code.constants.items[0] : w.singletons.none;
        f.doc = w.newRef(first instanceof PyStr ? first : w.singletons.none, Holder.ATTRIBUTE);
        PyObject module = globals.getStr(w, w.id("__name__"));
        if (module != null) {
            f.module = w.newRef(module, Holder.ATTRIBUTE);
        }
        w.track(f);
        return f;
    }

    /** The builtins a globals dict names; the world's own when it names none. Borrowed. */
    static PyDict builtinsOf(World w, PyDict globals) {
        PyObject named = globals.getStr(w, w.id("__builtins__"));
        if (named instanceof PyModule m) {
            return m.dict;
        }
        return named instanceof PyDict d ? d : w.builtins;
    }
}
