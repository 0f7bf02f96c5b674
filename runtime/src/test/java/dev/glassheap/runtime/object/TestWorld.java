package dev.glassheap.runtime.object;

import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.heap.Heap;
import dev.glassheap.runtime.heap.Profile;

/** A world without interpreter and without automatic collection, for tests of the object model. */
final class TestWorld {

    private TestWorld() {
    }

    /** Links tracked objects into one ring and counts them; never collects. */
    static final class Ring implements Collector {
        private static final class Head extends PyObject {
        }

        private final PyObject head = new Head();
        int tracked;

        Ring() {
            head.gcNext = head;
            head.gcPrev = head;
        }

        @Override
        public void allocated(World w) {
            // nothing is collected here
        }

        @Override
        public void freed() {
            // nothing is counted here
        }

        @Override
        public void track(PyObject object) {
            if (object.gcNext != null) {
                throw new AssertionError("tracked twice: " + object.type.name);
            }
            object.gcPrev = head.gcPrev;
            object.gcNext = head;
            head.gcPrev.gcNext = object;
            head.gcPrev = object;
            tracked++;
        }

        @Override
        public void untrack(PyObject object) {
            if (object.gcNext == null) {
                return;
            }
            object.gcPrev.gcNext = object.gcNext;
            object.gcNext.gcPrev = object.gcPrev;
            object.gcNext = null;
            object.gcPrev = null;
            tracked--;
        }
    }

    /** There is no guest code to call. */
    private static final class NoGuestCode implements GuestCalls {
        @Override
        public PyObject callFunction(World w, PyObject function, PyObject[] args, PyStr[] kwnames) {
            throw new AssertionError("no interpreter in this test");
        }

        @Override
        public void writeUnraisable(World w, PyException exception, PyObject where) {
            throw new AssertionError(describe(w, exception));
        }

        @Override
        public void checkInterrupt(World w) {
            // never interrupted
        }
    }

    static World create() {
        return new World(new Heap(Profile.PY_3_11, HeapEvents.NONE, 1L << 30), new Ring(), new NoGuestCode(), 0);
    }

    /** {@code TypeError: message} of a guest exception, which is released. */
    static String describe(World w, PyException e) {
        PyBaseException value = e.take();
        String text = value.type.shortName() + ": " + Objects.strText(w, value);
        w.release(value, Holder.EXCEPTION);
        return text;
    }
}
