package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Locale;

/** Encoding and decoding of text: UTF-8, UTF-16, UTF-32, Latin-1 and ASCII. */
public final class Codecs {

    private Codecs() {
    }

    /** The canonical name of an encoding, or null if it is unknown. */
    private static String canonical(String name) {
        return switch (name.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-')) {
            case "utf-8", "utf8", "u8", "cp65001", "utf" -> "utf-8";
            case "utf-8-sig" -> "utf-8-sig";
            case "latin-1", "latin1", "latin", "l1", "iso-8859-1", "iso8859-1", "8859", "cp819", "iso8859" -> "latin-1";
            case "ascii", "us-ascii", "646" -> "ascii";
            case "utf-16", "utf16", "u16" -> "utf-16";
            case "utf-16-le", "utf-16le" -> "utf-16-le";
            case "utf-16-be", "utf-16be" -> "utf-16-be";
            case "utf-32", "utf32", "u32" -> "utf-32";
            case "utf-32-le", "utf-32le" -> "utf-32-le";
            case "utf-32-be", "utf-32be" -> "utf-32-be";
            default -> null;
        };
    }

    private static String known(World w, String name) {
        String canonical = canonical(name);
        if (canonical == null) {
            throw Errors.of(w, w.types.exceptions.lookupError, "unknown encoding: %s", name);
        }
        return canonical;
    }

    // ------------------------------------------------------------------ encode

    /** {@code PyUnicode_AsEncodedString}. */
    @TruffleBoundary
    public static PyBytes encode(World w, PyStr text, String encoding, String errors) {
        String name = known(w, encoding);
        CodecErrors handler = new CodecErrors(w, errors);
        boolean narrow = text.ascii && !name.startsWith("utf-16") && !name.startsWith("utf-32");
        CodecSink out = new CodecSink(w, text.length() + (narrow ? 0 : 8));
        switch (name) {
            case "utf-8-sig" -> {
                out.utf8(0xFEFF);
                utf8(text, handler, out);
            }
            case "utf-8" -> utf8(text, handler, out);
            case "latin-1" -> narrow(text, name, 256, handler, out);
            case "ascii" -> narrow(text, name, 128, handler, out);
            default -> wide(text, name, handler, out);
        }
        return PyBytes.of(w, out.toBytes());
    }

    private static boolean isSurrogate(int c) {
        return c >= 0xD800 && c <= 0xDFFF;
    }

    private static void utf8(PyStr text, CodecErrors handler, CodecSink out) {
        int n = text.length();
        for (int i = 0; i < n;) {
            int c = text.codePointAt(i);
            if (isSurrogate(c)) {
                i = handler.encode("utf-8", text, i, surrogateEnd(text, i), "surrogates not allowed", out, Codecs::ascii);
            } else {
                out.utf8(c);
                i++;
            }
        }
    }

    private static int surrogateEnd(PyStr text, int start) {
        int end = start + 1;
        while (end < text.length() && isSurrogate(text.codePointAt(end))) {
            end++;
        }
        return end;
    }

    private static void ascii(CodecSink out, String text) {
        text.chars().forEach(out::write);
    }

    private static void narrow(PyStr text, String name, int limit, CodecErrors handler, CodecSink out) {
        int n = text.length();
        for (int i = 0; i < n;) {
            int c = text.codePointAt(i);
            if (c < limit) {
                out.write(c);
                i++;
                continue;
            }
            int end = i + 1;
            while (end < n && text.codePointAt(end) >= limit) {
                end++;
            }
            i = handler.encode(name, text, i, end, "ordinal not in range(" + limit + ")", out, Codecs::ascii);
        }
    }

    /** UTF-16 and UTF-32; without a byte order in the name: little-endian with a byte order mark. */
    private static void wide(PyStr text, String name, CodecErrors handler, CodecSink out) {
        int width = name.startsWith("utf-16") ? 2 : 4;
        boolean little = !name.endsWith("be");
        if (name.length() == 6) {
            out.units(0xFEFF, width, true);
        }
        for (int i = 0; i < text.length();) {
            int c = text.codePointAt(i);
            if (isSurrogate(c)) {
                i = handler.encode(name, text, i, i + 1, "surrogates not allowed", out,
                    (sink, ascii) -> ascii.chars().forEach(a -> sink.units(a, width, little)));
                continue;
            }
            if (width == 2 && c > 0xFFFF) {
                out.units(Character.highSurrogate(c), 2, little);
                out.units(Character.lowSurrogate(c), 2, little);
            } else {
                out.units(c, width, little);
            }
            i++;
        }
    }

    // ------------------------------------------------------------------ decode

    /** {@code PyUnicode_Decode} of bytes or a bytearray. */
    @TruffleBoundary
    public static PyStr decode(World w, PyObject bytes, String encoding, String errors) {
        if (BytesBuild.length(bytes) == 0) {
            return PyStr.of(w, "");
        }
        String name = known(w, encoding);
        byte[] data = BytesBuild.content(bytes);
        StrWriter out = new StrWriter(w);
        CodecErrors handler = new CodecErrors(w, errors);
        switch (name) {
            case "utf-8" -> utf8(bytes, data, 0, handler, out);
            case "utf-8-sig" -> utf8(bytes, data, data.length >= 3 && data[0] == (byte) 0xEF && data[1] == (byte) 0xBB
                && data[2] == (byte) 0xBF ? 3 : 0, handler, out);
            case "latin-1" -> {
                for (byte b : data) {
                    out.append(b & 0xFF);
                }
            }
            case "ascii" -> {
                for (int i = 0; i < data.length;) {
                    if (data[i] >= 0) {
                        out.append(data[i++]);
                    } else {
                        i = handler.decode(name, bytes, data, i, i + 1, "ordinal not in range(128)", out);
                    }
                }
            }
            default -> CodecWide.decode(bytes, data, name, handler, out);
        }
        return out.finishShared();
    }

    private static void utf8(PyObject bytes, byte[] data, int from, CodecErrors handler, StrWriter out) {
        for (int i = from; i < data.length;) {
            int b = data[i] & 0xFF;
            if (b < 0x80) {
                out.append(b);
                i++;
                continue;
            }
            int length = b < 0xC2 || b > 0xF4 ? 0 : b < 0xE0 ? 2 : b < 0xF0 ? 3 : 4;
            int good = 1;
            while (good < length && i + good < data.length && continues(b, good, data[i + good] & 0xFF)) {
                good++;
            }
            if (good == length) {
                out.append(codePoint(data, i, length));
                i += length;
                continue;
            }
            String reason = length == 0 ? "invalid start byte" : i + good >= data.length ? "unexpected end of data"
                : "invalid continuation byte";
            i = handler.decode("utf-8", bytes, data, i, i + good, reason, out);
        }
    }

    /** Whether a byte may stand at a position of a sequence; the second byte excludes overlong forms, surrogates and too large numbers. */
    private static boolean continues(int first, int position, int b) {
        int least = position == 1 && first == 0xE0 ? 0xA0 : position == 1 && first == 0xF0 ? 0x90 : 0x80;
        int most = position == 1 && first == 0xED ? 0x9F : position == 1 && first == 0xF4 ? 0x8F : 0xBF;
        return b >= least && b <= most;
    }

    private static int codePoint(byte[] data, int at, int length) {
        int c = data[at] & 0xFF >> length + 1;
        for (int k = 1; k < length; k++) {
            c = c << 6 | data[at + k] & 0x3F;
        }
        return c;
    }
}
