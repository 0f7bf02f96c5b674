package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;

/** IMPORT_NAME, IMPORT_FROM, IMPORT_STAR. */
final class ImportNodes {

    private ImportNodes() {
    }

    static final class ImportName extends ExprNode {
        private final PyStr name;
        private final int level;
        /** None or a tuple of names; owned by the code's constants. */
        private final PyObject fromList;

        ImportName(World w, int site, PyStr name, int level, PyObject fromList) {
            super(w, site);
            this.name = name;
            this.level = level;
            this.fromList = fromList;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            mark();
            return load(NameNodes.function(frame));
        }

        @TruffleBoundary
        private PyObject load(PyFunction f) {
            PyObject importer = f.builtins.getStr(w, w.id("__import__"));
            if (importer == null) {
                throw Errors.of(w, w.types.exceptions.importError, "__import__ not found");
            }
            PyObject lv = w.newInt(level);
            try {
                return Calls.call(w, importer, name, f.globals, w.singletons.none, fromList, lv);
            } finally {
                w.release(lv, Holder.NATIVE);
            }
        }
    }

    /** {@code import a.b.c as d}: the submodule, by attributes from the top. */
    static final class ImportFrom extends ExprNode {
        private final PyStr name;
        @Child private ExprNode module;

        ImportFrom(World w, int site, ExprNode module, PyStr name) {
            super(w, site);
            this.module = module;
            this.name = name;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject m = module.execute(frame);
            mark();
            PyObject value;
            try {
                value = from(w, m, name);
            } catch (RuntimeException e) {
                throw unwind(frame, e, m);
            }
            releaseOperand(m);
            return value;
        }
    }

    /** {@code import_from}. */
    @TruffleBoundary
    static PyObject from(World w, PyObject module, PyStr name) {
        PyObject value = Objects.lookupAttr(w, module, name);
        if (value != null) {
            return value;
        }
        PyObject moduleName = Objects.lookupAttr(w, module, "__name__");
        String text = moduleName instanceof PyStr s ? s.text() : "<unknown module name>";
        w.releaseOrNull(moduleName, Holder.NATIVE);
        PyObject file = Objects.lookupAttr(w, module, "__file__");
        String place = file instanceof PyStr s ? s.text() : "unknown location";
        w.releaseOrNull(file, Holder.NATIVE);
        throw Errors.of(w, w.types.exceptions.importError, "cannot import name '%s' from '%s' (%s)", name.text(), text, place);
    }

    /** {@code from m import a, b as c}. */
    static final class FromStatement extends StmtNode {
        private final PyStr[] names;
        @Child private ExprNode module;
        @Children private final TargetNode[] targets;

        FromStatement(World w, int site, ExprNode module, PyStr[] names, TargetNode[] targets) {
            super(w, site);
            this.module = module;
            this.names = names;
            this.targets = targets;
        }

        @Override
        @com.oracle.truffle.api.nodes.ExplodeLoop
        int execute(VirtualFrame frame) {
            PyObject m = module.execute(frame);
            for (int i = 0; i < names.length; i++) {
                mark();
                try {
                    targets[i].store(frame, from(w, m, names[i]));
                } catch (RuntimeException e) {
                    throw unwind(frame, e, m);
                }
            }
            releaseOperand(m);
            return NORMAL;
        }
    }

    /** {@code from m import *}. */
    static final class StarStatement extends StmtNode {
        @Child private ExprNode module;

        StarStatement(World w, int site, ExprNode module) {
            super(w, site);
            this.module = module;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject m = module.execute(frame);
            mark();
            try {
                importAll(m, NameNodes.locals(frame));
            } catch (RuntimeException e) {
                throw unwind(frame, e, m);
            }
            releaseOperand(m);
            return NORMAL;
        }

        @TruffleBoundary
        private void importAll(PyObject module, PyObject namespace) {
            PyObject dict = Objects.lookupAttr(w, module, "__dict__");
            PyObject all = Objects.lookupAttr(w, module, "__all__");
            try {
                PyObject[] names;
                if (all != null) {
                    names = Objects.toArray(w, all);
                } else if (dict instanceof PyDict d) {
                    names = Objects.toArray(w, d);
                } else {
                    throw Errors.of(w, w.types.exceptions.importError, "from-import-* object has no __dict__ and no __all__");
                }
                for (PyObject name : names) {
                    if (name instanceof PyStr s && (all != null || !s.text().startsWith("_"))) {
                        NameNodes.storeName(w, namespace, s, Objects.getAttr(w, module, s));
                    }
                    w.release(name, Holder.NATIVE);
                }
            } finally {
                w.releaseOrNull(dict, Holder.NATIVE);
                w.releaseOrNull(all, Holder.NATIVE);
            }
        }
    }

    /** A tuple of names for {@code fromlist}; a new reference. */
    static PyTuple fromList(World w, PyStr[] names) {
        return PyTuple.pack(w, names);
    }
}
