package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyCode;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.List;

/** {@code initialize_locals} of CPython 3.11: matches arguments to parameters, with its messages. */
final class ArgumentBinder {

    private final World w;
    private final PyFunction function;
    private final PyCode code;
    private final PyObject[] args;
    private final PyStr[] kwnames;
    private final int positionalGiven;
    private final int totalArgs;
    /** The frame's arguments: the function, then one entry for each parameter. */
    private final Object[] bound;
    /** Number of leading entries of args whose reference has moved. */
    private final boolean[] moved;

    private ArgumentBinder(World w, PyFunction function, PyObject[] args, PyStr[] kwnames) {
        this.w = w;
        this.function = function;
        this.code = function.code;
        this.args = args;
        this.kwnames = kwnames;
        this.positionalGiven = args.length - kwnames.length;
        this.totalArgs = code.argCount + code.kwOnlyArgCount;
        this.bound = new Object[1 + CodeUnit.of(code).parameterCount];
        this.moved = new boolean[args.length];
        bound[0] = function;
    }

    /**
     * Steals the function and the arguments, also when it raises.
     *
     * @return the frame's arguments
     */
    static Object[] bind(World w, PyFunction function, PyObject[] args, PyStr[] kwnames) {
        ArgumentBinder binder = new ArgumentBinder(w, function, args, kwnames);
        try {
            binder.bindAll();
            return binder.bound;
        } catch (PyException e) {
            binder.giveUp();
            throw e;
        }
    }

    private void giveUp() {
        for (int i = 0; i < args.length; i++) {
            if (!moved[i]) {
                w.release(args[i], Holder.ARGUMENT);
            }
        }
        for (int i = 1; i < bound.length; i++) {
            w.releaseOrNull((PyObject) bound[i], Holder.ARGUMENT);
        }
        w.release(function, Holder.OPERAND);
    }

    private void bindAll() {
        PyDict kwdict = null;
        if ((code.flags & PyCode.CO_VARKEYWORDS) != 0) {
            kwdict = PyDict.create(w);
            int at = totalArgs + ((code.flags & PyCode.CO_VARARGS) != 0 ? 1 : 0);
            bound[1 + at] = kwdict;
        }
        int n = Math.min(positionalGiven, code.argCount);
        for (int i = 0; i < n; i++) {
            move(i, i);
        }
        if ((code.flags & PyCode.CO_VARARGS) != 0) {
            bindVarArgs(n);
        }
        for (int k = 0; k < kwnames.length; k++) {
            bindKeyword(k, kwdict);
        }
        if (positionalGiven > code.argCount && (code.flags & PyCode.CO_VARARGS) == 0) {
            throw tooManyPositional();
        }
        if (positionalGiven < code.argCount) {
            bindDefaults();
        }
        if (code.kwOnlyArgCount > 0) {
            bindKeywordOnlyDefaults();
        }
    }

    private void move(int from, int parameter) {
        bound[1 + parameter] = args[from];
        moved[from] = true;
    }

    private void bindVarArgs(int from) {
        PyObject[] rest = new PyObject[Math.max(0, positionalGiven - from)];
        System.arraycopy(args, from, rest, 0, rest.length);
        // steal releases them when there is no memory for the tuple
        for (int i = from; i < positionalGiven; i++) {
            moved[i] = true;
        }
        bound[1 + totalArgs] = PyTuple.steal(w, rest);
    }

    private void bindKeyword(int k, PyDict kwdict) {
        PyStr keyword = kwnames[k];
        int parameter = parameterNamed(keyword);
        if (parameter < 0) {
            if (kwdict == null) {
                List<String> positionalOnly = positionalOnlyGivenByName();
                if (!positionalOnly.isEmpty()) {
                    throw Errors.typeError(w, "%s() got some positional-only arguments passed as keyword arguments: '%s'",
                        qualname(), String.join(", ", positionalOnly));
                }
                throw Errors.typeError(w, "%s() got an unexpected keyword argument '%s'", qualname(), keyword.text());
            }
            kwdict.setItem(w, keyword, args[positionalGiven + k]);
            moved[positionalGiven + k] = true;
            w.release(args[positionalGiven + k], Holder.ARGUMENT);
            return;
        }
        if (bound[1 + parameter] != null) {
            throw Errors.typeError(w, "%s() got multiple values for argument '%s'", qualname(), keyword.text());
        }
        move(positionalGiven + k, parameter);
    }

