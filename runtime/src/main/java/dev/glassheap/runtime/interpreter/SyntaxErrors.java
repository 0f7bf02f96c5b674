package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.syntax.PythonSyntaxError;

/** A syntax error of the compiler as the guest's exception. */
final class SyntaxErrors {

    private SyntaxErrors() {
    }

    static PyException raise(World w, PythonSyntaxError e) {
        var types = w.types.exceptions;
        PyType type = switch (e.kind()) {
            case SYNTAX_ERROR -> types.syntaxError;
            case INDENTATION_ERROR -> types.indentationError;
            case TAB_ERROR -> types.tabError;
            case MEMORY_ERROR -> types.memoryError;
            case RECURSION_ERROR -> types.recursionError;
        };
        PyObject message = w.str(e.message());
        if (e.place().isEmpty() || !type.isSubtypeOf(types.syntaxError)) {
            return Errors.withValue(w, type, message);
        }
        PythonSyntaxError.Place p = e.place().get();
        PyObject text = p.text().map(t -> (PyObject) w.str(t)).orElseGet(w::none);
        PyTuple place = PyTuple.steal(w, new PyObject[] {w.str(p.file()), w.newInt(p.line()), w.newInt(p.offset()), text,
            w.newInt(p.endLine()), w.newInt(p.endOffset())});
        try {
            return Errors.raise(w, (PyBaseException) Calls.call(w, type, message, place));
        } finally {
            w.release(message, Holder.NATIVE);
            w.release(place, Holder.NATIVE);
        }
    }
}
