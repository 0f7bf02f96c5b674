package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import com.oracle.truffle.api.frame.VirtualFrame;
import dev.glassheap.runtime.object.Formatting;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.StrJoin;
import dev.glassheap.runtime.object.StrRepr;
import dev.glassheap.runtime.object.World;

/** FORMAT_VALUE and BUILD_STRING. */
final class FStringNodes {

    private FStringNodes() {
    }

    /** How a value is converted before it is formatted. */
    enum Conversion { NONE, STR, REPR, ASCII }

    static final class FormatValue extends ExprNode {
        private final Conversion conversion;
        @Child private ExprNode value;
        @Child private ExprNode spec;

        /** @param spec null for none */
        FormatValue(World w, int site, ExprNode value, Conversion conversion, ExprNode spec) {
            super(w, site);
            this.value = value;
            this.conversion = conversion;
            this.spec = spec;
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject v = value.execute(frame);
            PyObject s = null;
            if (spec != null) {
                try {
                    s = spec.execute(frame);
                } catch (RuntimeException e) {
                    throw unwind(frame, e, v);
                }
            }
            mark();
            PyObject result;
            try {
                result = format(v, (PyStr) s);
            } catch (RuntimeException e) {
                throw unwind(frame, e, v, s);
            }
            releaseOperand(v);
            if (s != null) {
                releaseOperand(s);
            }
            return result;
        }

        @TruffleBoundary
        private PyObject format(PyObject v, PyStr s) {
            PyObject converted = switch (conversion) {
                case NONE -> w.newRef(v, Holder.NATIVE);
                case STR -> Objects.str(w, v);
                case REPR -> Objects.repr(w, v);
                case ASCII -> StrRepr.ascii(w, v);
            };
            if (s == null && converted instanceof PyStr && converted.type == w.types.strType) {
                return converted;
            }
            try {
                return Formatting.format(w, converted, s == null ? w.singletons.emptyStr(w) : s);
            } finally {
                w.release(converted, Holder.NATIVE);
            }
        }
    }

    /** BUILD_STRING: joins pieces that are strings. */
    static final class Join extends ExprNode {
        @Child private Operands pieces;

        Join(World w, int site, ExprNode[] pieces) {
            super(w, site);
            this.pieces = new Operands(w, site, pieces);
        }

        @Override
        PyObject execute(VirtualFrame frame) {
            PyObject[] strings = pieces.execute(frame);
            mark();
            PyObject result;
            try {
                result = join(strings);
            } catch (RuntimeException e) {
                traced(frame, e);
                releaseAll(strings);
                throw e;
            }
            releaseAll(strings);
            return result;
        }

        @TruffleBoundary
        private PyObject join(PyObject[] strings) {
            return StrJoin.concat(w, strings);
        }

        private void releaseAll(PyObject[] strings) {
            for (PyObject s : strings) {
                releaseOperand(s);
            }
        }
    }
}
