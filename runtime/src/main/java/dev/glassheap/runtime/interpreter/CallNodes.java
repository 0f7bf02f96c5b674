package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.Slots;
import dev.glassheap.runtime.object.World;

/** CALL, LOAD_METHOD with CALL, CALL_FUNCTION_EX. What is called is found by {@link CallDispatch}. */
final class CallNodes {

    private CallNodes() {
    }

    /** {@code callee(a, b, k=c)}. */
    static final class Call extends ExprNode {
        private final PyStr[] kwnames;
        @Child private ExprNode callee;
        @Child private Operands operands;
        @Child private CallDispatch dispatch;

        Call(World w, int site, ExprNode callee, ExprNode[] arguments, PyStr[] kwnames) {
            super(w, site);
            this.callee = callee;
            this.operands = new Operands(w, site, arguments);
            this.kwnames = kwnames;
            this.dispatch = new CallDispatch(w, site);
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject f = callee.execute(frame);
            PyObject[] args;
            try {
                args = operands.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, f);
            }
            return dispatch.call(frame, f, args, kwnames);
        }
    }

    /** {@code object.name(a, b, k=c)}: a plain function found on the type is called without making a bound method. */
    static final class MethodCall extends ExprNode {
        private final PyStr name;
        private final PyStr[] kwnames;
        @Child private ExprNode object;
        @Child private Operands operands;
        @Child private CallDispatch dispatch;
        private PyType cachedType;
        private int cachedVersion;
        private PyObject cachedMethod;

        /** @param site the attribute's place; @param callSite the whole call's */
        MethodCall(World w, int site, int callSite, ExprNode object, PyStr name, ExprNode[] arguments, PyStr[] kwnames) {
            super(w, site);
            this.object = object;
            this.name = name;
            this.operands = new Operands(w, site, arguments);
            this.kwnames = kwnames;
            this.dispatch = new CallDispatch(w, callSite);
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject self = object.execute(frame);
            mark();
            PyObject method;
            PyObject bound = null;
            try {
                method = unboundMethod(self);
                if (method == null) {
                    bound = Objects.getAttr(w, self, name);
                }
            } catch (RuntimeException e) {
                throw unwind(frame, e, self);
            }
            return method != null ? callUnbound(frame, method, self) : callBound(frame, bound, self);
        }

        private PyObject callUnbound(VirtualFrame frame, PyObject method, PyObject self) {
            PyObject[] args = new PyObject[operands.size() + 1];
            args[0] = self;
            try {
                operands.executeInto(frame, args, 1);
            } catch (RuntimeException e) {
                throw unwind(frame, e, method, self);
            }
            return dispatch.call(frame, method, args, kwnames);
        }

        private PyObject callBound(VirtualFrame frame, PyObject bound, PyObject self) {
            release(self, Holder.OPERAND);
            PyObject[] args;
            try {
                args = operands.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, bound);
            }
            return dispatch.call(frame, bound, args, kwnames);
        }

        /** A new reference to the function to call with self, or null. */
        private PyObject unboundMethod(PyObject self) {
            PyType type = self.type;
            if (type == cachedType && type.versionTag == cachedVersion && cachedMethod != null && !shadowed(self)) {
                retain(cachedMethod, Holder.OPERAND);
                return cachedMethod;
            }
            return findMethod(self);
        }

        private boolean shadowed(PyObject self) {
            return self.type.hasDict && MethodLookup.instanceHas(w, self, name);
        }

        @TruffleBoundary
        private PyObject findMethod(PyObject self) {
            PyObject method = MethodLookup.find(w, self, name);
            if (method != null) {
                cachedType = self.type;
                cachedVersion = self.type.versionTag;
                cachedMethod = method;
                retain(method, Holder.OPERAND);
            }
            return method;
        }
    }

    /** A call with {@code *args} or {@code **kwargs}. */
    static final class CallEx extends ExprNode {
        @Child private ExprNode callee;
        @Child private ExprNode positional;
        @Child private ExprNode keywords;

        /**
         * @param positional makes the args: a tuple, or any iterable of a single starred argument
         * @param keywords makes the kwargs dict; null for none
         */
        CallEx(World w, int site, ExprNode callee, ExprNode positional, ExprNode keywords) {
            super(w, site);
            this.callee = callee;
            this.positional = positional;
            this.keywords = keywords;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject f = callee.execute(frame);
            PyObject args;
            try {
                args = positional.execute(frame);
            } catch (RuntimeException e) {
                throw unwind(frame, e, f);
            }
            PyObject kwargs = null;
            if (keywords != null) {
                try {
                    kwargs = keywords.execute(frame);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, f, args);
                }
            }
            mark();
            PyObject result;
            try {
                if (!(args instanceof PyTuple)) {
                    PyObject tuple = toTuple(f, args);
                    PyObject old = args;
                    args = tuple;
                    releaseOperand(old);
                }
                result = call(f, (PyTuple) args, (PyDict) kwargs);
            } catch (RuntimeException e) {
                traced(frame, e);
                if (kwargs != null) {
                    releaseOperand(kwargs);
                }
                throw unwind(frame, e, f, args);
            }
            releaseOperand(f);
            releaseOperand(args);
            if (kwargs != null) {
                releaseOperand(kwargs);
            }
            return result;
        }

        @TruffleBoundary
        private PyObject call(PyObject f, PyTuple args, PyDict kwargs) {
            return Calls.callTuple(w, f, args, kwargs);
        }

        @TruffleBoundary
        private PyObject toTuple(PyObject f, PyObject args) {
            if (args.type.slots.tpIter == null && args.type.slots.sqItem == null) {
                throw Errors.typeError(w, "%s argument after * must be an iterable, not %s", functionText(w, f), args.type.name);
            }
            return PyTuple.steal(w, Objects.toArray(w, args));
        }
    }

    /** {@code _PyObject_FunctionStr}: {@code module.f()} or {@code f()} for messages. */
    @TruffleBoundary
    static String functionText(World w, PyObject f) {
        PyObject qualname = Objects.lookupAttr(w, f, "__qualname__");
        if (qualname == null) {
            return Objects.strText(w, f);
        }
        String text = Objects.strText(w, qualname);
        w.release(qualname, Holder.NATIVE);
        PyObject module = Objects.lookupAttr(w, f, "__module__");
        if (module == null) {
            return text + "()";
        }
        String m = module == w.singletons.none ? "builtins" : Objects.strText(w, module);
        w.release(module, Holder.NATIVE);
        return m.equals("builtins") ? text + "()" : m + "." + text + "()";
    }
}
