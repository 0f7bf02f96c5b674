package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;

/**
 * Calls one class whose instances {@code object.__new__} makes and a guest {@code __init__} fills: the steps of
 * {@code type_call}, with the same blocks and counts, but {@code __init__} is called directly.
 *
 * <p>Valid while {@code type.versionTag} stays.
 */
final class ClassCall extends GuestNode {

    @CompilationFinal private PyType cachedType;
    @CompilationFinal private int cachedVersion;
    @CompilationFinal private PyFunction init;
    /** After the first class that does not fit, nothing more is tried. */
    @CompilationFinal private boolean givenUp;
    @Child private DirectCallNode call;

    ClassCall(World w, int site) {
        super(w, site);
    }

    /** Whether this node can call the class with that many arguments. */
    boolean accepts(PyObject callable, int arguments) {
        if (givenUp || !(callable instanceof PyType type)) {
            return false;
        }
        if (type == cachedType && type.versionTag == cachedVersion) {
            return true;
        }
        CompilerDirectives.transferToInterpreterAndInvalidate();
        return fill(type, arguments);
    }

    private boolean fill(PyType type, int arguments) {
        boolean first = cachedType == null;
        PyObject found = type.type == w.types.typeType && type.has(PyType.HEAPTYPE) && !type.has(PyType.ABSTRACT)
            && type.slots.tpNew == w.types.objectType.slots.tpNew ? type.lookup("__init__") : null;
        if (!first || !(found instanceof PyFunction f) || !CodeUnit.of(f.code).simple
            || CodeUnit.of(f.code).parameterCount != arguments + 1) {
            givenUp = true;
            return false;
        }
        cachedType = type;
        cachedVersion = type.versionTag;
        init = f;
        call = insert(DirectCallNode.create(CodeUnit.of(f.code).callTarget));
        return true;
    }

    /** Calls the accepted class; owned arguments are released as after any call that is no guest function's. */
    PyObject execute(VirtualFrame frame, PyObject callable, PyObject[] args) {
        PyObject made = null;
        PyTuple tuple = null;
        try {
            tuple = pack(args);
            made = make(cachedType, tuple);
            runInit(made, args);
        } catch (RuntimeException e) {
            traced(frame, e);
            w.releaseOrNull(made, Holder.NATIVE);
            w.releaseOrNull(tuple, Holder.NATIVE);
            releaseCall(callable, args);
            throw e;
        }
        release(tuple, Holder.NATIVE);
        releaseCall(callable, args);
        return made;
    }

    private void runInit(PyObject made, PyObject[] args) {
        Object[] arguments = new Object[args.length + 2];
        retain(init, Holder.FRAME);
        arguments[0] = init;
        retain(made, Holder.ARGUMENT);
        arguments[1] = made;
        for (int i = 0; i < args.length; i++) {
            retain(args[i], Holder.ARGUMENT);
            arguments[i + 2] = args[i];
        }
        w.thread.nativeDepth++;
        PyObject result;
        try {
            result = (PyObject) call.call(arguments);
        } finally {
            w.thread.nativeDepth--;
        }
        if (result != w.singletons.none) {
            notNone(result);
        }
        release(result, Holder.RESULT);
    }

    @TruffleBoundary
    private void notNone(PyObject result) {
        String name = result.type.name;
        w.release(result, Holder.RESULT);
        throw Errors.typeError(w, "__init__() should return None, not '%s'", name);
    }

    @TruffleBoundary
    private PyTuple pack(PyObject[] args) {
        return PyTuple.pack(w, args);
    }

    @TruffleBoundary
    private PyObject make(PyType type, PyTuple args) {
        Objects.enterRecursion(w, " while calling a Python object");
        try {
            return type.slots.tpNew.create(w, type, args, null);
        } finally {
            Objects.leaveRecursion(w);
        }
    }

    private void releaseCall(PyObject callable, PyObject[] args) {
        for (PyObject arg : args) {
            release(arg, Holder.OPERAND);
        }
        release(callable, Holder.OPERAND);
    }
}
