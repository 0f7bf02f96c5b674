package dev.glassheap.runtime.object;

import java.util.Arrays;

/** Collects encoded bytes; large buffers are tried in the guest heap first. */
final class CodecSink {

    /** Writes ASCII text in some encoding. */
    interface Ascii {
        void write(CodecSink out, String text);
    }

    private final World w;
    private byte[] data;
    private int size;

    CodecSink(World w, int expected) {
        this.w = w;
        charge(expected);
        data = new byte[expected];
    }

    private void charge(long bytes) {
        if (bytes > Integer.MAX_VALUE - 64) {
            throw Errors.noMemory(w);
        }
        if (bytes > 1 << 20) {
            w.freeBuffer(w.allocateBuffer(bytes, w.singletons.none));
        }
    }

    void write(int b) {
        if (size == data.length) {
            long more = size + (size >> 1) + 16L;
            charge(more);
            w.calls.checkInterrupt(w);
            data = Arrays.copyOf(data, (int) more);
        }
        data[size++] = (byte) b;
    }

    /** Writes the UTF-8 form of a code point, surrogates included. */
    void utf8(int c) {
        if (c < 0x80) {
            write(c);
        } else if (c < 0x800) {
            write(0xC0 | c >> 6);
            write(0x80 | c & 0x3F);
        } else if (c < 0x10000) {
            write(0xE0 | c >> 12);
            write(0x80 | c >> 6 & 0x3F);
            write(0x80 | c & 0x3F);
        } else {
            write(0xF0 | c >> 18);
            write(0x80 | c >> 12 & 0x3F);
            write(0x80 | c >> 6 & 0x3F);
            write(0x80 | c & 0x3F);
        }
    }

    /** Writes a number in 2 or 4 bytes. */
    void units(int value, int width, boolean little) {
        for (int i = 0; i < width; i++) {
            write(value >>> 8 * (little ? i : width - 1 - i));
        }
    }

    byte[] toBytes() {
        return data.length == size ? data : Arrays.copyOf(data, size);
    }
}
