package dev.glassheap.runtime.module;

import dev.glassheap.runtime.interpreter.Frames;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.Types;
import dev.glassheap.runtime.object.World;

/** The builtins module: types, exceptions, and the functions of {@link BuiltinFunctions} and its kin. */
final class BuiltinsModule {

    private BuiltinsModule() {
    }

    static PyModule create(ModuleContext c) {
        World w = c.world();
        ModuleBuilder b = new ModuleBuilder(w, "builtins");
        types(b, w.types);
        for (PyType exception : w.types.exceptions.all()) {
            b.type(exception);
        }
        b.value("EnvironmentError", w.newRef(w.types.exceptions.osError, Holder.VALUE));
        b.value("IOError", w.newRef(w.types.exceptions.osError, Holder.VALUE));
        b.value("None", w.none());
        b.value("True", w.bool(true));
        b.value("False", w.bool(false));
        b.value("Ellipsis", w.newRef(w.singletons.ellipsis, Holder.VALUE));
        b.value("NotImplemented", w.notImplemented());
        b.value("__debug__", w.bool(true));
        b.fast("__import__", 1, 5, (world, self, args) -> c.modules().importer().importLevel((PyStr) args[0],
            args.length > 1 ? args[1] : world.singletons.none, args.length > 3 ? args[3] : world.singletons.none,
            args.length > 4 ? (int) dev.glassheap.runtime.object.Numbers.asIndex(world, args[4], null) : 0));
        b.function("__build_class__", new NativeCode.Raw((world, self, args, kwnames) -> BuildClass.build(world, args, kwnames)));
        BuiltinFunctions.addTo(b, c);
        return b.build();
    }

    private static void types(ModuleBuilder b, Types t) {
        PyType[] all = {t.objectType, t.typeType, t.intType, t.boolType, t.floatType, t.complexType, t.strType, t.bytesType,
            t.bytearrayType, t.listType, t.tupleType, t.dictType, t.setType, t.frozensetType, t.rangeType, t.sliceType,
            t.enumerateType, t.zipType, t.mapType, t.filterType, t.reversedType, t.propertyType, t.staticmethodType,
            t.classmethodType, t.superType};
        for (PyType type : all) {
            b.type(type);
        }
    }
}
