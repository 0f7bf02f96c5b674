package dev.glassheap.runtime.object;

import com.oracle.truffle.api.CompilerDirectives.TruffleBoundary;
import dev.glassheap.runtime.heap.Heap;
import java.math.BigInteger;
import java.util.ArrayDeque;

/**
 * One guest world: heap, types, singletons, caches, the one guest thread. CPython's {@code PyInterpreterState}.
 *
 * <p>The only place that changes a reference count. Every change says who holds the reference ({@link Holder}).
 */
public final class World {

    /** Nesting of deallocations beyond which containers wait in the trashcan ({@code PyTrash_UNWIND_LEVEL}). */
    public static final int TRASH_LIMIT = 50;

    public final Heap heap;
    public final long hashSeed;
    /** Hashes text with the key of {@link #hashSeed}. */
    public final StrHash stringHash;
    /** {@code sys.get_int_max_str_digits()}: decimal digits an int may have as text, 0 = any number. */
    public int intMaxStrDigits = 4300;
    public final ThreadState thread = new ThreadState();
    public final FreeLists freeLists;
    public final Interned interned;
    public final Types types;
    public final Singletons singletons;
    /** Set by the context before any guest code runs. */
    public Collector collector;
    public GuestCalls calls;
    /** Listens to every change of a reference count; null when nobody does. */
    public RefcountLedger ledger;
    /** The dict of the builtins module; set by the context before guest code runs. */
    public PyDict builtins;
    /** The dict of sys; there even when {@code sys.modules} is gone. Set by the context. */
    public PyDict sys;
    /** {@code sys.modules}; set by the context. */
    public PyDict modules;
    /** The native text streams, by the names sys keeps them under. */
    public final java.util.Map<String, PyObject> streams = new java.util.HashMap<>();
    /** Where sites are in the source. */
    public Sites sites = site -> 0;
    /** For fault injection: asked before each allocation, true makes it fail as when memory has run out; null when nobody asks. */
    public java.util.function.BooleanSupplier allocationFault;
    private final ArrayDeque<PyObject> trash = new ArrayDeque<>();

    /** Lines of sites; the table itself belongs to the interpreter. */
    public interface Sites {
        /** The 1-based line of a site, 0 for native start-up. */
        int line(int site);
    }

    /** Hears of every change of a count, after it happened. */
    public interface RefcountLedger {
        void retained(PyObject object, Holder holder, int site);

        void released(PyObject object, Holder holder, int site);
    }

    /**
     * @param collector hears of allocations from the first object on
     * @param hashSeed seed of string hashing, as PYTHONHASHSEED; 0 means the key of zeros
     */
    public World(Heap heap, Collector collector, GuestCalls calls, long hashSeed) {
        this.heap = heap;
        this.collector = collector;
        this.calls = calls;
        this.hashSeed = hashSeed;
        this.stringHash = new StrHash(hashSeed);
        this.freeLists = new FreeLists();
        this.interned = new Interned(this);
        this.types = new Types(this);
        this.singletons = new Singletons(this);
        types.defineAll();
    }

    // ------------------------------------------------------------------ counts

    /** {@code Py_INCREF}. */
    public void retain(PyObject object, Holder holder) {
        object.refcnt++;
        if (ledger != null) {
            noteRetained(object, holder);
        }
    }

    @TruffleBoundary
    private void noteRetained(PyObject object, Holder holder) {
        ledger.retained(object, holder, thread.site);
    }

    @TruffleBoundary
    private void noteReleased(PyObject object, Holder holder) {
        ledger.released(object, holder, thread.site);
    }

    /** {@code Py_NewRef}. */
    public <T extends PyObject> T newRef(T object, Holder holder) {
        retain(object, holder);
        return object;
    }

    /** {@code Py_DECREF}: may run finalizers, that is guest code. */
    public void release(PyObject object, Holder holder) {
        if (ledger != null) {
            noteReleased(object, holder);
        }
        if (--object.refcnt == 0) {
            dealloc(object);
        }
    }

    /** {@code Py_XDECREF}. */
    public void releaseOrNull(PyObject object, Holder holder) {
        if (object != null) {
            release(object, holder);
        }
    }

    /** {@code _Py_Dealloc}. Static objects do not die: their count is put back. */
    @TruffleBoundary
    public void dealloc(PyObject object) {
        if (object.serial == 0) {
            object.refcnt = 1;
            return;
        }
        object.type.slots.tpDealloc.dealloc(this, object);
    }

    // ------------------------------------------------------------------ allocation

    /**
     * {@code PyObject_Malloc} of {@code size} bytes for an object, with its pre-header, charged before any Java allocation
     * that grows with it. Sets refcount 1, type (with the reference of a heap type), serial and address. GC objects are
     * counted, which may start a collection; they are not tracked yet.
     *
     * @param object the bare Java object
     * @param size bytes without pre-header
     * @throws PyException MemoryError
     */
    public <T extends PyObject> T allocate(T object, PyType type, long size) {
        int pre = type.preHeaderSize();
        long block = strikes() ? 0 : heap.malloc(size + pre, thread.site, object);
        if (block == 0) {
            throw Errors.noMemory(this);
        }
        return adopt(object, type, block + pre);
    }

