package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;

/**
 * {@code str}: a sequence of Unicode code points in the narrowest of CPython's representations.
 *
 * <p>Kinds 1 and 2 (widest character up to U+FF, up to U+FFFF): each char of {@link #chars} is one code point, surrogates
 * included. Kind 4: {@link #points} holds the code points. Every constructing operation chooses the narrowest kind.
 *
 * <p>The text never changes once the string has left the function that made it. The fields are no Java constants because the
 * block is charged before a large text is built, and because an unshared string may grow in place ({@link #appendInPlace}).
 */
public class PyStr extends PyObject {

    /** Code points of kinds 1 and 2; null for kind 4, and while the text is in {@link #growing}. */
    private String chars;
    /** The text of a string that grows in place, until somebody reads it; else null. */
    private StringBuilder growing;
    /** Code points of kind 4; null otherwise. */
    private int[] points;
    /** Bytes a character: 1, 2 or 4. */
    public byte kind;
    /** All characters below U+0080: the 48-byte header. */
    public boolean ascii;
    private boolean interned;
    /** The cached hash; -1 = not computed ({@code hash} field of CPython). */
    public long hash = -1;

    /** Text whose chars are its code points (no surrogate pairs meant as one character). */
    PyStr(String chars, byte kind, boolean ascii) {
        this.chars = chars;
        this.kind = kind;
        this.ascii = ascii;
    }

    /** Kind 4. */
    PyStr(int[] points) {
        this.points = points;
        this.kind = 4;
    }

    /** A string that is an instance of a class written in Python: header and characters are separate blocks. */
    static final class OfClass extends PyStr {

        private final InstanceState state = new InstanceState();
        /** Block of the characters, 0 before it is made. */
        long dataAddress;

        OfClass() {
            super("", (byte) 1, true);
        }

        @Override
        public InstanceState instanceState() {
            return state;
        }
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

    /** {@code PyUnicode_FromKindAndData}: a new string of code points, surrogates included. */
    public static PyStr ofCodePoints(World w, int[] points) {
        return StrBuild.ofPoints(w, points, 0, points.length);
    }

    /** {@code unicode_char}: the string of one code point, shared if it is a Latin-1 character. */
    public static PyStr ofCodePoint(World w, int c) {
        if (c < 256) {
            return w.newRef(w.singletons.latin1(w, c), Holder.RESULT);
        }
        PyStr s = c > 0xFFFF ? new PyStr(new int[] {c}) : new PyStr(String.valueOf((char) c), (byte) 2, false);
        return w.allocate(s, w.types.strType, s.byteSize());
    }

    /** {@code PyUnicode_New}: a string whose text follows by {@link #fill}, so that its block is charged first. */
    static PyStr begin(World w, long length, int kind, boolean ascii) {
        PyStr s = new PyStr("", (byte) kind, ascii);
        w.allocate(s, w.types.strType, byteSize(length, kind, ascii));
        if (length > Integer.MAX_VALUE - 16) {
            w.freeBlock(s);
            throw Errors.noMemory(w);
        }
        return s;
    }

    /** Gives a string of {@link #begin} its text of kind 1 or 2. */
    final PyStr fill(String text) {
        chars = text;
        return this;
    }

    /** Gives a string of {@link #begin} its text of kind 4; the array is taken over. */
    final PyStr fill(int[] codePoints) {
        chars = null;
        points = codePoints;
        return this;
    }

    /** Takes over the text of another string, as a subclass instance does when it is made. */
    final void copyText(PyStr from) {
        chars = from.chars();
        points = from.points;
        kind = from.kind;
        ascii = from.ascii;
        hash = from.hash;
    }

    static long byteSize(long length, int kind, boolean ascii) {
        return (ascii ? 48 : 72) + (length + 1L) * kind;
    }

    /** From this length on a text that grows in place is not made anew each time. */
    private static final int LONG_TEXT = 256;

