package dev.glassheap.runtime.object;

/** The type {@code code}: attributes and life of code objects ({@code Objects/codeobject.c}). */
final class CodeType {

    private CodeType() {
    }

    static void define(World w) {
        new TypeBuilder(w, w.types.codeType, w.types.objectType).size(184, 2).flags(PyType.DISALLOW_INSTANTIATION).weakReferenceable()
            .slots(CodeType::fill)
            .noArgs("__sizeof__", (world, c) -> world.newInt(184 + 2L * code(c).codeUnits))
            .member("co_argcount", (world, c) -> world.newInt(code(c).argCount), null)
            .member("co_posonlyargcount", (world, c) -> world.newInt(code(c).posOnlyArgCount), null)
            .member("co_kwonlyargcount", (world, c) -> world.newInt(code(c).kwOnlyArgCount), null)
            .member("co_stacksize", (world, c) -> world.newInt(code(c).stackSize), null)
            .member("co_flags", (world, c) -> world.newInt(code(c).flags), null)
            .member("co_nlocals", (world, c) -> world.newInt(code(c).varNames.items.length), null)
            .member("co_consts", (world, c) -> world.newRef(code(c).constants, Holder.RESULT), null)
            .member("co_names", (world, c) -> world.newRef(code(c).names, Holder.RESULT), null)
            .member("co_filename", (world, c) -> world.newRef(code(c).fileName, Holder.RESULT), null)
            .member("co_name", (world, c) -> world.newRef(code(c).name, Holder.RESULT), null)
            .member("co_qualname", (world, c) -> world.newRef(code(c).qualname, Holder.RESULT), null)
            .member("co_firstlineno", (world, c) -> world.newInt(code(c).firstLine), null)
            .getset("co_varnames", (world, c) -> world.newRef(code(c).varNames, Holder.RESULT))
            .getset("co_cellvars", (world, c) -> world.newRef(code(c).cellVars, Holder.RESULT))
            .getset("co_freevars", (world, c) -> world.newRef(code(c).freeVars, Holder.RESULT))
            .ready();
    }

    private static PyCode code(PyObject self) {
        return (PyCode) self;
    }

    private static void fill(TypeSlots s) {
        s.tpRepr = (w, self) -> {
            PyCode c = (PyCode) self;
            return w.str("<code object " + c.name.text() + " at " + GenericAttributes.hex(c) + ", file \"" + c.fileName.text()
                + "\", line " + c.firstLine + ">");
        };
        s.tpDealloc = (w, self) -> {
            PyCode c = (PyCode) self;
            for (PyObject part : new PyObject[] {c.constants, c.names, c.varNames, c.cellVars, c.freeVars, c.fileName, c.name, c.qualname}) {
                w.release(part, Holder.CONSTANT);
            }
            if (c.weakListHead != null) {
                WeakReferences.clearAll(w, c);
            }
            w.freeBlock(c);
        };
    }
}
