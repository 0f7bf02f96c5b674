package dev.glassheap.runtime.object;

/**
 * The signatures of type slots, by CPython's typedef names.
 *
 * <p>Arguments are borrowed, object results are new references. {@code null} means C's NULL: an exhausted iterator
 * ({@link IterNextFunc}), a deletion ({@code value} of the set slots), an absent object ({@code obj} of
 * {@link DescrGetFunc}, {@code kwargs} of calls).
 */
public final class Slots {

    private Slots() {
    }

    public interface UnaryFunc {
        PyObject apply(World w, PyObject self);
    }

    /** Number slots return the NotImplemented singleton (a new reference to it) when they do not know the operands. */
    public interface BinaryFunc {
        PyObject apply(World w, PyObject left, PyObject right);
    }

    public interface TernaryFunc {
        PyObject apply(World w, PyObject a, PyObject b, PyObject c);
    }

    /** {@code nb_bool} and the like. */
    public interface Inquiry {
        boolean test(World w, PyObject self);
    }

    public interface LenFunc {
        long length(World w, PyObject self);
    }

    /** {@code sq_item}, {@code sq_repeat}: index or count in items; a negative index was already corrected by the caller if the type has a length. */
    public interface SizeArgFunc {
        PyObject apply(World w, PyObject self, long n);
    }

    /** {@code sq_ass_item}; {@code value} null deletes. */
    public interface SizeObjArgProc {
        void assign(World w, PyObject self, long n, PyObject value);
    }

    /** {@code mp_ass_subscript}; {@code value} null deletes. */
    public interface ObjObjArgProc {
        void assign(World w, PyObject self, PyObject key, PyObject value);
    }

    /** {@code sq_contains}. */
    public interface ObjObjProc {
        boolean test(World w, PyObject self, PyObject value);
    }

    public interface HashFunc {
        long hash(World w, PyObject self);
    }

    public interface RichCmpFunc {
        PyObject compare(World w, PyObject left, PyObject right, CompareOp op);
    }

    public interface GetAttrFunc {
        PyObject get(World w, PyObject self, PyStr name);
    }

    /** {@code value} null deletes. */
    public interface SetAttrFunc {
        void set(World w, PyObject self, PyStr name, PyObject value);
    }

    /** Returns null at the end: StopIteration is raised by those who need it. */
    public interface IterNextFunc {
        PyObject next(World w, PyObject self);
    }

    /** {@code obj} is null when the attribute was found on a class. */
    public interface DescrGetFunc {
        PyObject get(World w, PyObject descr, PyObject obj, PyObject type);
    }

    /** {@code value} null deletes. */
    public interface DescrSetFunc {
        void set(World w, PyObject descr, PyObject obj, PyObject value);
    }

    /** {@code tp_call}; {@code kwargs} may be null. */
    public interface CallFunc {
        PyObject call(World w, PyObject callable, PyTuple args, PyDict kwargs);
    }

    /** {@code tp_vectorcall}: {@code args} holds the positional values and then those of {@code kwnames} (empty if none). */
    public interface VectorCall {
        PyObject call(World w, PyObject callable, PyObject[] args, PyStr[] kwnames);
    }

    /** {@code tp_new}; {@code kwargs} may be null. */
    public interface NewFunc {
        PyObject create(World w, PyType type, PyTuple args, PyDict kwargs);
    }

    /** {@code tp_init}; {@code kwargs} may be null. */
    public interface InitProc {
        void init(World w, PyObject self, PyTuple args, PyDict kwargs);
    }

    /** {@code tp_dealloc}: called when the count has fallen to 0; gives back every block of the object. */
    public interface Destructor {
        void dealloc(World w, PyObject self);
    }

    /** {@code tp_finalize}. */
    public interface FinalizeProc {
        void run(World w, PyObject self);
    }

    /** {@code tp_clear}. */
    public interface ClearProc {
        void clear(World w, PyObject self);
    }

    /** {@code visitproc}: sees each owned reference once, in CPython's visit order. */
    public interface Visitor {
        void visit(PyObject referent);
    }

    /** {@code tp_traverse}; never runs guest code, never allocates in the guest heap. */
    public interface TraverseProc {
        void traverse(PyObject self, Visitor visitor);
    }
}
