package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyFloat;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.World;
import java.util.StringJoiner;

/** Struct sequences ({@code PyStructSequence}): tuples whose items have names. Static ones take nothing from the guest's heap. */
final class Records {

    private Records() {
    }

    /** A static record of a type of its own. The items' references are taken. */
    static PyObject named(World w, String typeName, String fields, PyObject... items) {
        PyType type = type(w, typeName, fields);
        return w.makeStatic(new PyTuple(items), type, 24 + 8L * items.length, 1);
    }

    /** The type of a struct sequence: a tuple subclass with a read-only attribute for each field. */
    static PyType type(World w, String typeName, String fields) {
        String[] names = fields.split(" ");
        PyType type = w.types.staticType(typeName);
        TypeBuilder b = new TypeBuilder(w, type, w.types.tupleType).size(24, 8).flags(PyType.HAVE_GC | PyType.DISALLOW_INSTANTIATION)
            .slots(s -> {
                s.tpRepr = (world, o) -> {
                    StringJoiner text = new StringJoiner(", ", typeName + "(", ")");
                    PyObject[] items = ((PyTuple) o).items;
                    for (int i = 0; i < names.length; i++) {
                        text.add(names[i] + "=" + dev.glassheap.runtime.object.Objects.reprText(world, items[i]));
                    }
                    return world.str(text.toString());
                };
            });
        for (int i = 0; i < names.length; i++) {
            int index = i;
            b.member(names[i], (world, o) -> world.newRef(((PyTuple) o).items[index], Holder.RESULT), null);
        }
        return b.ready();
    }

    /** A record in the guest's heap, of a type made by {@link #type}. The items' references are taken. */
    static PyObject create(World w, PyType type, PyObject... items) {
        PyTuple t = w.allocate(new PyTuple(items), type, 24 + 8L * items.length);
        w.track(t);
        return t;
    }

    static PyObject staticInt(World w, long value) {
        if (value >= -5 && value <= 256) {
            return w.newInt(value);
        }
        return w.makeStatic(new PyInt(value), w.types.intType, 32, 1);
    }

    static PyObject staticFloat(World w, double value) {
        return w.makeStatic(new PyFloat(value), w.types.floatType, 24, 1);
    }
}
