package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives;
import com.oracle.truffle.api.CompilerDirectives.CompilationFinal;
import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.frame.VirtualFrame;
import com.oracle.truffle.api.nodes.DirectCallNode;
import com.oracle.truffle.api.nodes.IndirectCallNode;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyMethod;
import dev.glassheap.runtime.object.PyMethodDescriptor;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/**
 * Calls an owned callable with owned arguments. A guest function takes the arguments over into its locals (CPython 3.11 moves
 * them); anything else borrows them, and they are released afterwards, first to last, then the callable.
 */
final class CallDispatch extends GuestNode {

    @CompilationFinal private PyCode cachedCode;
    @CompilationFinal private CodeUnit cachedUnit;
    @CompilationFinal private RootCallTarget cachedTarget;
    @CompilationFinal private boolean methodSeen;
    @CompilationFinal private boolean functionSeen;
    @CompilationFinal private boolean nativeSeen;
    @CompilationFinal private boolean binderSeen;
    @Child private DirectCallNode direct;
    @Child private IndirectCallNode indirect;
    @Child private ClassCall classCall;

    CallDispatch(World w, int site) {
        super(w, site);
        this.classCall = new ClassCall(w, site);
    }

    PyObject call(VirtualFrame frame, PyObject callable, PyObject[] args, PyStr[] kwnames) {
        mark();
        PyObject f = callable;
        PyObject[] all = args;
        if (f instanceof PyMethod m) {
            if (!methodSeen) {
                CompilerDirectives.transferToInterpreterAndInvalidate();
                methodSeen = true;
            }
            f = m.function;
            retain(f, Holder.OPERAND);
            retain(m.self, Holder.OPERAND);
            all = prepend(m.self, args);
            release(m, Holder.OPERAND);
        }
        if (f instanceof PyFunction function) {
            if (!functionSeen) {
                CompilerDirectives.transferToInterpreterAndInvalidate();
                functionSeen = true;
            }
            return callFunction(function, all, kwnames);
        }
        if (!nativeSeen) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            nativeSeen = true;
        }
        if (kwnames.length == 0 && classCall.accepts(f, all.length)) {
            return classCall.execute(frame, f, all);
        }
        return callNative(frame, f, all, kwnames);
    }

    private static PyObject[] prepend(PyObject self, PyObject[] args) {
        PyObject[] all = new PyObject[args.length + 1];
        all[0] = self;
        System.arraycopy(args, 0, all, 1, args.length);
        return all;
    }

    private PyObject callFunction(PyFunction function, PyObject[] args, PyStr[] kwnames) {
        CodeUnit unit = function.code == cachedCode ? cachedUnit : unitOf(function);
        Object[] frameArguments;
        if (unit.simple && kwnames.length == 0 && args.length == unit.parameterCount) {
            frameArguments = new Object[args.length + 1];
            frameArguments[0] = function;
            System.arraycopy(args, 0, frameArguments, 1, args.length);
        } else {
            if (!binderSeen) {
                CompilerDirectives.transferToInterpreterAndInvalidate();
                binderSeen = true;
            }
            frameArguments = bind(function, args, kwnames);
        }
        return (PyObject) callTarget(unit.callTarget, frameArguments);
    }

    /** The unit of a function's code; the first code seen here is a constant for the compiler. */
    private CodeUnit unitOf(PyFunction function) {
        if (cachedCode == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            cachedCode = function.code;
            cachedUnit = CodeUnit.of(function.code);
        }
        return CodeUnit.of(function.code);
    }

    private Object callTarget(RootCallTarget target, Object[] frameArguments) {
        if (target == cachedTarget) {
            return direct.call(frameArguments);
        }
        if (cachedTarget == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            cachedTarget = target;
            direct = insert(DirectCallNode.create(target));
            return direct.call(frameArguments);
        }
        if (indirect == null) {
            CompilerDirectives.transferToInterpreterAndInvalidate();
            indirect = insert(IndirectCallNode.create());
        }
        return indirect.call(target, frameArguments);
    }

    @TruffleBoundary
    private Object[] bind(PyFunction function, PyObject[] args, PyStr[] kwnames) {
        return ArgumentBinder.bind(w, function, args, kwnames);
    }

    private PyObject callNative(VirtualFrame frame, PyObject f, PyObject[] args, PyStr[] kwnames) {
        PyObject result;
        try {
            result = f instanceof PyMethodDescriptor d && d.code instanceof NativeCode.OneArg one && args.length == 2 && kwnames.length == 0
                && args[0].type == d.owner ? callOneArg(one.body(), args[0], args[1]) : Calls.call(w, f, args, kwnames);
        } catch (RuntimeException e) {
            traced(frame, e);
            releaseCall(f, args);
            throw e;
        }
        releaseCall(f, args);
        return result;
    }

    /** The short way to a native method of one argument, e.g. {@code list.append}. */
    @TruffleBoundary
    private PyObject callOneArg(NativeCode.OneArgBody body, PyObject self, PyObject arg) {
        Objects.enterRecursion(w, " while calling a Python object");
        try {
            return body.call(w, self, arg);
        } finally {
            Objects.leaveRecursion(w);
        }
    }

    private void releaseCall(PyObject f, PyObject[] args) {
        for (PyObject arg : args) {
            release(arg, Holder.OPERAND);
        }
        release(f, Holder.OPERAND);
    }
}
