package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.CompareOp;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.InstanceState;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.World;
import java.util.ArrayDeque;

/**
 * {@code collections.deque}: a chain of 64-slot blocks (528 bytes each), entered in the middle; up to 16 spare blocks are kept.
 *
 * <p>Positions are absolute: the item {@code i} stands at position {@code left + i}, in block {@code position >> 6}. Invariants:
 * {@code size == right - left + 1}; {@code blocks.size() == (right >> 6) - (left >> 6) + 1}, and 1 when empty.
 */
class PyDeque extends PyObject {

    private static final int BLOCK_BYTES = 528;
    private static final int SLOTS = 64;
    private static final int CENTER = 31;
    private static final int MAX_SPARE = 16;

    /** Items in a ring; owned. */
    private PyObject[] ring = new PyObject[8];
    private int head;
    private int size;
    private long left = CENTER + 1;
    private long right = CENTER;
    private final ArrayDeque<Long> blocks = new ArrayDeque<>();
    private final ArrayDeque<Long> spare = new ArrayDeque<>();
    /** {@code maxlen}; -1 for none. */
    long maxLength = -1;
    /** Changes with every change of the items, so that iterators notice ({@code state}). */
    long state;
    private PyObject weakListHead;

    /** An instance of a class made by guest code. */
    static final class OfClass extends PyDeque {
        private final InstanceState instance = new InstanceState();

        @Override
        public InstanceState instanceState() {
            return instance;
        }
    }

    @Override
    public PyObject weakList() {
        return weakListHead;
    }

    @Override
    public void setWeakList(PyObject newHead) {
        weakListHead = newHead;
    }

    @Override
    public long obSize() {
        return size;
    }

    int size() {
        return size;
    }

    /** The first block; called once by {@code tp_new}. */
    void begin(World w) {
        blocks.add(w.allocateBuffer(BLOCK_BYTES, this));
    }

    long blockCount() {
        return blocks.size();
    }

    /** Item at an index in {@code 0..size-1}; borrowed. */
    PyObject get(int index) {
        return ring[head + index & ring.length - 1];
    }

    /** Replaces an item; retains the new one. */
    void set(World w, int index, PyObject item) {
        int at = head + index & ring.length - 1;
        PyObject old = ring[at];
        ring[at] = w.newRef(item, Holder.ELEMENT);
        w.release(old, Holder.ELEMENT);
    }

    private void reserve() {
        if (size < ring.length) {
            return;
        }
        PyObject[] bigger = new PyObject[ring.length * 2];
        for (int i = 0; i < size; i++) {
            bigger[i] = get(i);
        }
        ring = bigger;
        head = 0;
    }

    private long newBlock(World w) {
        return spare.isEmpty() ? w.allocateBuffer(BLOCK_BYTES, this) : spare.pop();
    }

    private void dropBlock(World w, long block) {
        if (spare.size() < MAX_SPARE) {
            spare.push(block);
        } else {
            w.freeBuffer(block);
        }
    }

    /** {@code deque_append}: retains the item; a full deque drops its leftmost. */
    void append(World w, PyObject item) {
        if (Math.floorMod(right, SLOTS) == SLOTS - 1) {
            blocks.addLast(newBlock(w));
        }
        reserve();
        right++;
        ring[head + size & ring.length - 1] = w.newRef(item, Holder.ELEMENT);
        size++;
        if (maxLength >= 0 && size > maxLength) {
            w.release(popLeft(w), Holder.ELEMENT);
        } else {
            state++;
        }
    }

    void appendLeft(World w, PyObject item) {
        if (Math.floorMod(left, SLOTS) == 0) {
            blocks.addFirst(newBlock(w));
        }
        reserve();
        left--;
        head = head - 1 & ring.length - 1;
        ring[head] = w.newRef(item, Holder.ELEMENT);
        size++;
        if (maxLength >= 0 && size > maxLength) {
            w.release(pop(w), Holder.ELEMENT);
        } else {
            state++;
        }
    }

    /** The rightmost item with its reference. */
    PyObject pop(World w) {
        checkNotEmpty(w);
        int at = head + size - 1 & ring.length - 1;
        PyObject item = ring[at];
        ring[at] = null;
        size--;
        state++;
        right--;
        if (Math.floorMod(right, SLOTS) == SLOTS - 1) {
            if (size > 0) {
                dropBlock(w, blocks.removeLast());
            } else {
                recenter();
            }
        }
        return item;
    }

    /** The leftmost item with its reference. */
    PyObject popLeft(World w) {
        checkNotEmpty(w);
        PyObject item = ring[head];
        ring[head] = null;
        head = head + 1 & ring.length - 1;
        size--;
        state++;
        left++;
        if (Math.floorMod(left, SLOTS) == 0) {
            if (size > 0) {
                dropBlock(w, blocks.removeFirst());
            } else {
                recenter();
            }
        }
        return item;
    }

