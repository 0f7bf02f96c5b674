package dev.glassheap.runtime.module;

import dev.glassheap.runtime.interpreter.Execution;
import dev.glassheap.runtime.interpreter.Frames;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyBytes;
import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.World;

/** Builtin functions that look at namespaces or run code: globals, locals, vars, dir, exec, eval, compile. */
final class BuiltinNamespaces {

    private final ModuleContext context;
    private final World w;

    private BuiltinNamespaces(ModuleContext context) {
        this.context = context;
        this.w = context.world();
    }

    static void addTo(ModuleBuilder b, ModuleContext c) {
        BuiltinNamespaces n = new BuiltinNamespaces(c);
        b.noArgs("globals", (w, self) -> w.newRef(n.currentGlobals(), Holder.RESULT));
        b.noArgs("locals", (w, self) -> n.currentLocals());
        b.fast("vars", 0, 1, (w, self, a) -> a.length == 0 ? n.currentLocals() : n.vars(a[0]));
        b.fast("dir", 0, 1, (w, self, a) -> n.dir(a));
        b.fast("exec", 1, 3, (w, self, a) -> n.execute(a, "exec"));
        b.fast("eval", 1, 3, (w, self, a) -> n.execute(a, "eval"));
        b.keywords("compile", "source, filename, mode, flags?, dont_inherit?, optimize?", (w, self, a) -> n.compile(a));
    }

    private PyDict currentGlobals() {
        return Frames.globals(w).orElseGet(() -> context.modules().main().dict);
    }

    private PyObject currentLocals() {
        return Frames.currentLocals(w).orElseGet(() -> w.newRef(context.modules().main().dict, Holder.RESULT));
    }

    private PyObject vars(PyObject o) {
        PyObject dict = Objects.lookupAttr(w, o, "__dict__");
        if (dict == null) {
            throw Errors.typeError(w, "vars() argument must have __dict__ attribute");
        }
        return dict;
    }

    private PyObject dir(PyObject[] a) {
        PyObject names;
        if (a.length == 0) {
            PyObject locals = currentLocals();
            try {
                names = Calls.callMethod(w, locals, "keys");
            } finally {
                w.release(locals, Holder.NATIVE);
            }
        } else {
            names = Calls.callSpecial(w, a[0], "__dir__");
            if (names == null) {
                throw Errors.typeError(w, "object does not provide __dir__");
            }
        }
        PyList list = PyList.create(w);
        try {
            list.extend(w, names);
            w.release(Calls.callMethod(w, list, "sort"), Holder.NATIVE);
            return list;
        } catch (PyException e) {
            w.release(list, Holder.NATIVE);
            throw e;
        } finally {
            w.release(names, Holder.NATIVE);
        }
    }

    private PyObject execute(PyObject[] a, String function) {
        PyObject none = w.singletons.none;
        PyObject globals = a.length > 1 && a[1] != none ? a[1] : null;
        PyObject locals = a.length > 2 && a[2] != none ? a[2] : null;
        if (globals != null && !(globals instanceof PyDict)) {
            throw Errors.typeError(w, function.equals("exec") ? "exec() globals must be a dict, not %s"
                : "globals must be a dict", globals.type.name);
        }
        PyDict g = globals == null ? currentGlobals() : (PyDict) globals;
        PyObject l = locals != null ? w.newRef(locals, Holder.NATIVE)
            : globals != null ? w.newRef(globals, Holder.NATIVE) : currentLocals();
        try {
            if (g.getStr(w, w.id("__builtins__")) == null) {
                g.setItem(w, w.id("__builtins__"), w.modules.getStr(w, w.id("builtins")));
            }
            PyCode code = code(a[0], function);
            if (code.freeVars.items.length > 0) {
                w.release(code, Holder.NATIVE);
                throw Errors.typeError(w, "code object passed to %s() may not contain free variables", function);
            }
            PyObject result = context.execution().run(code, g, l);
            if (function.equals("eval")) {
                return result;
            }
            w.release(result, Holder.RESULT);
            return w.none();
        } finally {
            w.release(l, Holder.NATIVE);
        }
    }

    private PyCode code(PyObject source, String function) {
        if (source instanceof PyCode code) {
            return w.newRef(code, Holder.NATIVE);
        }
        String text = text(source, function + "() arg 1 must be a string, bytes or code object");
        boolean eval = function.equals("eval");
        return context.execution().compile(eval ? text.stripLeading() : text, "<string>",
            eval ? Execution.Kind.EVAL : Execution.Kind.MODULE);
    }

    private String text(PyObject source, String otherwise) {
        String text;
        if (source instanceof PyStr s) {
            text = s.text();
        } else if (source instanceof PyBytes bytes) {
            text = new String(bytes.data, java.nio.charset.StandardCharsets.UTF_8);
        } else {
            throw Errors.typeError(w, otherwise);
        }
        if (text.indexOf('\0') >= 0) {
            throw Errors.valueError(w, "source code string cannot contain null bytes");
        }
        return text;
    }

    private PyObject compile(PyObject[] a) {
        String text = text(a[0], "compile() arg 1 must be a string, bytes or AST object");
        String mode = Objects.strText(w, a[2]);
        String file = Objects.strText(w, a[1]);
        return context.execution().compile(text, file, switch (mode) {
            case "exec" -> Execution.Kind.MODULE;
            case "eval" -> Execution.Kind.EVAL;
            case "single" -> Execution.Kind.SINGLE;
            default -> throw Errors.valueError(w, "compile() mode must be 'exec', 'eval' or 'single'");
        });
    }
}
