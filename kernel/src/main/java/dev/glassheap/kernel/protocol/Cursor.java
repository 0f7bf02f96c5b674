package dev.glassheap.kernel.protocol;

/** Cursor positions in requests. */
final class Cursor {

    private Cursor() {}

    /** The field {@code cursor_pos} in code points, held within the code; the code's end when it is missing. */
    static int of(Fields fields, String code) {
        int end = code.codePointCount(0, code.length());
        return Math.clamp(fields.integer("cursor_pos", end), 0, end);
    }
}
