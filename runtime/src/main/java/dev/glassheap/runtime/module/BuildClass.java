package dev.glassheap.runtime.module;

import dev.glassheap.runtime.interpreter.Interpreter;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyCell;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.World;
import java.util.Arrays;

/** {@code __build_class__}: metaclass, namespace, body, call. */
final class BuildClass {

    private final World w;
    private final PyFunction function;
    private final PyObject name;
    private PyTuple bases;
    private final PyTuple originalBases;
    private PyDict keywords;
    private PyObject meta;
    private boolean metaIsClass;

    private BuildClass(World w, PyFunction function, PyObject name, PyTuple originalBases) {
        this.w = w;
        this.function = function;
        this.name = name;
        this.originalBases = originalBases;
    }

    static PyObject build(World w, PyObject[] args, PyStr[] kwnames) {
        int positional = args.length - kwnames.length;
        if (positional < 2) {
            throw Errors.typeError(w, "__build_class__: not enough arguments");
        }
        if (!(args[0] instanceof PyFunction f)) {
            throw Errors.typeError(w, "__build_class__: func must be a function");
        }
        if (!(args[1] instanceof PyStr)) {
            throw Errors.typeError(w, "__build_class__: name is not a string");
        }
        BuildClass b = new BuildClass(w, f, args[1], PyTuple.pack(w, Arrays.copyOfRange(args, 2, positional)));
        try {
            return b.build(args, kwnames, positional);
        } finally {
            w.releaseOrNull(b.bases, Holder.NATIVE);
            w.release(b.originalBases, Holder.NATIVE);
            w.releaseOrNull(b.meta, Holder.NATIVE);
            w.releaseOrNull(b.keywords, Holder.NATIVE);
        }
    }

    private PyObject build(PyObject[] args, PyStr[] kwnames, int positional) {
        bases = updateBases();
        takeKeywords(args, kwnames, positional);
        chooseMetaclass();
        PyObject namespace = prepare();
        PyObject cell = null;
        try {
            cell = Interpreter.run(w, function, namespace);
            if (bases != originalBases) {
                Objects.setItem(w, namespace, w.id("__orig_bases__"), originalBases);
            }
            PyObject cls = callMetaclass(namespace);
            checkCell(cell, cls);
            return cls;
        } finally {
            w.releaseOrNull(cell, Holder.NATIVE);
            w.release(namespace, Holder.NATIVE);
        }
    }

    private PyObject callMetaclass(PyObject namespace) {
        if (keywords == null || keywords.size() == 0) {
            return Calls.call(w, meta, name, bases, namespace);
        }
        PyTuple tuple = PyTuple.pack(w, name, bases, namespace);
        try {
            return Calls.callTuple(w, meta, tuple, keywords);
        } finally {
            w.release(tuple, Holder.NATIVE);
        }
    }

    /** {@code update_bases}: what is no class may say by {@code __mro_entries__} which bases it stands for. */
    private PyTuple updateBases() {
        PyList list = null;
        for (int i = 0; i < originalBases.items.length; i++) {
            PyObject base = originalBases.items[i];
            PyObject entries = base instanceof PyType ? null : Objects.lookupAttr(w, base, "__mro_entries__");
            if (entries == null) {
                if (list != null) {
                    list.append(w, base);
                }
                continue;
            }
            if (list == null) {
                list = PyList.create(w);
                for (int j = 0; j < i; j++) {
                    list.append(w, originalBases.items[j]);
                }
            }
            PyObject replacement = Calls.call(w, entries, originalBases);
            w.release(entries, Holder.NATIVE);
            if (!(replacement instanceof PyTuple)) {
                throw Errors.typeError(w, "__mro_entries__ must return a tuple");
            }
            list.extend(w, replacement);
            w.release(replacement, Holder.NATIVE);
        }
        if (list == null) {
            return w.newRef(originalBases, Holder.NATIVE);
        }
        PyTuple updated = list.asTuple(w);
        w.release(list, Holder.NATIVE);
        return updated;
    }

    private void takeKeywords(PyObject[] args, PyStr[] kwnames, int positional) {
        for (int i = 0; i < kwnames.length; i++) {
            if (keywords == null) {
                keywords = PyDict.create(w);
            }
            keywords.setItem(w, kwnames[i], args[positional + i]);
        }
        if (keywords == null) {
            return;
        }
        PyObject given = keywords.getStr(w, w.id("metaclass"));
        if (given != null) {
            meta = w.newRef(given, Holder.NATIVE);
            keywords.delItem(w, w.id("metaclass"));
            metaIsClass = meta instanceof PyType;
        }
    }

    private void chooseMetaclass() {
        if (meta == null) {
            meta = w.newRef(bases.items.length == 0 ? w.types.typeType : bases.items[0].type, Holder.NATIVE);
            metaIsClass = true;
        }
        if (!metaIsClass) {
            return;
        }
        PyType winner = (PyType) meta;
        for (PyObject base : bases.items) {
            PyType candidate = base.type;
            if (winner.isSubtypeOf(candidate)) {
                continue;
            }
            if (!candidate.isSubtypeOf(winner)) {
                throw Errors.typeError(w, "metaclass conflict: the metaclass of a derived class must be a (non-strict) subclass of "
                    + "the metaclasses of all its bases");
            }
            winner = candidate;
        }
        if (winner != meta) {
            w.retain(winner, Holder.NATIVE);
            w.release(meta, Holder.NATIVE);
            meta = winner;
        }
    }

    private PyObject prepare() {
        PyObject prepare = meta == w.types.typeType ? null : Objects.lookupAttr(w, meta, "__prepare__");
        if (prepare == null) {
            return PyDict.create(w);
        }
        PyTuple tuple = null;
        PyObject namespace;
        try {
            tuple = PyTuple.pack(w, name, bases);
            namespace = Calls.callTuple(w, prepare, tuple, keywords);
        } finally {
            w.releaseOrNull(tuple, Holder.NATIVE);
            w.release(prepare, Holder.NATIVE);
        }
        if (!(namespace instanceof PyDict) && namespace.type.slots.mpSubscript == null) {
            PyException e = Errors.typeError(w, "%s.__prepare__() must return a mapping, not %s",
                metaIsClass ? ((PyType) meta).name : "<metaclass>", namespace.type.name);
            w.release(namespace, Holder.NATIVE);
            throw e;
        }
        return namespace;
    }

    private void checkCell(PyObject cell, PyObject cls) {
        if (!(cls instanceof PyType) || !(cell instanceof PyCell c)) {
            return;
        }
        if (c.value == null) {
            throw Errors.runtimeError(w, "__class__ not set defining %s as %s. Was __classcell__ propagated to type.__new__?",
                Objects.reprText(w, name), Objects.reprText(w, cls));
        }
        if (c.value != cls) {
            throw Errors.typeError(w, "__class__ set to %s defining %s as %s", Objects.reprText(w, c.value),
                Objects.reprText(w, name), Objects.reprText(w, cls));
        }
    }
}
