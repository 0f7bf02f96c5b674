package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.BinaryOp;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Formatting;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyBytes;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.StrRepr;
import dev.glassheap.runtime.object.World;
import java.math.BigInteger;

/** Builtin functions on numbers and characters: divmod, pow, round, bin, oct, hex, chr, ord, format, ascii. */
final class BuiltinNumbers {

    private BuiltinNumbers() {
    }

    static void addTo(ModuleBuilder b) {
        b.fast("divmod", 2, 2, (w, self, a) -> Numbers.binary(w, BinaryOp.DIVMOD, a[0], a[1]));
        b.keywords("pow", "base, exp, mod?", (w, self, a) -> Numbers.power(w, a[0], a[1], a[2] == null ? w.singletons.none : a[2]));
        b.keywords("round", "number, ndigits?", (w, self, a) -> round(w, a[0], a[1]));
        b.oneArg("bin", (w, self, o) -> radix(w, o, 2, "0b"));
        b.oneArg("oct", (w, self, o) -> radix(w, o, 8, "0o"));
        b.oneArg("hex", (w, self, o) -> radix(w, o, 16, "0x"));
        b.oneArg("chr", (w, self, o) -> chr(w, o));
        b.oneArg("ord", (w, self, o) -> ord(w, o));
        b.oneArg("ascii", (w, self, o) -> StrRepr.ascii(w, o));
        b.fast("format", 1, 2, (w, self, a) -> {
            if (a.length > 1 && !(a[1] instanceof PyStr)) {
                throw Errors.typeError(w, "format() argument 2 must be str, not %s", a[1].type.name);
            }
            return Formatting.format(w, a[0], a.length > 1 ? (PyStr) a[1] : w.singletons.emptyStr(w));
        });
    }

    private static PyObject round(World w, PyObject number, PyObject digits) {
        PyObject result = digits == null || digits == w.singletons.none ? Calls.callSpecial(w, number, "__round__")
            : Calls.callSpecial(w, number, "__round__", digits);
        if (result == null) {
            throw Errors.typeError(w, "type %s doesn't define __round__ method", number.type.name);
        }
        return result;
    }

    private static PyObject radix(World w, PyObject o, int radix, String prefix) {
        PyInt i = Numbers.index(w, o);
        BigInteger value = i.bigValue();
        w.release(i, Holder.NATIVE);
        return w.str((value.signum() < 0 ? "-" : "") + prefix + value.abs().toString(radix));
    }

    private static PyObject chr(World w, PyObject o) {
        long c = Numbers.asIndex(w, o, w.types.exceptions.overflowError);
        if (c < 0 || c > Character.MAX_CODE_POINT) {
            throw Errors.valueError(w, "chr() arg not in range(0x110000)");
        }
        return PyStr.ofCodePoint(w, (int) c);
    }

    private static PyObject ord(World w, PyObject o) {
        long length;
        if (o instanceof PyStr s) {
            if (s.length() == 1) {
                return w.newInt(s.codePointAt(0));
            }
            length = s.length();
        } else if (o instanceof PyBytes) {
            length = Objects.length(w, o);
            if (length == 1) {
                return Objects.sequenceItem(w, o, 0);
            }
        } else {
            throw Errors.typeError(w, "ord() expected string of length 1, but %s found", o.type.name);
        }
        throw Errors.typeError(w, "ord() expected a character, but string of length %d found", length);
    }
}
