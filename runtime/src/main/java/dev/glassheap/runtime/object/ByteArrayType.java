package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;

/** Fills {@code bytearray}: construction, assignment and the methods that change it ({@code Objects/bytearrayobject.c}). */
final class ByteArrayType {

    private ByteArrayType() {
    }

    static void define(World w) {
        TypeBuilder b = new TypeBuilder(w, w.types.bytearrayType, w.types.objectType).size(56, 0)
            .flags(PyType.BASETYPE)
            .factory(t -> t.has(PyType.HEAPTYPE) ? new PyByteArray.OfClass() : new PyByteArray())
            .slots(s -> {
                BytesType.sharedSlots(s);
                s.tpNew = (world, type, args, kwargs) -> TypeObject.genericAlloc(world, type, 0);
                s.tpInit = ByteArrayType::init;
                s.tpDealloc = PyByteArray::dealloc;
                s.sqInplaceConcat = ByteArrayType::inplaceConcat;
                s.sqInplaceRepeat = ByteArrayType::inplaceRepeat;
                s.sqAssItem = (world, self, i, value) -> setItem(world, (PyByteArray) self, i, value);
                s.mpAssSubscript = ByteArrayType::assign;
            })
            .attribute("__hash__", World::none);
        BytesType.sharedMethods(b);
        changes(b);
        b.noArgs("copy", (world, o) -> PyByteArray.of(world, ((PyByteArray) o).content()));
        b.noArgs("__sizeof__", (world, o) -> world.newInt(o.type.basicSize + ((PyByteArray) o).allocated));
        b.noArgs("__alloc__", (world, o) -> world.newInt(((PyByteArray) o).allocated));
        b.ready();
    }

    private static void changes(TypeBuilder b) {
        b.oneArg("append", (w, o, value) -> {
            PyByteArray self = (PyByteArray) o;
            int v = BytesBuild.byteValue(w, value);
            self.resize(w, self.size + 1L);
            self.data[self.start + self.size - 1] = (byte) v;
            return w.none();
        });
        b.oneArg("extend", ByteArrayType::extend);
        b.fast("insert", 2, 2, ByteArrayType::insert);
        b.fast("pop", 0, 1, ByteArrayType::pop);
        b.oneArg("remove", ByteArrayType::remove);
        b.noArgs("clear", (w, o) -> {
            ((PyByteArray) o).resize(w, 0);
            return w.none();
        });
        b.noArgs("reverse", (w, o) -> {
            PyByteArray self = (PyByteArray) o;
            for (int x = self.start, y = self.start + self.size - 1; x < y; x++, y--) {
                byte t = self.data[x];
                self.data[x] = self.data[y];
                self.data[y] = t;
            }
            return w.none();
        });
    }

    // ------------------------------------------------------------------ construction

    /** {@code bytearray___init__}. */
    @TruffleBoundary
    private static void init(World w, PyObject o, PyTuple args, PyDict kwargs) {
        PyObject[] a = StrArgs.constructor(w, "bytearray", new String[] {"source", "encoding", "errors"}, args, kwargs);
        PyByteArray self = (PyByteArray) o;
        if (self.size != 0) {
            self.resize(w, 0);
        }
        if (a[0] == null) {
            BytesType.noEncoding(w, a);
            return;
        }
        if (a[0] instanceof PyStr s) {
            PyBytes encoded = BytesType.encoded(w, "bytearray", s, a);
            try {
                self.replace(w, 0, self.size, encoded.data);
            } finally {
                w.release(encoded, Holder.NATIVE);
            }
            return;
        }
        BytesType.noEncoding(w, a);
        long count = BytesType.count(w, a[0]);
        if (count >= 0) {
            self.resize(w, count);
        } else if (BytesBuild.isBytesLike(a[0])) {
            self.replace(w, 0, self.size, BytesBuild.content(a[0]));
        } else if (a[0].type.slots.tpIter == null && a[0].type.slots.sqItem == null) {
            throw Errors.typeError(w, "cannot convert '%s' object to bytearray", a[0].type.name);
        } else {
            fill(w, self, a[0]);
        }
    }

