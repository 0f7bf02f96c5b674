package dev.glassheap.runtime.object;

/**
 * {@code str}: a sequence of Unicode code points in the narrowest of CPython's representations.
 *
 * <p>Kinds 1 and 2 (widest character up to U+FF, up to U+FFFF): each char of {@link #chars} is one code point, surrogates
 * included. Kind 4: {@link #points} holds the code points. Every constructing operation chooses the narrowest kind.
 */
public class PyStr extends PyObject {

    /** Code points of kinds 1 and 2; null for kind 4. */
    private final String chars;
    /** Code points of kind 4; null otherwise. */
    private final int[] points;
    /** Bytes a character: 1, 2 or 4. */
    public final byte kind;
    /** All characters below U+0080: the 48-byte header. */
    public final boolean ascii;
    private boolean interned;
    /** The cached hash; -1 = not computed ({@code hash} field of CPython). */
    public long hash = -1;

    /** Text whose chars are its code points (no surrogate pairs meant as one character). */
    PyStr(String chars, byte kind, boolean ascii) {
        this.chars = chars;
        this.points = null;
        this.kind = kind;
        this.ascii = ascii;
    }

    PyStr(int[] points) {
        this.chars = null;
        this.points = points;
        this.kind = 4;
        this.ascii = false;
    }

    /** A bare Java object of the narrowest kind for a Java text whose surrogate pairs are single characters; owns no block yet. */
    static PyStr bare(String text) {
        int widest = 0;
        boolean pairs = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            widest |= c;
            pairs |= Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (pairs) {
            return new PyStr(text.codePoints().toArray());
        }
        return new PyStr(text, (byte) (widest <= 0xFF ? 1 : 2), widest < 0x80);
    }

    /** A new reference: shared if empty or one Latin-1 character, else a new block. */
    public static PyStr of(World w, String text) {
        if (text.length() <= 1) {
            if (text.isEmpty()) {
                return w.newRef(w.singletons.emptyStr(w), Holder.RESULT);
            }
            if (text.charAt(0) < 256) {
                return w.newRef(w.singletons.latin1(w, text.charAt(0)), Holder.RESULT);
            }
        }
        PyStr s = bare(text);
        return w.allocate(s, w.types.strType, s.byteSize());
    }

    /** Header and characters with the trailing null, bytes: what getsizeof reports and the allocator is asked for. */
    public final long byteSize() {
        return (ascii ? 48 : 72) + (length() + 1L) * kind;
    }

    /** Length in code points. */
    public final int length() {
        return points == null ? chars.length() : points.length;
    }

    /** Code point at an index in {@code 0..length()-1}. */
    public final int codePointAt(int index) {
        return points == null ? chars.charAt(index) : points[index];
    }

    /** The text as a Java string; characters beyond U+FFFF become surrogate pairs. */
    public final String text() {
        return points == null ? chars : new String(points, 0, points.length);
    }

    public final boolean isInterned() {
        return interned;
    }

    final void setInterned(boolean value) {
        interned = value;
    }

    @Override
    public long obSize() {
        return length();
    }

    /** Equality of text, without guest code. */
    public final boolean sameText(PyStr other) {
        if (this == other) {
            return true;
        }
        if (kind != other.kind) {
            return false;
        }
        return points == null ? chars.equals(other.chars) : java.util.Arrays.equals(points, other.points);
    }

    @Override
    public String toString() {
        return text();
    }
}
