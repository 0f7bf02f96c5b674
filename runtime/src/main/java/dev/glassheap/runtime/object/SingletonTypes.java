package dev.glassheap.runtime.object;

/** The types of None, Ellipsis and NotImplemented, each with one instance. */
final class SingletonTypes {

    private SingletonTypes() {
    }

    static void define(World w) {
        define(w, w.types.noneType, "NoneType", "None", w.singletons.none, s -> s.nbBool = (world, self) -> false);
        define(w, w.types.ellipsisType, "EllipsisType", "Ellipsis", w.singletons.ellipsis, s -> { });
        // CPython also warns when NotImplemented is used as a truth value
        define(w, w.types.notImplementedType, "NotImplementedType", "NotImplemented", w.singletons.notImplemented,
            s -> s.nbBool = (world, self) -> true);
    }

    private static void define(World w, PyType type, String shown, String text, PyObject only, java.util.function.Consumer<TypeSlots> more) {
        new TypeBuilder(w, type, w.types.objectType).size(16, 0).slots(s -> {
            s.tpNew = (world, t, args, kwargs) -> {
                if (args.items.length > 0 || kwargs != null && kwargs.size() > 0) {
                    throw Errors.typeError(world, "%s takes no arguments", shown);
                }
                return world.newRef(only, Holder.RESULT);
            };
            s.tpRepr = (world, self) -> world.newRef(world.id(text), Holder.RESULT);
            // A count of 0 is a fault of the runtime; the object must not disappear all the same.
            s.tpDealloc = (world, self) -> self.refcnt = 1;
        }).slots(more).ready();
    }
}
