package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Makes bytes: from any object, as text, of parts of others. */
final class BytesBuild {

    private BytesBuild() {
    }

    /** Whether an object offers its bytes ({@code bytes} and {@code bytearray}). */
    static boolean isBytesLike(PyObject o) {
        return o instanceof PyBytes || o instanceof PyByteArray;
    }

    /** The content of bytes (not to be changed) or of a bytearray (a copy). */
    static byte[] content(PyObject bytesLike) {
        return bytesLike instanceof PyBytes b ? b.data : ((PyByteArray) bytesLike).content();
    }

    static int length(PyObject bytesLike) {
        return bytesLike instanceof PyBytes b ? b.data.length : ((PyByteArray) bytesLike).size;
    }

    /** The content of an argument. @throws PyException TypeError "a bytes-like object is required, not 'int'" */
    static byte[] required(World w, PyObject o) {
        if (isBytesLike(o)) {
            return content(o);
        }
        throw Errors.typeError(w, "a bytes-like object is required, not '%s'", o.type.name);
    }

    /** One char a byte. */
    static String latin1(PyObject bytesLike) {
        return new String(content(bytesLike), StandardCharsets.ISO_8859_1);
    }

    /** A result of a method: bytes for bytes, a bytearray for a bytearray; the array is taken over or copied. */
    static PyObject like(World w, PyObject self, byte[] data) {
        return self instanceof PyBytes ? PyBytes.of(w, data) : PyByteArray.of(w, data);
    }

    /** {@code return_self}: exact bytes themselves, else a copy. */
    static PyObject unchanged(World w, PyObject self) {
        return self.type == w.types.bytesType ? w.newRef(self, Holder.RESULT) : like(w, self, content(self));
    }

    static PyObject part(World w, PyObject self, byte[] data, int from, int to) {
        return from == 0 && to == data.length ? unchanged(w, self) : like(w, self, Arrays.copyOfRange(data, from, Math.max(from, to)));
    }

    // ------------------------------------------------------------------ repr

    /** @param always whether single quotes are escaped between double quotes, too, as {@code bytearray} does */
    static String repr(byte[] data, int length, boolean always) {
        boolean single = false;
        boolean two = false;
        for (int i = 0; i < length; i++) {
            single |= data[i] == '\'';
            two |= data[i] == '"';
        }
        char quote = single && !two ? '"' : '\'';
        StringBuilder out = new StringBuilder(length + 3).append('b').append(quote);
        for (int i = 0; i < length; i++) {
            int c = data[i] & 0xFF;
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c == '\\' || (always ? c == '\'' : c == quote)) {
                        out.append('\\').append((char) c);
                    } else if (c < ' ' || c >= 0x7F) {
                        out.append("\\x").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append((char) c);
                    }
                }
            }
        }
        return out.append(quote).toString();
    }

    // ------------------------------------------------------------------ from objects

    /** {@code PyObject_Bytes}. */
    @TruffleBoundary
    static PyBytes fromObject(World w, PyObject o) {
        if (o.type == w.types.bytesType) {
            return w.newRef((PyBytes) o, Holder.RESULT);
        }
        PyObject special = Calls.callSpecial(w, o, "__bytes__");
        if (special != null) {
            if (special instanceof PyBytes b) {
                return b;
            }
            PyException e = Errors.typeError(w, "__bytes__ returned non-bytes (type %s)", special.type.name);
            w.release(special, Holder.NATIVE);
            throw e;
        }
        return fromBufferOrItems(w, o);
    }

    /** {@code PyBytes_FromObject}: a copy of a bytes-like object or the items of an iterable. */
    static PyBytes fromBufferOrItems(World w, PyObject o) {
        if (isBytesLike(o)) {
            return PyBytes.of(w, content(o).clone());
        }
        if (o instanceof PyStr || o.type.slots.tpIter == null && o.type.slots.sqItem == null) {
            throw Errors.typeError(w, "cannot convert '%s' object to bytes", o.type.name);
        }
        return PyBytes.of(w, items(w, o, "bytes"));
    }

    /** The items of an iterable of ints 0..255. @param kind "bytes" for messages; a bytearray says "byte" */
    static byte[] items(World w, PyObject iterable, String kind) {
        byte[] out = new byte[16];
        int n = 0;
        PyObject it = Objects.iter(w, iterable);
        try {
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                long value;
                try {
                    value = kind.equals("bytes") ? Numbers.asIndex(w, item, null) : byteValue(w, item);
                } finally {
                    w.release(item, Holder.NATIVE);
                }
                if (value < 0 || value > 255) {
                    throw Errors.valueError(w, "bytes must be in range(0, 256)");
                }
                if (n == out.length) {
                    w.calls.checkInterrupt(w);
                    w.freeBuffer(w.allocateBuffer(2L * n, it));
                    out = Arrays.copyOf(out, 2 * n);
                }
                out[n++] = (byte) value;
            }
        } finally {
            w.release(it, Holder.NATIVE);
        }
        return Arrays.copyOf(out, n);
    }

    /** {@code _getbytevalue} of bytearray. */
    static int byteValue(World w, PyObject o) {
        PyInt i = Numbers.index(w, o);
        try {
            if (!i.isSmall() || i.value < 0 || i.value > 255) {
                throw Errors.valueError(w, "byte must be in range(0, 256)");
            }
            return (int) i.value;
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }
}
