package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyCell;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/** Fast locals and cells: LOAD_FAST, STORE_FAST, DELETE_FAST, LOAD_DEREF, STORE_DEREF, DELETE_DEREF, LOAD_CLOSURE. */
final class LocalNodes {

    private LocalNodes() {
    }

    static final class Load extends ExprNode {
        private final int slot;
        private final PyStr name;

        Load(World w, int site, int slot, PyStr name) {
            super(w, site);
            this.slot = slot;
            this.name = name;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject value = (PyObject) frame.getObjectStatic(slot);
            if (value == null) {
                CompilerDirectives.transferToInterpreterAndInvalidate();
                mark();
                throw unbound(w, name);
            }
            retain(value, Holder.OPERAND);
            return value;
        }

        /** The slot, for nodes that read the local without taking a reference. */
        int slot() {
            return slot;
        }
    }

    static RuntimeException unbound(World w, PyStr name) {
        return Errors.of(w, w.types.exceptions.unboundLocalError,
            "cannot access local variable '%s' where it is not associated with a value", name.text());
    }

    static final class Store extends TargetNode {
        private final int slot;

        Store(World w, int site, int slot) {
            super(w, site);
            this.slot = slot;
        }

        @Override
        void store(VirtualFrame frame, PyObject value) {
            PyObject old = (PyObject) frame.getObjectStatic(slot);
            frame.setObjectStatic(slot, value);
            if (old != null) {
                mark();
                release(old, Holder.LOCAL);
            }
        }
    }

    static final class Delete extends StmtNode {
        private final int slot;
        private final PyStr name;

        Delete(World w, int site, int slot, PyStr name) {
            super(w, site);
            this.slot = slot;
            this.name = name;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyObject old = (PyObject) frame.getObjectStatic(slot);
            mark();
            if (old == null) {
                throw unbound(w, name);
            }
            frame.setObjectStatic(slot, null);
            release(old, Holder.LOCAL);
            return NORMAL;
        }
    }

    static final class LoadCell extends ExprNode {
        private final int slot;
        private final PyStr name;
        private final boolean free;

        LoadCell(World w, int site, int slot, PyStr name, boolean free) {
            super(w, site);
            this.slot = slot;
            this.name = name;
            this.free = free;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject value = ((PyCell) frame.getObjectStatic(slot)).value;
            if (value == null) {
                CompilerDirectives.transferToInterpreterAndInvalidate();
                mark();
                throw unboundCell(w, name, free);
            }
            retain(value, Holder.OPERAND);
            return value;
        }
    }

    private static RuntimeException unboundCell(World w, PyStr name, boolean free) {
        if (!free) {
            return unbound(w, name);
        }
        return Errors.nameError(w, name, "cannot access free variable '%s' where it is not associated with a value in enclosing scope",
            name.text());
    }

    static final class StoreCell extends TargetNode {
        private final int slot;

        StoreCell(World w, int site, int slot) {
            super(w, site);
            this.slot = slot;
        }

        @Override
        void store(VirtualFrame frame, PyObject value) {
            PyCell cell = (PyCell) frame.getObjectStatic(slot);
            PyObject old = cell.value;
            cell.value = value;
            if (old != null) {
                mark();
                release(old, Holder.CELL);
            }
        }
    }

    static final class DeleteCell extends StmtNode {
        private final int slot;
        private final PyStr name;
        private final boolean free;

        DeleteCell(World w, int site, int slot, PyStr name, boolean free) {
            super(w, site);
            this.slot = slot;
            this.name = name;
            this.free = free;
        }

        @Override
        int execute(VirtualFrame frame) {
            PyCell cell = (PyCell) frame.getObjectStatic(slot);
            PyObject old = cell.value;
            mark();
            if (old == null) {
                throw unboundCell(w, name, free);
            }
            cell.value = null;
            release(old, Holder.CELL);
            return NORMAL;
        }
    }

    /** LOAD_CLOSURE: the cell itself, for the closure tuple of an inner function. */
    static final class LoadClosure extends ExprNode {
        private final int slot;

        LoadClosure(World w, int site, int slot) {
            super(w, site);
            this.slot = slot;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject cell = (PyObject) frame.getObjectStatic(slot);
            retain(cell, Holder.OPERAND);
            return cell;
        }
    }

    /** Reads a temporary and empties it: the reference moves to the operand. */
    static final class TakeTemporary extends ExprNode {
        private final int slot;

        TakeTemporary(World w, int site, int slot) {
            super(w, site);
            this.slot = slot;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject value = (PyObject) frame.getObjectStatic(slot);
            frame.setObjectStatic(slot, null);
            return value;
        }
    }

    /** Reads a temporary that stays. */
    static final class PeekTemporary extends ExprNode {
        private final int slot;

        PeekTemporary(World w, int site, int slot) {
            super(w, site);
            this.slot = slot;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject value = (PyObject) frame.getObjectStatic(slot);
            retain(value, Holder.OPERAND);
            return value;
        }
    }
}
