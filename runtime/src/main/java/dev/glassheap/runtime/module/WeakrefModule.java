package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyWeakReference;
import dev.glassheap.runtime.object.WeakReferences;
import dev.glassheap.runtime.object.World;

/** The module _weakref: the native core of weakref, whose other half is Python ({@code lib/weakref.py}). */
final class WeakrefModule {

    private WeakrefModule() {
    }

    static PyModule create(ModuleContext context) {
        World w = context.world();
        ModuleBuilder b = new ModuleBuilder(w, "_weakref");
        b.value("ref", w.newRef(w.types.weakrefType, Holder.MODULE));
        b.value("ReferenceType", w.newRef(w.types.weakrefType, Holder.MODULE));
        b.value("ProxyType", w.newRef(w.types.weakProxyType, Holder.MODULE));
        b.value("CallableProxyType", w.newRef(w.types.weakCallableProxyType, Holder.MODULE));
        b.oneArg("getweakrefcount", (world, self, o) -> world.newInt(WeakReferences.count(o)));
        b.oneArg("getweakrefs", WeakrefModule::getWeakrefs);
        b.fast("proxy", 1, 2, (world, self, args) -> WeakReferences.newProxy(world, args[0],
            args.length < 2 || args[1] == null || args[1] == world.singletons.none ? null : args[1]));
        b.fast("_remove_dead_weakref", 2, 2, WeakrefModule::removeDead);
        return b.build();
    }

    private static PyObject getWeakrefs(World w, PyObject self, PyObject o) {
        PyList result = PyList.create(w);
        try {
            PyObject head = o.type.hasWeakList ? o.weakList() : null;
            for (PyWeakReference ref = (PyWeakReference) head; ref != null; ref = ref.next()) {
                result.append(w, ref);
            }
            return result;
        } catch (PyException e) {
            w.release(result, Holder.NATIVE);
            throw e;
        }
    }

    /** Deletes the entry if its value is a dead weak reference; nothing happens when it is gone or was replaced. */
    private static PyObject removeDead(World w, PyObject self, PyObject[] args) {
        if (!(args[0] instanceof PyDict dict)) {
            throw Errors.typeError(w, "_remove_dead_weakref() argument 1 must be dict, not %s", args[0].type.name);
        }
        PyObject value = dict.getItem(w, args[1]);
        if (value == null) {
            return w.none();
        }
        if (!(value instanceof PyWeakReference ref)) {
            throw Errors.typeError(w, "not a weakref");
        }
        if (ref.target() == null) {
            dict.delItem(w, args[1]);
        }
        return w.none();
    }
}
