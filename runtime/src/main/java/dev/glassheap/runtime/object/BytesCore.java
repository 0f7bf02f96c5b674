package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import java.util.Arrays;

/** The slots that {@code bytes} and {@code bytearray} share: comparison, concatenation, items, search. */
final class BytesCore {

    private BytesCore() {
    }

    static PyObject compare(World w, PyObject left, PyObject right, CompareOp op) {
        if (!BytesBuild.isBytesLike(right)) {
            return w.notImplemented();
        }
        return w.bool(op.holds(Arrays.compareUnsigned(BytesBuild.content(left), BytesBuild.content(right))));
    }

    static long length(World w, PyObject self) {
        return BytesBuild.length(self);
    }

    @TruffleBoundary
    static PyObject concat(World w, PyObject left, PyObject right) {
        if (!BytesBuild.isBytesLike(right)) {
            throw Errors.typeError(w, "can't concat %s to %s", right.type.name, left.type.name);
        }
        int a = BytesBuild.length(left);
        int b = BytesBuild.length(right);
        if (left instanceof PyBytes) {
            if (a == 0 && right.type == w.types.bytesType) {
                return w.newRef(right, Holder.RESULT);
            }
            if (b == 0 && left.type == w.types.bytesType) {
                return w.newRef(left, Holder.RESULT);
            }
        }
        charge(w, (long) a + b);
        byte[] all = Arrays.copyOf(BytesBuild.content(left), a + b);
        System.arraycopy(BytesBuild.content(right), 0, all, a, b);
        return BytesBuild.like(w, left, all);
    }

    /** Large results are tried in the heap before they are built. */
    static void charge(World w, long length) {
        if (length > 1 << 16) {
            w.freeBuffer(w.allocateBuffer(length, w.singletons.none));
        }
        if (length > Integer.MAX_VALUE - 64) {
            throw Errors.noMemory(w);
        }
    }

    @TruffleBoundary
    static PyObject repeat(World w, PyObject self, long count) {
        int n = BytesBuild.length(self);
        long times = Math.max(0, count);
        if (n > 0 && times > Long.MAX_VALUE / n) {
            throw self instanceof PyBytes ? Errors.overflowError(w, "repeated bytes are too long") : Errors.noMemory(w);
        }
        if (times == 1 || n == 0 && self.type == w.types.bytesType) {
            return BytesBuild.unchanged(w, self);
        }
        charge(w, times * n);
        return BytesBuild.like(w, self, repeated(BytesBuild.content(self), (int) times));
    }

    static byte[] repeated(byte[] data, int times) {
        byte[] all = new byte[data.length * times];
        for (int at = 0; at < all.length; at += data.length) {
            System.arraycopy(data, 0, all, at, data.length);
        }
        return all;
    }

    static PyObject item(World w, PyObject self, long index) {
        if (index < 0 || index >= BytesBuild.length(self)) {
            throw Errors.indexError(w, self instanceof PyBytes ? "index out of range" : "bytearray index out of range");
        }
        int b = self instanceof PyBytes bytes ? bytes.data[(int) index]
            : ((PyByteArray) self).data[((PyByteArray) self).start + (int) index];
        return w.newInt(b & 0xFF);
    }

    static PyObject subscript(World w, PyObject self, PyObject key) {
        if (key.type.slots.nbIndex != null) {
            long i = Numbers.asIndex(w, key, w.types.exceptions.indexError);
            return item(w, self, i < 0 ? i + BytesBuild.length(self) : i);
        }
        if (key instanceof PySlice slice) {
            return slice(w, self, slice.indices(w, BytesBuild.length(self)));
        }
        throw Errors.typeError(w, "%s indices must be integers or slices, not %s", self instanceof PyBytes ? "byte" : "bytearray",
            key.type.name);
    }

    @TruffleBoundary
    private static PyObject slice(World w, PyObject self, PySlice.Indices at) {
        byte[] data = BytesBuild.content(self);
        if (at.count() == data.length && at.step() == 1) {
            return BytesBuild.unchanged(w, self);
        }
        byte[] part = new byte[(int) Math.max(0, at.count())];
        for (int i = 0; i < part.length; i++) {
            part[i] = data[(int) (at.start() + i * at.step())];
        }
        return BytesBuild.like(w, self, part);
    }

    @TruffleBoundary
    static boolean contains(World w, PyObject self, PyObject part) {
        if (!BytesBuild.isBytesLike(part) && part.type.slots.nbIndex != null) {
            int b = BytesBuild.byteValue(w, part);
            return BytesBuild.latin1(self).indexOf(b) >= 0;
        }
        BytesBuild.required(w, part);
        return BytesBuild.latin1(self).contains(BytesBuild.latin1(part));
    }

    static PyObject repr(World w, PyObject self) {
        byte[] data = BytesBuild.content(self);
        charge(w, 4L * data.length);
        String text = BytesBuild.repr(data, data.length, self instanceof PyByteArray);
        return w.str(self instanceof PyBytes ? text : self.type.shortName() + "(" + text + ")");
    }
}
