package dev.glassheap.runtime.object;

/** Decoding of UTF-16 and UTF-32. */
final class CodecWide {

    private CodecWide() {
    }

    /** @param name canonical; without a byte order a mark in the data decides, else little-endian */
    static void decode(PyObject bytes, byte[] data, String name, CodecErrors handler, StrWriter out) {
        int width = name.startsWith("utf-16") ? 2 : 4;
        boolean little = !name.endsWith("be");
        int at = 0;
        if (name.length() == 6 && data.length >= width) {
            int mark = unit(data, 0, width, true);
            boolean swapped = mark == (width == 2 ? 0xFFFE : 0xFFFE0000);
            little = !swapped;
            at = swapped || mark == 0xFEFF ? width : 0;
        }
        String shown = name.substring(0, 6) + (little ? "-le" : "-be");
        if (width == 4) {
            utf32(bytes, data, at, little, shown, handler, out);
        } else {
            utf16(bytes, data, at, little, shown, handler, out);
        }
    }

    static int unit(byte[] data, int at, int width, boolean little) {
        int value = 0;
        for (int k = 0; k < width; k++) {
            value |= (data[at + k] & 0xFF) << 8 * (little ? k : width - 1 - k);
        }
        return value;
    }

    private static void utf32(PyObject bytes, byte[] data, int from, boolean little, String name, CodecErrors handler, StrWriter out) {
        for (int i = from; i < data.length;) {
            if (i + 4 > data.length) {
                i = handler.decode(name, bytes, data, i, data.length, "truncated data", out);
                continue;
            }
            int c = unit(data, i, 4, little);
            if (c >= 0xD800 && c <= 0xDFFF) {
                i = handler.decode(name, bytes, data, i, i + 4, "code point in surrogate code point range(0xd800, 0xe000)", out);
            } else if (c < 0 || c > 0x10FFFF) {
                i = handler.decode(name, bytes, data, i, i + 4, "code point not in range(0x110000)", out);
            } else {
                out.append(c);
                i += 4;
            }
        }
    }

    private static void utf16(PyObject bytes, byte[] data, int from, boolean little, String name, CodecErrors handler, StrWriter out) {
        for (int i = from; i < data.length;) {
            if (i + 2 > data.length) {
                i = handler.decode(name, bytes, data, i, data.length, "truncated data", out);
                continue;
            }
            int c = unit(data, i, 2, little);
            if (c < 0xD800 || c > 0xDFFF) {
                out.append(c);
                i += 2;
            } else if (c >= 0xDC00) {
                i = handler.decode(name, bytes, data, i, i + 2, "illegal encoding", out);
            } else if (i + 4 > data.length) {
                i = handler.decode(name, bytes, data, i, data.length, "unexpected end of data", out);
            } else {
                int low = unit(data, i + 2, 2, little);
                if (low >= 0xDC00 && low <= 0xDFFF) {
                    out.append(Character.toCodePoint((char) c, (char) low));
                    i += 4;
                } else {
                    i = handler.decode(name, bytes, data, i, i + 2, "illegal UTF-16 surrogate", out);
                }
            }
        }
    }
}
