package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.math.BigInteger;

/** The methods of {@code int}. */
final class IntMethods {

    private IntMethods() {
    }

    static void define(TypeBuilder b) {
        b.noArgs("conjugate", IntArithmetic::positiveSlot);
        b.noArgs("bit_length", (w, o) -> w.newInt(PyInt.magnitudeBits(((PyInt) o).bigValue())));
        b.noArgs("bit_count", (w, o) -> w.newInt(((PyInt) o).bigValue().abs().bitCount()));
        b.keywords("to_bytes", "length?, byteorder?, *, signed?", IntMethods::toBytes);
        b.classMethod("from_bytes", new NativeCode.Keywords(Signature.of("from_bytes", "bytes, byteorder?, *, signed?"),
            IntMethods::fromBytes));
        b.noArgs("as_integer_ratio", (w, o) -> NewTuple.of(w, () -> PyInt.exact(w, (PyInt) o), () -> w.newInt(1)));
        b.noArgs("__trunc__", IntArithmetic::positiveSlot);
        b.noArgs("__floor__", IntArithmetic::positiveSlot);
        b.noArgs("__ceil__", IntArithmetic::positiveSlot);
        b.fast("__round__", 0, 1, IntMethods::round);
        b.noArgs("__getnewargs__", (w, o) -> PyTuple.steal(w, new PyObject[] {PyInt.copy(w, (PyInt) o)}));
        b.oneArg("__format__", Formatting::formatInt);
        b.noArgs("__sizeof__", (w, o) -> w.newInt(24 + 4L * Math.max(1, ((PyInt) o).digitCount())));
        b.getset("real", IntArithmetic::positiveSlot);
        b.getset("imag", (w, o) -> w.newInt(0));
        b.getset("numerator", IntArithmetic::positiveSlot);
        b.getset("denominator", (w, o) -> w.newInt(1));
    }

    /** {@code int.__round__}: to a multiple of a power of ten, half to even. */
    @TruffleBoundary
    private static PyObject round(World w, PyObject self, PyObject[] args) {
        PyInt i = (PyInt) self;
        if (args.length == 0) {
            return PyInt.exact(w, i);
        }
        PyInt digits = Numbers.index(w, args[0]);
        long n;
        try {
            n = digits.isSmall() ? digits.value : digits.signum() > 0 ? 0 : Long.MIN_VALUE;
        } finally {
            w.release(digits, Holder.NATIVE);
        }
        if (n >= 0) {
            return PyInt.exact(w, i);
        }
        BigInteger v = i.bigValue();
        if (-n > v.bitLength() / 3 + 2) {
            return PyInt.of(w, 0);
        }
        BigInteger unit = BigInteger.TEN.pow((int) -n);
        BigInteger[] qr = v.divideAndRemainder(unit);
        int half = qr[1].abs().shiftLeft(1).compareTo(unit);
        BigInteger q = half > 0 || half == 0 && qr[0].testBit(0) ? qr[0].add(BigInteger.valueOf(v.signum())) : qr[0];
        return w.newInt(q.multiply(unit));
    }

    private static boolean littleEndian(World w, PyObject order, String function) {
        if (order == null) {
            return false;
        }
        String text = StrArgs.text(w, order, function + "() argument 'byteorder'").text();
        if (text.equals("little")) {
            return true;
        }
        if (!text.equals("big")) {
            throw Errors.valueError(w, "byteorder must be either 'little' or 'big'");
        }
        return false;
    }

    @TruffleBoundary
    private static PyObject toBytes(World w, PyObject self, PyObject[] args) {
        long length = StrArgs.size(w, args[0], 1);
        boolean little = littleEndian(w, args[1], "to_bytes");
        boolean signed = args[2] != null && Objects.isTrue(w, args[2]);
        if (length < 0) {
            throw Errors.valueError(w, "length argument must be non-negative");
        }
        BigInteger v = ((PyInt) self).bigValue();
        if (v.signum() < 0 && !signed) {
            throw Errors.overflowError(w, "can't convert negative int to unsigned");
        }
        if (v.bitLength() + (signed ? 1 : 0) > length * 8 && !(v.signum() == 0)) {
            throw Errors.overflowError(w, "int too big to convert");
        }
        PyBytes result = PyBytes.begin(w, length);
        byte[] data = new byte[(int) length];
        byte[] big = v.toByteArray();
        int skip = Math.max(0, big.length - data.length);
        if (v.signum() < 0) {
            java.util.Arrays.fill(data, (byte) -1);
        }
        System.arraycopy(big, skip, data, data.length - (big.length - skip), big.length - skip);
        if (little) {
            reverse(data);
        }
        return PyBytes.finish(w, result, data);
    }

    private static void reverse(byte[] data) {
        for (int a = 0, b = data.length - 1; a < b; a++, b--) {
            byte t = data[a];
            data[a] = data[b];
            data[b] = t;
        }
    }

    @TruffleBoundary
    private static PyObject fromBytes(World w, PyObject type, PyObject[] args) {
        boolean little = littleEndian(w, args[1], "from_bytes");
        boolean signed = args[2] != null && Objects.isTrue(w, args[2]);
        PyBytes bytes = BytesBuild.fromObject(w, args[0]);
        PyInt value;
        try {
            byte[] data = java.util.Arrays.copyOf(bytes.data, bytes.data.length);
            if (little) {
                reverse(data);
            }
            int first = 0;
            while (first < data.length - 1 && data[first] == (signed && data[0] < 0 ? -1 : 0)) {
                first++;
            }
            BigInteger v = data.length == 0 ? BigInteger.ZERO : signed ? new BigInteger(data) : new BigInteger(1, data);
            value = PyInt.finish(w, PyInt.begin(w, ((data.length - first) * 8L + PyInt.SHIFT - 1) / PyInt.SHIFT), v);
        } finally {
            w.release(bytes, Holder.NATIVE);
        }
        if (type == w.types.intType) {
            return value;
        }
        try {
            return Calls.call(w, type, value);
        } finally {
            w.release(value, Holder.NATIVE);
        }
    }
}
