package dev.glassheap.runtime.module;

import dev.glassheap.runtime.interpreter.TracebackPrinter;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyNativeFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;

/** Exceptions nobody caught: at the end of a program, and where nothing can be raised. */
final class Uncaught {

    private final ModuleContext context;
    private final World w;

    Uncaught(ModuleContext context) {
        this.context = context;
        this.w = context.world();
    }

    /** {@code _Py_HandleSystemExit} and {@code PyErr_Print}. The status. */
    int handle(PyException e) {
        if (e.matches(w.types.exceptions.systemExit)) {
            return systemExit(e.take());
        }
        boolean interrupt = e.matches(w.types.exceptions.keyboardInterrupt);
        PyBaseException value = e.take();
        try {
            PyObject hook = sysAttribute("excepthook");
            if (hook == null) {
                write(TracebackPrinter.render(w, context.execution().sites(), value));
            } else {
                PyObject traceback = value.traceback == null ? w.singletons.none : value.traceback;
                w.release(Calls.call(w, hook, value.type, value, traceback), Holder.NATIVE);
            }
        } catch (PyException inHook) {
            PyBaseException failure = inHook.take();
            write("Error in sys.excepthook:\n" + TracebackPrinter.render(w, context.execution().sites(), failure)
                + "\nOriginal exception was:\n" + TracebackPrinter.render(w, context.execution().sites(), value));
            w.release(failure, Holder.EXCEPTION);
        } finally {
            w.release(value, Holder.EXCEPTION);
        }
        return interrupt ? 130 : 1;
    }

    private int systemExit(PyBaseException exit) {
        try {
            PyObject code = Objects.getAttr(w, exit, "code");
            try {
                if (code == w.singletons.none) {
                    return 0;
                }
                if (code instanceof PyInt n) {
                    return n.bigValue().intValue() & 0xFF;
                }
                write(Objects.strText(w, code) + "\n");
                return 1;
            } finally {
                w.release(code, Holder.NATIVE);
            }
        } finally {
            w.release(exit, Holder.EXCEPTION);
        }
    }

    private PyObject sysAttribute(String name) {
        return w.sys.getStr(w, w.id(name));
    }

    private void write(String text) {
        ((TextStream) SysModule.stream(w, "__stdout__")).flush();
        TextStream err = (TextStream) SysModule.stream(w, "__stderr__");
        err.write(text);
        err.flush();
    }

    /**
     * {@code PyErr_WriteUnraisable}: {@code sys.unraisablehook} hears of it if the guest has set one. Takes the exception over.
     */
    void unraisable(PyException e, PyObject where) {
        unraisable(e, where, w.none());
    }

    /** {@code _PyErr_WriteUnraisableMsg}. @param message what stands before the colon, or None; stolen */
    void unraisable(PyException e, PyObject where, PyObject message) {
        PyBaseException value = e.take();
        try {
            PyObject hook = sysAttribute("unraisablehook");
            if (hook != null && !(hook instanceof PyNativeFunction)) {
                callHook(hook, value, where, message);
            } else {
                write(text(context, value, where, message));
            }
        } finally {
            w.release(message, Holder.NATIVE);
            w.release(value, Holder.EXCEPTION);
        }
    }

    private void callHook(PyObject hook, PyBaseException value, PyObject where, PyObject message) {
        PyObject traceback = value.traceback == null ? w.singletons.none : value.traceback;
        PyObject args = Records.create(w, context.modules().unraisableArgsType(), w.newRef(value.type, Holder.ELEMENT),
            w.newRef(value, Holder.ELEMENT), w.newRef(traceback, Holder.ELEMENT), w.newRef(message, Holder.ELEMENT), w.newRef(where, Holder.ELEMENT));
        try {
            w.release(Calls.call(w, hook, args), Holder.NATIVE);
        } catch (PyException inHook) {
            PyBaseException failure = inHook.take();
            write("Exception ignored in sys.unraisablehook: " + Objects.reprText(w, hook) + "\n"
                + TracebackPrinter.renderAlone(w, context.execution().sites(), failure));
            w.release(failure, Holder.EXCEPTION);
        } finally {
            w.release(args, Holder.NATIVE);
        }
    }

    /** What the default hook prints. @param where and @param message None for none */
    static String text(ModuleContext context, PyBaseException value, PyObject where, PyObject message) {
        World w = context.world();
        String start = message == w.singletons.none ? "Exception ignored in" : Objects.strText(w, message);
        String place = "";
        if (where != w.singletons.none) {
            try {
                place = start + ": " + Objects.reprText(w, where) + "\n";
            } catch (PyException failed) {
                w.release(failed.take(), Holder.EXCEPTION);
                place = start + ": <object repr() failed>\n";
            }
        } else if (message != w.singletons.none) {
            place = start + ":\n";
        }
        return place + TracebackPrinter.renderAlone(w, context.execution().sites(), value);
    }
}
