package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** One step of {@code yield from}: SEND, and what {@code throw} and {@code close} do while delegating. */
final class Delegation {

    private Delegation() {
    }

    /** A yielded value, or the final value of the inner iterator; owned. */
    record Step(PyObject value, boolean finished) {
    }

    /**
     * Sends a value (owned) or throws an exception into the inner iterator.
     *
     * @param iterator borrowed
     * @param sent a PyObject or a PyException
     */
    static Step step(World w, PyObject iterator, Object sent) {
        try {
            if (sent instanceof PyException e) {
                return new Step(thrown(w, iterator, e), false);
            }
            PyObject value = (PyObject) sent;
            PyObject yielded;
            try {
                yielded = send(w, iterator, value);
            } finally {
                w.release(value, Holder.OPERAND);
            }
            return yielded == null ? new Step(w.none(), true) : new Step(yielded, false);
        } catch (PyException e) {
            if (!e.matches(w.types.exceptions.stopIteration)) {
                throw e;
            }
            return new Step(Generators.stopValue(w, e), true);
        }
    }

    private static PyObject send(World w, PyObject iterator, PyObject value) {
        if (iterator instanceof PyGenerator g) {
            return Generators.resume(w, g, w.newRef(value, Holder.OPERAND));
        }
        if (value == w.singletons.none) {
            return iterator.type.slots.tpIternext.next(w, iterator);
        }
        return Calls.callMethod(w, iterator, "send", value);
    }

    private static PyObject thrown(World w, PyObject iterator, PyException e) {
        if (e.matches(w.types.exceptions.generatorExit)) {
            try {
                close(w, iterator);
            } catch (PyException next) {
                w.release(e.take(), Holder.EXCEPTION);
                throw next;
            }
            throw e;
        }
        if (iterator instanceof PyGenerator g) {
            PyObject yielded = Generators.resume(w, g, e);
            if (yielded == null) {
                throw dev.glassheap.runtime.object.Errors.stopIteration(w, null);
            }
            return yielded;
        }
        PyObject method = Objects.lookupAttr(w, iterator, "throw");
        if (method == null) {
            throw e;
        }
        PyBaseException value = e.take();
        try {
            return Calls.call(w, method, value);
        } finally {
            w.release(value, Holder.EXCEPTION);
            w.release(method, Holder.NATIVE);
        }
    }

    private static void close(World w, PyObject iterator) {
        if (iterator instanceof PyGenerator g) {
            Generators.close(w, g);
            return;
        }
        PyObject method = Objects.lookupAttr(w, iterator, "close");
        if (method != null) {
            try {
                w.release(Calls.call(w, method), Holder.RESULT);
            } finally {
                w.release(method, Holder.NATIVE);
            }
        }
    }
}
