package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyCell;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/** Names that live in dicts: LOAD_GLOBAL, LOAD_NAME and their kin. */
final class NameNodes {

    private NameNodes() {
    }

    static PyFunction function(VirtualFrame frame) {
        return (PyFunction) frame.getArguments()[0];
    }

    /** The namespace of module and class code: the dict (or mapping) given when the code was started. */
    static PyObject locals(VirtualFrame frame) {
        return (PyObject) frame.getArguments()[1];
    }

    static RuntimeException notDefined(World w, PyStr name) {
        return Errors.nameError(w, name, "name '%s' is not defined", name.text());
    }

    /**
     * LOAD_GLOBAL. Caches the entry's index while the keys of globals and builtins stay the same ({@code keysVersion}).
     */
    static final class LoadGlobal extends ExprNode {
        private static final int MAX_REFILLS = 20;
        private final PyStr name;
        @CompilationFinal private PyDict cachedGlobals;
        @CompilationFinal private int globalsVersion;
        @CompilationFinal private int globalsIndex = -1;
        @CompilationFinal private int builtinsVersion;
        @CompilationFinal private int builtinsIndex = -1;
        /** Refills of the cache so far; after {@link #MAX_REFILLS} the name is looked up each time. */
        @CompilationFinal private int refills;

        LoadGlobal(World w, int site, PyStr name) {
            super(w, site);
            this.name = name;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyFunction f = function(frame);
            PyDict globals = f.globals;
            if (globals == cachedGlobals && globals.keysVersion == globalsVersion) {
                PyObject value = null;
                if (globalsIndex >= 0) {
                    value = globals.valueAt(globalsIndex);
                } else if (builtinsIndex >= 0 && f.builtins.keysVersion == builtinsVersion) {
                    value = f.builtins.valueAt(builtinsIndex);
                }
                if (value != null) {
                    retain(value, Holder.OPERAND);
                    return value;
                }
            }
            mark();
            if (refills < MAX_REFILLS) {
                CompilerDirectives.transferToInterpreterAndInvalidate();
                refills++;
                refill(f);
            }
            return lookup(f);
        }

        private void refill(PyFunction f) {
            cachedGlobals = f.globals;
            globalsVersion = f.globals.keysVersion;
            globalsIndex = f.globals.indexOfStr(w, name);
            builtinsIndex = -1;
            if (globalsIndex < 0) {
                builtinsVersion = f.builtins.keysVersion;
                builtinsIndex = f.builtins.indexOfStr(w, name);
            }
        }

        @TruffleBoundary
        private PyObject lookup(PyFunction f) {
            PyObject value = f.globals.getStr(w, name);
            if (value == null) {
                value = f.builtins.getStr(w, name);
            }
            if (value == null) {
                throw notDefined(w, name);
            }
            return w.newRef(value, Holder.OPERAND);
        }
    }

    static final class StoreGlobal extends TargetNode {
        private final PyStr name;

        StoreGlobal(World w, int site, PyStr name) {
            super(w, site);
            this.name = name;
        }

        @Override
        void store(VirtualFrame frame, PyObject value) {
            mark();
            storeName(w, function(frame).globals, name, value);
        }
    }

    @TruffleBoundary
    static void storeName(World w, PyObject namespace, PyStr name, PyObject value) {
        try {
            if (namespace instanceof PyDict d && d.type == w.types.dictType) {
                d.setItem(w, name, value);
            } else {
                Objects.setItem(w, namespace, name, value);
            }
        } finally {
            w.release(value, Holder.OPERAND);
        }
    }

    @TruffleBoundary
    static void deleteName(World w, PyObject namespace, PyStr name) {
        if (namespace instanceof PyDict d && d.type == w.types.dictType) {
            if (!d.delItem(w, name)) {
                throw notDefined(w, name);
            }
            return;
        }
        try {
            Objects.setItem(w, namespace, name, null);
        } catch (PyException e) {
            if (e.matches(w.types.exceptions.keyError)) {
                w.release(e.take(), Holder.EXCEPTION);
                throw notDefined(w, name);
            }
            throw e;
        }
    }

    static final class DeleteGlobal extends StmtNode {
        private final PyStr name;

        DeleteGlobal(World w, int site, PyStr name) {
            super(w, site);
            this.name = name;
        }

        @Override
        int execute(VirtualFrame frame) {
            mark();
            deleteName(w, function(frame).globals, name);
            return NORMAL;
        }
    }

    /** LOAD_NAME (module and class code) and, with a cell, LOAD_CLASSDEREF. */
    static final class LoadName extends ExprNode {
        private final PyStr name;
        /** Slot of the free variable's cell, or -1. */
        private final int cellSlot;
        @Child private LoadGlobal global;

        LoadName(World w, int site, PyStr name, int cellSlot) {
            super(w, site);
            this.name = name;
            this.cellSlot = cellSlot;
            this.global = new LoadGlobal(w, site, name);
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject namespace = locals(frame);
            if (namespace != function(frame).globals) {
                mark();
                PyObject value = fromNamespace(namespace);
                if (value != null) {
                    return value;
                }
                if (cellSlot >= 0) {
                    value = ((PyCell) frame.getObjectStatic(cellSlot)).value;
                    if (value == null) {
                        throw Errors.nameError(w, name,
                            "cannot access free variable '%s' where it is not associated with a value in enclosing scope", name.text());
                    }
                    retain(value, Holder.OPERAND);
                    return value;
                }
            }
            return global.execute(frame);
        }

        @TruffleBoundary
        private PyObject fromNamespace(PyObject namespace) {
            if (namespace instanceof PyDict d && d.type == w.types.dictType) {
                PyObject value = d.getStr(w, name);
                return value == null ? null : w.newRef(value, Holder.OPERAND);
            }
            try {
                return Objects.getItem(w, namespace, name);
            } catch (PyException e) {
                if (!e.matches(w.types.exceptions.keyError)) {
                    throw e;
                }
                w.release(e.take(), Holder.EXCEPTION);
                return null;
            }
        }
    }

    static final class StoreName extends TargetNode {
        private final PyStr name;

        StoreName(World w, int site, PyStr name) {
            super(w, site);
            this.name = name;
        }

        @Override
        void store(VirtualFrame frame, PyObject value) {
            mark();
            storeName(w, locals(frame), name, value);
        }
    }

    static final class DeleteName extends StmtNode {
        private final PyStr name;

        DeleteName(World w, int site, PyStr name) {
            super(w, site);
            this.name = name;
        }

        @Override
        int execute(VirtualFrame frame) {
            mark();
            deleteName(w, locals(frame), name);
            return NORMAL;
        }
    }
}
