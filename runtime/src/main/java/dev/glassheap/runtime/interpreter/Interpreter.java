package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.GuestCalls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;
import java.util.function.BiConsumer;

/** What the object model needs from the interpreter: calls into guest functions, unraisable errors, interrupts. */
public final class Interpreter implements GuestCalls {

    /** Prints what cannot be raised: {@code sys.unraisablehook}. */
    private BiConsumer<PyException, PyObject> unraisable = (e, where) -> {
        throw new IllegalStateException("an exception cannot be reported before sys exists", e);
    };

    /** Sets who reports unraisable exceptions (the sys module). The consumer takes the exception over. */
    public void reportUnraisable(BiConsumer<PyException, PyObject> reporter) {
        unraisable = reporter;
    }

    @Override
    public PyObject callFunction(World w, PyObject callable, PyObject[] args, PyStr[] kwnames) {
        PyFunction function = (PyFunction) callable;
        w.retain(function, Holder.FRAME);
        for (PyObject arg : args) {
            w.retain(arg, Holder.ARGUMENT);
        }
        CodeUnit unit = CodeUnit.of(function.code);
        Object[] arguments;
        if (unit.simple && kwnames.length == 0 && args.length == unit.parameterCount) {
            arguments = new Object[args.length + 1];
            arguments[0] = function;
            System.arraycopy(args, 0, arguments, 1, args.length);
        } else {
            arguments = ArgumentBinder.bind(w, function, args, kwnames);
        }
        return (PyObject) unit.callTarget.call(arguments);
    }

    /** Runs module or class code in a namespace; both borrowed. A new reference to the result. */
    public static PyObject run(World w, PyFunction function, PyObject namespace) {
        w.retain(function, Holder.FRAME);
        w.retain(namespace, Holder.FRAME);
        return (PyObject) CodeUnit.of(function.code).callTarget.call(function, namespace);
    }

    @Override
    public void writeUnraisable(World w, PyException exception, PyObject where) {
        unraisable.accept(exception, where);
    }

    @Override
    public void checkInterrupt(World w) {
        if (w.thread.takeInterrupt()) {
            throw Errors.of(w, w.types.exceptions.keyboardInterrupt);
        }
    }
}