    private int parameterNamed(PyStr keyword) {
        for (int j = code.posOnlyArgCount; j < totalArgs; j++) {
            if (code.varNames.items[j] == keyword) {
                return j;
            }
        }
        for (int j = code.posOnlyArgCount; j < totalArgs; j++) {
            if (((PyStr) code.varNames.items[j]).sameText(keyword)) {
                return j;
            }
        }
        return -1;
    }

    private List<String> positionalOnlyGivenByName() {
        List<String> names = new ArrayList<>();
        for (int j = 0; j < code.posOnlyArgCount; j++) {
            for (PyStr keyword : kwnames) {
                if (((PyStr) code.varNames.items[j]).sameText(keyword)) {
                    names.add(keyword.text());
                }
            }
        }
        return names;
    }

    private PyException tooManyPositional() {
        int defaults = function.defaults == null ? 0 : function.defaults.items.length;
        int keywordOnlyGiven = 0;
        for (int j = code.argCount; j < totalArgs; j++) {
            keywordOnlyGiven += bound[1 + j] != null ? 1 : 0;
        }
        boolean plural;
        String takes;
        if (defaults > 0) {
            int least = code.argCount - defaults;
            plural = true;
            takes = "from " + least + " to " + code.argCount;
        } else {
            plural = code.argCount != 1;
            takes = String.valueOf(code.argCount);
        }
        String keywordOnly = "";
        if (keywordOnlyGiven > 0) {
            keywordOnly = " positional argument" + (positionalGiven != 1 ? "s" : "") + " (and " + keywordOnlyGiven
                + " keyword-only argument" + (keywordOnlyGiven != 1 ? "s" : "") + ")";
        }
        return Errors.typeError(w, "%s() takes %s positional argument%s but %d%s %s given", qualname(), takes, plural ? "s" : "",
            positionalGiven, keywordOnly, positionalGiven == 1 && keywordOnlyGiven == 0 ? "was" : "were");
    }

    private void bindDefaults() {
        PyObject[] defaults = function.defaults == null ? new PyObject[0] : function.defaults.items;
        int firstDefault = code.argCount - defaults.length;
        List<String> missing = new ArrayList<>();
        for (int i = positionalGiven; i < firstDefault; i++) {
            if (bound[1 + i] == null) {
                missing.add(nameOf(i));
            }
        }
        if (!missing.isEmpty()) {
            throw missingArguments("positional", missing);
        }
        for (int i = Math.max(positionalGiven, firstDefault); i < code.argCount; i++) {
            if (bound[1 + i] == null) {
                bound[1 + i] = w.newRef(defaults[i - firstDefault], Holder.LOCAL);
            }
        }
    }

    private void bindKeywordOnlyDefaults() {
        List<String> missing = new ArrayList<>();
        for (int i = code.argCount; i < totalArgs; i++) {
            if (bound[1 + i] == null) {
                PyObject value = function.kwDefaults == null ? null
                    : function.kwDefaults.getStr(w, (PyStr) code.varNames.items[i]);
                if (value == null) {
                    missing.add(nameOf(i));
                } else {
                    bound[1 + i] = w.newRef(value, Holder.LOCAL);
                }
            }
        }
        if (!missing.isEmpty()) {
            throw missingArguments("keyword-only", missing);
        }
    }

    private PyException missingArguments(String kind, List<String> names) {
        StringBuilder text = new StringBuilder();
        int n = names.size();
        for (int i = 0; i < n; i++) {
            text.append(i == 0 ? "" : i == n - 1 ? (n == 2 ? " and " : ", and ") : ", ").append('\'').append(names.get(i)).append('\'');
        }
        return Errors.typeError(w, "%s() missing %d required %s argument%s: %s", qualname(), n, kind, n == 1 ? "" : "s", text);
    }

    private String nameOf(int local) {
        return ((PyStr) code.varNames.items[local]).text();
    }

    private String qualname() {
        return Objects.strText(w, function.qualname);
    }
}