    /**
     * {@code PyUnicode_Append}: {@code left + right}. A left operand nobody else holds, whose hash is not computed and that is not
     * interned, grows in its own block, if the right one is an exact string and not wider (nor the first that is not ASCII).
     *
     * @param left stolen
     * @param right borrowed
     */
    @TruffleBoundary
    public static PyStr appendInPlace(World w, PyStr left, PyStr right) {
        if (right.length() == 0 && left.type == w.types.strType) {
            return left;
        }
        PyType str = w.types.strType;
        boolean modifiable = left.refcnt == 1 && left.hash == -1 && !left.interned && left.type == str && left.length() > 0;
        if (!modifiable || right.type != str || right.kind > left.kind || left.ascii && !right.ascii) {
            try {
                return StrBuild.concat(w, left, right);
            } finally {
                w.release(left, Holder.NATIVE);
            }
        }
        long length = (long) left.length() + right.length();
        try {
            if (length > Integer.MAX_VALUE - 16) {
                throw Errors.noMemory(w);
            }
            left.address = w.reallocateBuffer(left.address, byteSize(length, left.kind, left.ascii), left);
        } catch (PyException e) {
            w.release(left, Holder.NATIVE);
            throw e;
        }
        left.grow(right);
        return left;
    }

    private void grow(PyStr right) {
        if (points != null) {
            int old = points.length;
            points = Arrays.copyOf(points, old + right.length());
            StrBuild.copyPoints(right, points, old);
        } else if (growing == null && chars.length() < LONG_TEXT) {
            chars = chars.concat(right.chars());
        } else {
            if (growing == null) {
                growing = new StringBuilder(chars.length() * 2).append(chars);
                chars = null;
            }
            growing.append(right.chars());
        }
    }

    /** Header and characters with the trailing null, bytes: what getsizeof reports and the allocator is asked for. */
    public final long byteSize() {
        return byteSize(length(), kind, ascii);
    }

    /** Length in code points. */
    public final int length() {
        return points != null ? points.length : chars != null ? chars.length() : growing.length();
    }

    /** Code point at an index in {@code 0..length()-1}. */
    public final int codePointAt(int index) {
        return points == null ? chars().charAt(index) : points[index];
    }

    /** The text as a Java string; characters beyond U+FFFF become surrogate pairs. */
    public final String text() {
        return points == null ? chars() : new String(points, 0, points.length);
    }

    /** The text with one char a code point; null for kind 4. */
    final String chars() {
        if (growing != null) {
            chars = growing.toString();
            growing = null;
        }
        return chars;
    }

    /** The code points of kind 4; null otherwise. Not to be changed. */
    final int[] points() {
        return points;
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
        return points == null ? chars().equals(other.chars()) : Arrays.equals(points, other.points);
    }

    /** Order by code points, as {@link Comparable#compareTo}. */
    final int compareText(PyStr other) {
        if (points == null && other.points == null) {
            return chars().compareTo(other.chars());
        }
        int n = Math.min(length(), other.length());
        for (int i = 0; i < n; i++) {
            int a = codePointAt(i);
            int b = other.codePointAt(i);
            if (a != b) {
                return a < b ? -1 : 1;
            }
        }
        return Integer.compare(length(), other.length());
    }

    /** {@code PyUnicode_Hash}: SipHash-1-3 of the characters in their kind's width; cached, never -1. */
    public final long hash(World w) {
        if (hash == -1) {
            hash = w.stringHash.of(this);
        }
        return hash;
    }

    /** {@code unicode_dealloc}. */
    static void dealloc(World w, PyObject self) {
        PyStr s = (PyStr) self;
        if (s.interned) {
            w.interned.forget(s);
        }
        if (s instanceof OfClass o) {
            w.freeBuffer(o.dataAddress);
        }
        w.freeBlock(s);
    }

    @Override
    public String toString() {
        return text();
    }
}
