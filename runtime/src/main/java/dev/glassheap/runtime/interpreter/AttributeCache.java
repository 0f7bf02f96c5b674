package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import dev.glassheap.runtime.object.DictValues;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyInstance;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;

/**
 * The inline cache of one attribute access (LOAD_ATTR_INSTANCE_VALUE, STORE_ATTR_INSTANCE_VALUE): for one class whose attribute
 * look-up is the generic one and finds nothing of the name in the class, the index in the instances' inline values.
 *
 * <p>Valid while {@code type.versionTag} stays: a class attribute of the name, or another {@code __getattribute__}, changes it.
 */
final class AttributeCache extends GuestNode {

    /** Attempts to fill the cache; afterwards what is cached stays and all else is looked up. */
    private static final int MAX_REFILLS = 8;

    private final PyStr name;
    @CompilationFinal private PyType cachedType;
    @CompilationFinal private int cachedVersion;
    @CompilationFinal private int index = -1;
    @CompilationFinal private int refills;

    AttributeCache(World w, int site, PyStr name) {
        super(w, site);
        this.name = name;
    }

    /** The attribute of a borrowed object; a new reference. */
    PyObject get(PyObject o) {
        if (hits(o)) {
            DictValues values = ((PyInstance) o).state.values;
            if (values != null && index < values.items.length) {
                PyObject value = values.items[index];
                if (value != null) {
                    retain(value, Holder.OPERAND);
                    return value;
                }
            }
        }
        refillFor(o);
        return lookup(o);
    }

    /** Sets the attribute of a borrowed object to a borrowed value. */
    void set(PyObject o, PyObject value) {
        if (hits(o)) {
            DictValues values = ((PyInstance) o).state.values;
            if (values != null && index < values.items.length) {
                PyObject old = values.items[index];
                retain(value, Holder.ATTRIBUTE);
                values.items[index] = value;
                if (old == null) {
                    values.addToOrder(index);
                } else {
                    release(old, Holder.ATTRIBUTE);
                }
                return;
            }
        }
        assign(o, value);
        refillFor(o);
    }

    private boolean hits(PyObject o) {
        return o.type == cachedType && cachedType.versionTag == cachedVersion && index >= 0;
    }

    private void refillFor(PyObject o) {
        if (refills < MAX_REFILLS && o instanceof PyInstance && !hits(o)) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            refills++;
            refill(o);
        }
    }

    @TruffleBoundary
    private void refill(PyObject o) {
        PyType type = o.type;
        PyType object = w.types.objectType;
        if (type.sharedKeys == null || type.slots.tpGetattro != object.slots.tpGetattro || type.slots.tpSetattro != object.slots.tpSetattro
            || name.type != w.types.strType || type.lookup(name) != null) {
            return;
        }
        int found = type.sharedKeys.indexOf(w, name);
        if (found >= 0) {
            cachedType = type;
            cachedVersion = type.versionTag;
            index = found;
        }
    }

    @TruffleBoundary
    private PyObject lookup(PyObject o) {
        return Objects.getAttr(w, o, name);
    }

    @TruffleBoundary
    private void assign(PyObject o, PyObject value) {
        Objects.setAttr(w, o, name, value);
    }
}