    private boolean strikes() {
        return allocationFault != null && allocationFault.getAsBoolean();
    }

    /** {@link #allocate} with the type's basic size and {@code items} items. */
    public <T extends PyObject> T allocateVar(T object, PyType type, long items) {
        return allocate(object, type, type.basicSize + items * type.itemSize);
    }

    private <T extends PyObject> T adopt(T object, PyType type, long address) {
        object.address = address;
        object.type = type;
        object.refcnt = 1;
        object.serial = ++type.lastSerial;
        if (type.has(PyType.HEAPTYPE)) {
            retain(type, Holder.TYPE);
        }
        if (type.has(PyType.HAVE_GC)) {
            collector.allocated(this);
        }
        return object;
    }

    /** A new object in a block that waited in a type's free list: no heap event, no count of the collector changes. */
    public <T extends PyObject> T reuse(T object, PyType type, long address) {
        object.address = address;
        object.type = type;
        object.refcnt = 1;
        object.serial = ++type.lastSerial;
        heap.reoccupy(address - type.preHeaderSize(), object, thread.site);
        return object;
    }

    /** An object outside the heap, as CPython's static objects: never freed, its count starts at {@code refcnt}. */
    public <T extends PyObject> T makeStatic(T object, PyType type, long size, int refcnt) {
        object.address = heap.staticAddress(size);
        object.type = type;
        object.refcnt = refcnt;
        return object;
    }

    /** {@code PyObject_Free} / {@code PyObject_GC_Del}: gives back the object's own block; the heap type's reference stays with the caller. Static memory stays. */
    public void freeBlock(PyObject object) {
        if (object.serial == 0) {
            return;
        }
        PyType type = object.type;
        if (type.has(PyType.HAVE_GC)) {
            if (object.gcNext != null) {
                collector.untrack(object);
            }
            collector.freed();
        }
        heap.free(object.address - type.preHeaderSize(), thread.site);
    }

    /** A buffer that belongs to {@code owner} ({@code PyMem_Malloc}); 0 bytes are served as 1. */
    public long allocateBuffer(long size, PyObject owner) {
        long block = strikes() ? 0 : heap.malloc(size, thread.site, owner);
        if (block == 0) {
            throw Errors.noMemory(this);
        }
        return block;
    }

    /** {@code PyMem_Realloc} of a buffer; {@code address} 0 allocates. */
    public long reallocateBuffer(long address, long size, PyObject owner) {
        if (address == 0) {
            return allocateBuffer(size, owner);
        }
        long block = strikes() ? 0 : heap.realloc(address, size, thread.site);
        if (block == 0) {
            throw Errors.noMemory(this);
        }
        return block;
    }

    /** {@code PyMem_Free}; 0 is ignored. */
    public void freeBuffer(long address) {
        if (address != 0) {
            heap.free(address, thread.site);
        }
    }

    public void track(PyObject object) {
        collector.track(object);
    }

    public void untrack(PyObject object) {
        if (object.gcNext != null) {
            collector.untrack(object);
        }
    }

    // ------------------------------------------------------------------ trashcan

    /**
     * {@code Py_TRASHCAN_BEGIN}: true when the container must wait because deallocations nest too deep; it is put aside and
     * its dealloc slot is called again later. When false, the caller must end with {@link #trashcanEnd}.
     */
    public boolean trashcanBegin(PyObject container) {
        if (thread.trashNesting >= TRASH_LIMIT) {
            trash.push(container);
            return true;
        }
        thread.trashNesting++;
        return false;
    }

    /** {@code Py_TRASHCAN_END}: the outermost level deallocates what waits. */
    public void trashcanEnd() {
        thread.trashNesting--;
        while (thread.trashNesting == 0 && !trash.isEmpty()) {
            PyObject waiting = trash.pop();
            thread.trashNesting++;
            waiting.type.slots.tpDealloc.dealloc(this, waiting);
            thread.trashNesting--;
        }
    }

    // ------------------------------------------------------------------ everyday values

    public PyObject none() {
        return newRef(singletons.none, Holder.RESULT);
    }

    public PyObject bool(boolean value) {
        return newRef(value ? singletons.trueObject : singletons.falseObject, Holder.RESULT);
    }

    public PyObject notImplemented() {
        return newRef(singletons.notImplemented, Holder.RESULT);
    }

    /** {@code PyLong_FromLong}: a small int is shared, any other is a new block. */
    public PyInt newInt(long value) {
        return PyInt.of(this, value);
    }

    public PyInt newInt(BigInteger value) {
        return PyInt.of(this, value);
    }

    public PyFloat newFloat(double value) {
        return PyFloat.of(this, value);
    }

    /** {@code PyUnicode_FromString}: a new string (shared if empty or one Latin-1 character). UTF-16 pairs become one code point. */
    public PyStr str(String value) {
        return PyStr.of(this, value);
    }

    /** The interned static identifier of that text ({@code _Py_ID}); borrowed, lives as long as the world. */
    public PyStr id(String name) {
        return interned.identifier(name);
    }

    /** True for the NotImplemented singleton. */
    public boolean isNotImplemented(PyObject object) {
        return object == singletons.notImplemented;
    }

    /** True for None. */
    public boolean isNone(PyObject object) {
        return object == singletons.none;
    }
}
