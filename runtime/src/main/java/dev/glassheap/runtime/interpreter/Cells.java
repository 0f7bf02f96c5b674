package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import dev.glassheap.runtime.object.PyCell;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** MAKE_CELL. */
final class Cells {

    private Cells() {
    }

    /** A new cell with a value whose reference is stolen, or null for an unbound variable. */
    @TruffleBoundary
    static PyCell create(World w, PyObject value) {
        PyCell cell = w.allocate(new PyCell(), w.types.cellType, 24);
        cell.value = value;
        w.track(cell);
        return cell;
    }
}
