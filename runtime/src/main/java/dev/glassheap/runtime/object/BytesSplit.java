package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;

/** Methods of {@code bytes} and {@code bytearray} that cut and join. */
final class BytesSplit {

    private static final int PREALLOCATED = 12;

    private BytesSplit() {
    }

    static void define(TypeBuilder b) {
        b.keywords("split", "sep?, maxsplit?", (w, s, a) -> split(w, s, a, false));
        b.keywords("rsplit", "sep?, maxsplit?", (w, s, a) -> split(w, s, a, true));
        b.keywords("splitlines", "keepends?", (w, s, a) -> splitLines(w, s, a[0] != null && GetArgs.intTruth(w, a[0])));
        b.oneArg("join", BytesSplit::join);
    }

    private interface Adder {
        void add(int from, int to);
    }

    @TruffleBoundary
    private static PyObject split(World w, PyObject self, PyObject[] args, boolean right) {
        long max = StrArgs.size(w, args[1], -1);
        int limit = max < 0 ? Integer.MAX_VALUE : (int) Math.min(max, Integer.MAX_VALUE);
        String separator = null;
        if (args[0] != null && args[0] != w.singletons.none) {
            BytesBuild.required(w, args[0]);
            separator = BytesBuild.latin1(args[0]);
            if (separator.isEmpty()) {
                throw Errors.valueError(w, "empty separator");
            }
        }
        byte[] data = BytesBuild.content(self);
        PyList list = PyList.withCapacity(w, limit >= PREALLOCATED ? PREALLOCATED : limit + 1);
        try {
            Adder adder = (from, to) -> list.appendSteal(w, BytesBuild.part(w, self, data, from, to));
            if (separator == null) {
                whitespace(data, limit, right, adder);
            } else {
                bySeparator(BytesBuild.latin1(self), separator, limit, right, adder);
            }
            if (right) {
                reverse(list);
            }
            return list;
        } catch (PyException e) {
            w.release(list, Holder.NATIVE);
            throw e;
        }
    }

    private static void bySeparator(String s, String sep, int limit, boolean right, Adder adder) {
        int n = 0;
        int from = 0;
        int to = s.length();
        if (!right) {
            for (int hit; n < limit && (hit = s.indexOf(sep, from)) >= 0; n++) {
                adder.add(from, hit);
                from = hit + sep.length();
            }
        } else {
            for (int hit; n < limit && to >= sep.length() && (hit = s.lastIndexOf(sep, to - sep.length())) >= 0; n++) {
                adder.add(hit + sep.length(), to);
                to = hit;
            }
        }
        adder.add(from, to);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b >= 9 && b <= 13;
    }

    private static void whitespace(byte[] data, int limit, boolean right, Adder adder) {
        int from = 0;
        int to = data.length;
        for (int n = 0;; n++) {
            while (from < to && isSpace(data[right ? to - 1 : from])) {
                from += right ? 0 : 1;
                to -= right ? 1 : 0;
            }
            if (from == to) {
                return;
            }
            if (n == limit) {
                adder.add(from, to);
                return;
            }
            int edge = right ? to : from;
            while (from < to && !isSpace(data[right ? to - 1 : from])) {
                from += right ? 0 : 1;
                to -= right ? 1 : 0;
            }
            adder.add(right ? to : edge, right ? edge : from);
        }
    }

    private static void reverse(PyList list) {
        for (int a = 0, b = list.size - 1; a < b; a++, b--) {
            PyObject item = list.items[a];
            list.items[a] = list.items[b];
            list.items[b] = item;
        }
    }

    private static PyObject splitLines(World w, PyObject self, boolean keepEnds) {
        byte[] data = BytesBuild.content(self);
        PyList list = PyList.create(w);
        try {
            for (int i = 0; i < data.length;) {
                int from = i;
                while (i < data.length && data[i] != '\n' && data[i] != '\r') {
                    i++;
                }
                int end = i;
                if (i < data.length) {
                    i += data[i] == '\r' && i + 1 < data.length && data[i + 1] == '\n' ? 2 : 1;
                }
                list.appendSteal(w, BytesBuild.part(w, self, data, from, keepEnds ? i : end));
            }
            return list;
        } catch (PyException e) {
            w.release(list, Holder.NATIVE);
            throw e;
        }
    }

    @TruffleBoundary
    private static PyObject join(World w, PyObject self, PyObject iterable) {
        PyObject fast = PyList.fast(w, iterable, "can only join an iterable");
        try {
            PyObject[] items = PyList.fastItems(fast);
            int n = (int) fast.obSize();
            if (n == 1 && self instanceof PyBytes && items[0].type == w.types.bytesType) {
                return w.newRef(items[0], Holder.RESULT);
            }
            byte[] separator = BytesBuild.content(self);
            long length = Math.max(0, n - 1L) * separator.length;
            for (int i = 0; i < n; i++) {
                if (!BytesBuild.isBytesLike(items[i])) {
                    throw Errors.typeError(w, "sequence item %d: expected a bytes-like object, %s found", i, items[i].type.name);
                }
                length += BytesBuild.length(items[i]);
            }
            BytesCore.charge(w, length);
            byte[] out = new byte[(int) length];
            int at = 0;
            for (int i = 0; i < n; i++) {
                if (i > 0) {
                    System.arraycopy(separator, 0, out, at, separator.length);
                    at += separator.length;
                }
                byte[] item = BytesBuild.content(items[i]);
                System.arraycopy(item, 0, out, at, item.length);
                at += item.length;
                if ((i & 0xFFF) == 0xFFF) {
                    w.calls.checkInterrupt(w);
                }
            }
            return BytesBuild.like(w, self, Arrays.copyOf(out, at));
        } finally {
            w.release(fast, Holder.NATIVE);
        }
    }
}
