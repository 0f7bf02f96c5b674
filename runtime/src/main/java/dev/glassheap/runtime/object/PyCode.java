package dev.glassheap.runtime.object;

/**
 * {@code code}: what the compiler made of a function, class body, comprehension or module. Not a GC object.
 *
 * <p>The executable part ({@link #target}) belongs to the interpreter; here it is only carried.
 */
public final class PyCode extends PyObject {

    public static final int CO_OPTIMIZED = 1, CO_NEWLOCALS = 2, CO_VARARGS = 4, CO_VARKEYWORDS = 8, CO_NESTED = 16,
        CO_GENERATOR = 32, CO_COROUTINE = 128, CO_ASYNC_GENERATOR = 0x200;

    /** What the interpreter runs; opaque here. */
    public final Object target;
    public final PyStr name;
    public final PyStr qualname;
    public final PyStr fileName;
    public final int firstLine;
    public final int flags;
    /** co_argcount (positional parameters, positional-only included), co_posonlyargcount, co_kwonlyargcount. */
    public final int argCount, posOnlyArgCount, kwOnlyArgCount;
    /** Constants in order; the tuple is owned. */
    public final PyTuple constants;
    /** Names of globals and attributes; owned. */
    public final PyTuple names;
    /** Parameters and other locals; owned. */
    public final PyTuple varNames;
    public final PyTuple cellVars;
    public final PyTuple freeVars;
    /** Maximum depth of CPython's evaluation stack, in items. */
    public final int stackSize;
    /** 16-bit code units, inline caches included. */
    public final int codeUnits;
    /** {@code co_weakreflist}. */
    PyObject weakListHead;

    public PyCode(Object target, PyStr name, PyStr qualname, PyStr fileName, int firstLine, int flags, int argCount,
        int posOnlyArgCount, int kwOnlyArgCount, PyTuple constants, PyTuple names, PyTuple varNames, PyTuple cellVars,
        PyTuple freeVars, int stackSize, int codeUnits) {
        this.target = target;
        this.name = name;
        this.qualname = qualname;
        this.fileName = fileName;
        this.firstLine = firstLine;
        this.flags = flags;
        this.argCount = argCount;
        this.posOnlyArgCount = posOnlyArgCount;
        this.kwOnlyArgCount = kwOnlyArgCount;
        this.constants = constants;
        this.names = names;
        this.varNames = varNames;
        this.cellVars = cellVars;
        this.freeVars = freeVars;
        this.stackSize = stackSize;
        this.codeUnits = codeUnits;
    }

    @Override
    public PyObject weakList() {
        return weakListHead;
    }

    @Override
    public void setWeakList(PyObject head) {
        weakListHead = head;
    }

    /** Slots of a frame: locals, cells, free variables and the evaluation stack ({@code co_nlocalsplus + co_stacksize}). */
    public int frameSlots() {
        int locals = varNames.items.length;
        int cellsBesides = 0;
        for (PyObject cell : cellVars.items) {
            boolean parameter = false;
            for (int i = 0; i < locals; i++) {
                parameter |= varNames.items[i] == cell;
            }
            cellsBesides += parameter ? 0 : 1;
        }
        return locals + cellsBesides + freeVars.items.length + stackSize;
    }
}
