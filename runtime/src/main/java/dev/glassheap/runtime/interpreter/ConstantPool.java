package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyBytes;
import dev.glassheap.runtime.object.PyComplex;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PySet;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.ConstantValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The constants of one compilation: equal constants (same type, same sign) are one object, and strings that look like
 * identifiers are interned. The pool owns one reference to each until the compilation ends.
 */
final class ConstantPool {

    private final World w;
    private final Map<ConstantValue, PyObject> objects = new HashMap<>();
    private final Map<String, PyStr> names = new HashMap<>();

    ConstantPool(World w) {
        this.w = w;
    }

    /** The object of a constant; borrowed from the pool. */
    PyObject of(ConstantValue value) {
        PyObject present = objects.get(value);
        if (present == null) {
            present = make(value);
            objects.put(value, present);
        }
        return present;
    }

    /** The interned name; borrowed from the pool. */
    PyStr name(String text) {
        return names.computeIfAbsent(text, w.interned::constant);
    }

    private PyObject make(ConstantValue value) {
        return switch (value) {
            case ConstantValue.NoneValue v -> w.none();
            case ConstantValue.TrueValue v -> w.bool(true);
            case ConstantValue.FalseValue v -> w.bool(false);
            case ConstantValue.EllipsisValue v -> w.newRef(w.singletons.ellipsis, Holder.CONSTANT);
            case ConstantValue.IntValue v -> w.newInt(v.value());
            case ConstantValue.FloatValue v -> w.newFloat(v.value());
            case ConstantValue.ComplexValue v -> PyComplex.of(w, v.real(), v.imag());
            case ConstantValue.StrValue v -> string(v.codePoints());
            case ConstantValue.BytesValue v -> PyBytes.of(w, v.bytes());
            case ConstantValue.TupleValue v -> PyTuple.steal(w, items(v.items()));
            case ConstantValue.FrozenSetValue v -> frozenSet(v.items());
        };
    }

    private PyObject string(int[] codePoints) {
        if (isName(codePoints)) {
            return w.interned.constant(new String(codePoints, 0, codePoints.length));
        }
        return PyStr.ofCodePoints(w, codePoints);
    }

    private static boolean isName(int[] codePoints) {
        for (int c : codePoints) {
            if (c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z')) {
                return false;
            }
        }
        return true;
    }

    private PyObject[] items(List<ConstantValue> values) {
        PyObject[] items = new PyObject[values.size()];
        for (int i = 0; i < items.length; i++) {
            items[i] = w.newRef(of(values.get(i)), Holder.ELEMENT);
        }
        return items;
    }

    private PyObject frozenSet(List<ConstantValue> values) {
        PySet set = PySet.frozen(w, items(values));
        return set;
    }

    /** The compilation has ended: code objects own what they use. */
    void release() {
        objects.values().forEach(o -> w.release(o, Holder.CONSTANT));
        names.values().forEach(o -> w.release(o, Holder.CONSTANT));
        objects.clear();
        names.clear();
    }
}
