package dev.glassheap.runtime.object;

/**
 * What happens with characters that cannot be encoded and bytes that cannot be decoded: the error handlers strict, ignore,
 * replace, backslashreplace, xmlcharrefreplace, namereplace, surrogateescape and surrogatepass ({@code Python/codecs.c}).
 */
final class CodecErrors {

    private final World w;
    private final String handler;

    CodecErrors(World w, String handler) {
        this.w = w;
        this.handler = handler;
    }

    private PyException unknown() {
        return Errors.of(w, w.types.exceptions.lookupError, "unknown error handler name '%s'", handler);
    }

    private PyException raise(PyType type, String encoding, PyObject object, int start, int end, String reason) {
        PyObject[] args = NewTuple.items(w, () -> w.str(encoding), () -> w.newRef(object, Holder.NATIVE), () -> w.newInt(start),
            () -> w.newInt(end), () -> w.str(reason));
        try {
            return new PyException((PyBaseException) Calls.call(w, type, args));
        } finally {
            Objects.releaseAll(w, args);
        }
    }

    // ------------------------------------------------------------------ encoding

    /** {@code UnicodeEncodeError} for the characters {@code start..end-1}. */
    PyException encodeError(String encoding, PyStr text, int start, int end, String reason) {
        return raise(w.types.exceptions.unicodeEncodeError, encoding, text, start, end, reason);
    }

    /**
     * Writes what stands for the characters {@code start..end-1}, none of which can be encoded.
     *
     * @param ascii writes a replacement of ASCII characters in the encoding
     * @return the index to go on with, beyond {@code start}
     */
    int encode(String encoding, PyStr text, int start, int end, String reason, CodecSink out, CodecSink.Ascii ascii) {
        switch (handler) {
            case "strict" -> throw encodeError(encoding, text, start, end, reason);
            case "ignore" -> {
            }
            case "replace" -> ascii.write(out, "?".repeat(end - start));
            case "backslashreplace", "xmlcharrefreplace", "namereplace" -> {
                for (int i = start; i < end; i++) {
                    ascii.write(out, replacement(text.codePointAt(i)));
                }
            }
            case "surrogateescape" -> {
                return escape(encoding, text, start, end, reason, out);
            }
            case "surrogatepass" -> {
                return pass(encoding, text, start, end, reason, out);
            }
            default -> throw unknown();
        }
        return end;
    }

    private String replacement(int c) {
        if (handler.equals("xmlcharrefreplace")) {
            return "&#" + c + ";";
        }
        String name = handler.equals("namereplace") ? Character.getName(c) : null;
        if (name != null) {
            return "\\N{" + name + "}";
        }
        int[] escape = new int[10];
        int n = StrRepr.hex(c, escape, 0);
        return new String(escape, 0, n);
    }

    private int escape(String encoding, PyStr text, int start, int end, String reason, CodecSink out) {
        int i = start;
        boolean wide = encoding.startsWith("utf-16") || encoding.startsWith("utf-32");
        for (int c; !wide && i < end && (c = text.codePointAt(i)) >= 0xDC80 && c <= 0xDCFF; i++) {
            out.write(c - 0xDC00);
        }
        if (i < end) {
            throw encodeError(encoding, text, i, end, reason);
        }
        return i;
    }

    private int pass(String encoding, PyStr text, int start, int end, String reason, CodecSink out) {
        for (int i = start; i < end; i++) {
            int c = text.codePointAt(i);
            if (c < 0xD800 || c > 0xDFFF || !encoding.startsWith("utf-")) {
                throw encodeError(encoding, text, start, end, reason);
            }
            switch (encoding) {
                case "utf-8" -> out.utf8(c);
                case "utf-16", "utf-16-le" -> out.units(c, 2, true);
                case "utf-16-be" -> out.units(c, 2, false);
                default -> out.units(c, 4, !encoding.endsWith("be"));
            }
        }
        return end;
    }

    // ------------------------------------------------------------------ decoding

    /** {@code UnicodeDecodeError} for the bytes {@code start..end-1}. */
    private PyException decodeError(String encoding, PyObject bytes, int start, int end, String reason) {
        if (bytes instanceof PyBytes) {
            return raise(w.types.exceptions.unicodeDecodeError, encoding, bytes, start, end, reason);
        }
        PyBytes copy = PyBytes.of(w, BytesBuild.content(bytes));
        try {
            return raise(w.types.exceptions.unicodeDecodeError, encoding, copy, start, end, reason);
        } finally {
            w.release(copy, Holder.NATIVE);
        }
    }

    /**
     * Writes what stands for the bytes {@code start..end-1}.
     *
     * @return the index to go on with, beyond {@code start}
     */
    int decode(String encoding, PyObject bytes, byte[] data, int start, int end, String reason, StrWriter out) {
        switch (handler) {
            case "strict" -> throw decodeError(encoding, bytes, start, end, reason);
            case "ignore" -> {
            }
            case "replace" -> out.append(0xFFFD);
            case "backslashreplace" -> {
                for (int i = start; i < end; i++) {
                    out.append(String.format("\\x%02x", data[i] & 0xFF));
                }
            }
            case "surrogateescape" -> {
                int i = start;
                for (; i < end && i < start + 4 && data[i] < 0; i++) {
                    out.append(0xDC00 + (data[i] & 0xFF));
                }
                if (i == start) {
                    throw decodeError(encoding, bytes, start, end, reason);
                }
                return i;
            }
            case "surrogatepass" -> {
                int width = encoding.equals("utf-8") ? 3 : encoding.startsWith("utf-16") ? 2 : 4;
                int c = start + width > data.length ? 0 : surrogate(encoding, data, start);
                if (c < 0xD800 || c > 0xDFFF) {
                    throw decodeError(encoding, bytes, start, end, reason);
                }
                out.append(c);
                return start + width;
            }
            default -> throw unknown();
        }
        return end;
    }

    /** The code point that the bytes at an index would be if surrogates were allowed; any other number if they are no surrogate. */
    private static int surrogate(String encoding, byte[] data, int at) {
        if (encoding.equals("utf-8")) {
            boolean wellFormed = data[at] == (byte) 0xED && (data[at + 1] & 0xC0) == 0x80 && (data[at + 2] & 0xC0) == 0x80;
            return wellFormed ? 0xD000 | (data[at + 1] & 0x3F) << 6 | data[at + 2] & 0x3F : 0;
        }
        return encoding.startsWith("utf-") ? CodecWide.unit(data, at, encoding.startsWith("utf-16") ? 2 : 4, encoding.endsWith("le")) : 0;
    }
}
