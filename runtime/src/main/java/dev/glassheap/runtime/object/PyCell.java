package dev.glassheap.runtime.object;

/** {@code cell}: 24 bytes (40 with GC head); holds the value of a variable that an inner function shares. */
public final class PyCell extends PyObject {

    /** Owned, or null while the variable is unbound. */
    public PyObject value;

    /** {@code PyCell_New}: a new tracked cell; value borrowed, null for an unbound variable. */
    public static PyCell create(World w, PyObject value) {
        PyCell cell = w.allocate(new PyCell(), w.types.cellType, 24);
        if (value != null) {
            cell.value = w.newRef(value, Holder.CELL);
        }
        w.track(cell);
        return cell;
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.cellType, w.types.objectType).size(24, 0).flags(PyType.HAVE_GC)
            .slots(PyCell::fill)
            .getset("cell_contents", (world, self) -> {
                PyObject v = ((PyCell) self).value;
                if (v == null) {
                    throw Errors.valueError(world, "Cell is empty");
                }
                return world.newRef(v, Holder.RESULT);
            }, (world, d, self, value) -> ((PyCell) self).set(world, value))
            .ready();
    }

    /** Stores a borrowed value, null to unbind. */
    public void set(World w, PyObject fresh) {
        PyObject old = value;
        value = fresh == null ? null : w.newRef(fresh, Holder.CELL);
        w.releaseOrNull(old, Holder.CELL);
    }

    private static void fill(TypeSlots s) {
        s.tpNew = (w, type, args, kwargs) -> {
            NativeCalls.checkNoKeywords(w, "cell", kwargs);
            NativeCalls.checkPositional(w, "cell", args, 0, 1);
            return create(w, args.items.length == 0 ? null : args.items[0]);
        };
        s.tpRepr = (w, self) -> {
            PyObject v = ((PyCell) self).value;
            return w.str("<cell at " + GenericAttributes.hex(self) + ": "
                + (v == null ? "empty>" : v.type.name + " object at " + GenericAttributes.hex(v) + ">"));
        };
        s.tpRichcompare = (w, left, right, op) -> {
            if (!(left instanceof PyCell a) || !(right instanceof PyCell b)) {
                return w.notImplemented();
            }
            if (a.value != null && b.value != null) {
                return Objects.richCompare(w, a.value, b.value, op);
            }
            // An empty cell is less than a full one.
            return w.bool(op.holds(Boolean.compare(b.value == null, a.value == null)));
        };
        s.tpTraverse = (self, visitor) -> {
            if (((PyCell) self).value != null) {
                visitor.visit(((PyCell) self).value);
            }
        };
        s.tpClear = (w, self) -> ((PyCell) self).set(w, null);
        s.tpDealloc = (w, self) -> {
            w.untrack(self);
            w.releaseOrNull(((PyCell) self).value, Holder.CELL);
            w.freeBlock(self);
        };
    }
}
