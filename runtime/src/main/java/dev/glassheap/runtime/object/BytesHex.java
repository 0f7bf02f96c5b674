package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** {@code hex} and {@code fromhex} of bytes. */
final class BytesHex {

    private BytesHex() {
    }

    /** {@code _Py_strhex_with_sep}. @param args separator and number of bytes between two of them, null if absent */
    static PyObject hex(World w, byte[] data, PyObject[] args) {
        int group = args[1] == null ? 1 : StrArgs.cInt(w, args[1]);
        BytesCore.charge(w, 3L * data.length);
        StringBuilder out = new StringBuilder(data.length * 2);
        char separator = args[0] == null ? 0 : separator(w, args[0]);
        for (int i = 0; i < data.length; i++) {
            int place = group > 0 ? data.length - i : i;
            if (i > 0 && args[0] != null && group != 0 && place % Math.abs((long) group) == 0) {
                out.append(separator);
            }
            out.append(Character.forDigit(data[i] >> 4 & 15, 16)).append(Character.forDigit(data[i] & 15, 16));
        }
        return w.str(out.toString());
    }

    private static char separator(World w, PyObject sep) {
        long n = Objects.length(w, sep);
        if (n != 1) {
            throw Errors.valueError(w, "sep must be length 1.");
        }
        int c;
        if (sep instanceof PyStr s) {
            c = s.codePointAt(0);
        } else if (sep instanceof PyBytes b) {
            c = b.data[0] & 0xFF;
        } else {
            throw Errors.typeError(w, "sep must be str or bytes.");
        }
        if (c > 127) {
            throw Errors.valueError(w, "sep must be ASCII.");
        }
        return (char) c;
    }

    @TruffleBoundary
    static PyObject fromHex(World w, PyObject type, PyObject arg) {
        PyStr text = StrArgs.text(w, arg, "fromhex() argument");
        CodecSink out = new CodecSink(w, text.length() / 2);
        int n = text.length();
        int i = 0;
        while (i < n) {
            if (text.codePointAt(i) < 128 && IntParse.isAsciiSpace((char) text.codePointAt(i))) {
                i++;
                continue;
            }
            int high = digit(text, i);
            int low = high < 0 ? -1 : digit(text, i + 1);
            if (low < 0) {
                throw Errors.valueError(w, "non-hexadecimal number found in fromhex() arg at position %d", high < 0 ? i : i + 1);
            }
            out.write(high << 4 | low);
            i += 2;
        }
        byte[] data = out.toBytes();
        PyObject result = ((PyType) type).isSubtypeOf(w.types.bytearrayType) ? PyByteArray.of(w, data) : PyBytes.of(w, data);
        if (type == result.type) {
            return result;
        }
        try {
            return Calls.call(w, type, result);
        } finally {
            w.release(result, Holder.NATIVE);
        }
    }

    private static int digit(PyStr text, int index) {
        int c = index < text.length() ? text.codePointAt(index) : -1;
        return c < 0 || c > 127 ? -1 : Character.digit(c, 16);
    }
}