    private void recenter() {
        left = CENTER + 1;
        right = CENTER;
    }

    private void checkNotEmpty(World w) {
        if (size == 0) {
            throw Errors.indexError(w, "pop from an empty deque");
        }
    }

    /** {@code deque_extend}: also with itself. */
    void extend(World w, PyObject iterable, boolean toLeft) {
        if (size == 0) {
            // CPython's space saving: a bulk fill of an empty deque begins at the block's end, not in its middle.
            left = toLeft ? SLOTS - 1 : 1;
            right = left - 1;
        }
        PyObject[] items = iterable == this ? copyOfItems(w) : null;
        if (items != null) {
            for (PyObject item : items) {
                add(w, item, toLeft);
                w.release(item, Holder.NATIVE);
            }
            return;
        }
        PyObject it = Objects.iter(w, iterable);
        try {
            for (PyObject item = Objects.next(w, it); item != null; item = Objects.next(w, it)) {
                add(w, item, toLeft);
                w.release(item, Holder.NATIVE);
            }
        } finally {
            w.release(it, Holder.NATIVE);
        }
    }

    private void add(World w, PyObject item, boolean toLeft) {
        if (toLeft) {
            appendLeft(w, item);
        } else {
            append(w, item);
        }
    }

    PyObject[] copyOfItems(World w) {
        PyObject[] items = new PyObject[size];
        for (int i = 0; i < size; i++) {
            items[i] = w.newRef(get(i), Holder.NATIVE);
        }
        return items;
    }

    /** {@code deque.rotate}: n steps to the right. */
    void rotate(World w, long n) {
        if (size <= 1) {
            return;
        }
        long steps = Math.floorMod(n, (long) size);
        long limit = maxLength;
        maxLength = -1;
        for (long i = 0; i < steps; i++) {
            PyObject item = pop(w);
            appendLeft(w, item);
            w.release(item, Holder.NATIVE);
        }
        maxLength = limit;
    }

    /** Index of the first equal item from {@code from} on, or -1. */
    int indexOf(World w, PyObject value, int from, int to) {
        long before = state;
        for (int i = from; i < Math.min(to, size); i++) {
            PyObject item = w.newRef(get(i), Holder.NATIVE);
            boolean equal;
            try {
                equal = Objects.compareBool(w, item, value, CompareOp.EQ);
            } finally {
                w.release(item, Holder.NATIVE);
            }
            if (state != before) {
                throw Errors.runtimeError(w, "deque mutated during iteration");
            }
            if (equal) {
                return i;
            }
        }
        return -1;
    }

    /** Takes the item at an index out. */
    void removeAt(World w, int index) {
        PyObject item = get(index);
        for (int i = index; i < size - 1; i++) {
            ring[head + i & ring.length - 1] = get(i + 1);
        }
        ring[head + size - 1 & ring.length - 1] = item;
        w.release(pop(w), Holder.ELEMENT);
    }

    void insert(World w, long index, PyObject item) {
        if (maxLength >= 0 && size >= maxLength) {
            throw Errors.indexError(w, "deque already at its maximum size");
        }
        append(w, item);
        int at = (int) Math.clamp(index < 0 ? index + size - 1 : index, 0, size - 1);
        for (int i = size - 1; i > at; i--) {
            ring[head + i & ring.length - 1] = get(i - 1);
        }
        ring[head + at & ring.length - 1] = item;
    }

    void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            PyObject a = get(i);
            ring[head + i & ring.length - 1] = get(j);
            ring[head + j & ring.length - 1] = a;
        }
    }

    /** Releases the items left to right; the deque is empty before the first is released. */
    void clear(World w) {
        PyObject[] old = new PyObject[size];
        for (int i = 0; i < size; i++) {
            old[i] = get(i);
        }
        ring = new PyObject[8];
        head = 0;
        size = 0;
        state++;
        recenter();
        while (blocks.size() > 1) {
            dropBlock(w, blocks.removeLast());
        }
        for (PyObject item : old) {
            w.release(item, Holder.ELEMENT);
        }
    }

    /** Gives back every block. */
    void end(World w) {
        clear(w);
        blocks.forEach(w::freeBuffer);
        spare.forEach(w::freeBuffer);
        blocks.clear();
        spare.clear();
    }

    /** @throws PyException IndexError */
    int checked(World w, long index, String message) {
        if (index < 0 || index >= size) {
            throw Errors.indexError(w, message);
        }
        return (int) index;
    }
}