    /** Appends the items of an iterable one by one, with the reallocations that brings. */
    private static void fill(World w, PyByteArray self, PyObject iterable) {
        PyObject it = Objects.iter(w, iterable);
        try {
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                int v;
                try {
                    v = BytesBuild.byteValue(w, item);
                } finally {
                    w.release(item, Holder.NATIVE);
                }
                self.resize(w, self.size + 1L);
                self.data[self.start + self.size - 1] = (byte) v;
                if ((self.size & 0xFFF) == 0) {
                    w.calls.checkInterrupt(w);
                }
            }
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    // ------------------------------------------------------------------ assignment

    private static void setItem(World w, PyByteArray self, long index, PyObject value) {
        long i = index < 0 ? index + self.size : index;
        if (i < 0 || i >= self.size) {
            throw Errors.indexError(w, "bytearray index out of range");
        }
        if (value == null) {
            self.replace(w, (int) i, (int) i + 1, new byte[0]);
        } else {
            self.data[self.start + (int) i] = (byte) BytesBuild.byteValue(w, value);
        }
    }

    @TruffleBoundary
    private static void assign(World w, PyObject o, PyObject key, PyObject value) {
        PyByteArray self = (PyByteArray) o;
        if (key.type.slots.nbIndex != null) {
            setItem(w, self, Numbers.asIndex(w, key, w.types.exceptions.indexError), value);
            return;
        }
        if (!(key instanceof PySlice slice)) {
            throw Errors.typeError(w, "bytearray indices must be integers or slices, not %s", key.type.name);
        }
        PySlice.Unpacked bounds = slice.unpack(w);
        byte[] by = value == null ? new byte[0] : assignable(w, value);
        PySlice.Indices at = bounds.adjust(self.size);
        int count = (int) Math.max(0, at.count());
        if (at.step() == 1) {
            int lo = (int) at.start();
            self.replace(w, lo, Math.max(lo, (int) at.stop()), by);
        } else if (value == null) {
            deleteSteps(w, self, at, count);
        } else {
            if (by.length != count) {
                throw Errors.valueError(w, "attempt to assign bytes of size %d to extended slice of size %d", by.length, count);
            }
            for (int i = 0; i < count; i++) {
                self.data[self.start + (int) (at.start() + i * at.step())] = by[i];
            }
        }
    }

    private static byte[] assignable(World w, PyObject value) {
        if (BytesBuild.isBytesLike(value)) {
            return BytesBuild.content(value);
        }
        if (value instanceof PyInt || value instanceof PyStr) {
            throw Errors.typeError(w, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
        }
        return BytesBuild.items(w, value, "bytearray");
    }

    private static void deleteSteps(World w, PyByteArray self, PySlice.Indices at, int count) {
        if (count == 0) {
            return;
        }
        self.checkResizable(w);
        byte[] kept = new byte[self.size - count];
        long first = at.step() > 0 ? at.start() : at.start() + (count - 1L) * at.step();
        long step = Math.abs(at.step());
        int n = 0;
        for (int i = 0; i < self.size; i++) {
            long offset = i - first;
            boolean deleted = offset >= 0 && offset % step == 0 && offset / step < count;
            if (!deleted) {
                kept[n++] = self.data[self.start + i];
            }
        }
        System.arraycopy(kept, 0, self.data, self.start, kept.length);
        self.resize(w, kept.length);
    }

    private static PyObject inplaceConcat(World w, PyObject l, PyObject r) {
        PyByteArray self = (PyByteArray) l;
        if (!BytesBuild.isBytesLike(r)) {
            throw Errors.typeError(w, "can't concat %s to %s", r.type.name, l.type.name);
        }
        byte[] more = BytesBuild.content(r);
        self.replace(w, self.size, self.size, more);
        return w.newRef(self, Holder.RESULT);
    }

    private static PyObject inplaceRepeat(World w, PyObject o, long count) {
        PyByteArray self = (PyByteArray) o;
        long times = Math.max(0, count);
        if (self.size > 0 && times > Integer.MAX_VALUE / self.size) {
            throw Errors.noMemory(w);
        }
        byte[] content = self.content();
        self.resize(w, times * content.length);
        for (int at = content.length; at < self.size; at += content.length) {
            System.arraycopy(content, 0, self.data, self.start + at, content.length);
        }
        return w.newRef(self, Holder.RESULT);
    }

    // ------------------------------------------------------------------ methods

    private static PyObject extend(World w, PyObject o, PyObject iterable) {
        PyByteArray self = (PyByteArray) o;
        if (BytesBuild.isBytesLike(iterable)) {
            self.replace(w, self.size, self.size, BytesBuild.content(iterable));
            return w.none();
        }
        if (iterable.type.slots.tpIter == null && iterable.type.slots.sqItem == null) {
            throw Errors.typeError(w, "can't extend bytearray with %s", iterable.type.name);
        }
        PyByteArray more = PyByteArray.of(w, new byte[0]);
        try {
            fill(w, more, iterable);
            self.replace(w, self.size, self.size, more.content());
        } finally {
            w.release(more, Holder.NATIVE);
        }
        return w.none();
    }

    private static PyObject insert(World w, PyObject o, PyObject[] args) {
        PyByteArray self = (PyByteArray) o;
        long index = GetArgs.ssize(w, args[0]);
        int v = BytesBuild.byteValue(w, args[1]);
        int size = self.size;
        int at = (int) (index < 0 ? Math.max(0, index + size) : Math.min(index, size));
        self.resize(w, size + 1L);
        System.arraycopy(self.data, self.start + at, self.data, self.start + at + 1, size - at);
        self.data[self.start + at] = (byte) v;
        return w.none();
    }

    private static PyObject pop(World w, PyObject o, PyObject[] args) {
        PyByteArray self = (PyByteArray) o;
        long index = args.length == 0 ? -1 : GetArgs.ssize(w, args[0]);
        if (self.size == 0) {
            throw Errors.indexError(w, "pop from empty bytearray");
        }
        long at = index < 0 ? index + self.size : index;
        if (at < 0 || at >= self.size) {
            throw Errors.indexError(w, "pop index out of range");
        }
        int value = self.data[self.start + (int) at] & 0xFF;
        cut(w, self, (int) at);
        return w.newInt(value);
    }

    private static PyObject remove(World w, PyObject o, PyObject value) {
        PyByteArray self = (PyByteArray) o;
        int v = BytesBuild.byteValue(w, value);
        for (int i = 0; i < self.size; i++) {
            if ((self.data[self.start + i] & 0xFF) == v) {
                cut(w, self, i);
                return w.none();
            }
        }
        throw Errors.valueError(w, "value not found in bytearray");
    }

    private static void cut(World w, PyByteArray self, int at) {
        self.checkResizable(w);
        System.arraycopy(self.data, self.start + at + 1, self.data, self.start + at, self.size - at - 1);
        self.resize(w, self.size - 1L);
    }
}
