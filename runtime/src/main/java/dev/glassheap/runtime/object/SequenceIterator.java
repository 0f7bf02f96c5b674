package dev.glassheap.runtime.object;

/** {@code iterator}: walks an object by {@code __getitem__} from 0 ({@code PySeqIter}). */
final class SequenceIterator extends PyObject {

    /** {@code PySeqIter_New}. */
    static PyObject create(World w, PyObject sequence) {
        throw new AssertionError("not written yet");
    }
}
