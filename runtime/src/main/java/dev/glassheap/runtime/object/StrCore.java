package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** The slots of {@code str}: comparison, hash, concatenation, items, search of a part ({@code Objects/unicodeobject.c}). */
final class StrCore {

    private StrCore() {
    }

    static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (!(right instanceof PyStr b)) {
            return w.notImplemented();
        }
        PyStr a = (PyStr) left;
        return w.bool(switch (op) {
            case EQ -> a.sameText(b);
            case NE -> !a.sameText(b);
            default -> op.holds(a == b ? 0 : a.compareText(b));
        });
    }

    static long hash(World w, PyObject self) {
        return ((PyStr) self).hash(w);
    }

    static PyObject str(World w, PyObject self) {
        return StrBuild.unchanged(w, (PyStr) self);
    }

    @TruffleBoundary
    static PyObject concat(World w, PyObject left, PyObject right) {
        if (!(right instanceof PyStr b)) {
            throw Errors.typeError(w, "can only concatenate str (not \"%s\") to str", right.type.name);
        }
        return StrBuild.concat(w, (PyStr) left, b);
    }

    @TruffleBoundary
    static PyObject repeat(World w, PyObject self, long count) {
        return StrBuild.repeat(w, (PyStr) self, count);
    }

    static long length(World w, PyObject self) {
        return ((PyStr) self).length();
    }

    static PyObject item(World w, PyObject self, long index) {
        PyStr s = (PyStr) self;
        if (index < 0 || index >= s.length()) {
            throw Errors.indexError(w, "string index out of range");
        }
        return PyStr.ofCodePoint(w, s.codePointAt((int) index));
    }

    static PyObject subscript(World w, PyObject self, PyObject key) {
        PyStr s = (PyStr) self;
        if (key.type.slots.nbIndex != null) {
            long i = key instanceof PyInt n && n.isSmall() ? n.value : Numbers.asIndex(w, key, w.types.exceptions.indexError);
            return item(w, self, i < 0 ? i + s.length() : i);
        }
        if (key instanceof PySlice slice) {
            return slice(w, s, slice.indices(w, s.length()));
        }
        throw Errors.typeError(w, "string indices must be integers, not '%s'", key.type.name);
    }

    @TruffleBoundary
    private static PyObject slice(World w, PyStr s, PySlice.Indices at) {
        if (at.count() <= 0) {
            return PyStr.of(w, "");
        }
        if (at.step() == 1) {
            return StrBuild.substring(w, s, (int) at.start(), (int) at.stop());
        }
        int n = (int) at.count();
        if (s.points() != null) {
            int[] points = new int[n];
            for (int i = 0; i < n; i++) {
                points[i] = s.codePointAt((int) (at.start() + i * at.step()));
            }
            return StrBuild.freshPoints(w, points, n);
        }
        char[] chars = new char[n];
        for (int i = 0; i < n; i++) {
            chars[i] = s.chars().charAt((int) (at.start() + i * at.step()));
        }
        return StrBuild.freshChars(w, new String(chars));
    }

    @TruffleBoundary
    static boolean contains(World w, PyObject self, PyObject part) {
        if (!(part instanceof PyStr p)) {
            throw Errors.typeError(w, "'in <string>' requires string as left operand, not %s", part.type.name);
        }
        PyStr s = (PyStr) self;
        return StrFind.indexOf(s, p, 0, s.length()) >= 0;
    }
}
