package dev.glassheap.runtime.gc;

import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.Slots;

/**
 * Which members of a list are referenced only from within the list: the three steps of {@code deduce_unreachable}.
 *
 * <p>{@link PyObject#gcRefs} while a collection runs:
 * <pre>
 * 0                              not part of the universe, or known to be reachable
 * COLLECTING + n                 in the universe, n references from outside or unknown yet
 * COLLECTING + UNREACHABLE + 0   in the tentative unreachable list
 * </pre>
 * CPython keeps the same two flags in the low bits of the links. Allocates nothing per object: the two visitors are reused.
 */
final class Reachability {

    /** {@code PREV_MASK_COLLECTING}. */
    static final int COLLECTING = 1 << 30;
    /** {@code NEXT_MASK_UNREACHABLE}. */
    static final int UNREACHABLE = 1 << 29;

    private final VisitDecref visitDecref = new VisitDecref();
    private final VisitReachable visitReachable = new VisitReachable();

    /** {@code update_refs}: the working count of each member becomes its reference count. */
    static void updateRefs(GcList base) {
        for (PyObject o = base.gcNext; o != base; o = o.gcNext) {
            o.gcRefs = COLLECTING | o.refcnt;
        }
    }

    /** {@code subtract_refs}: takes the references between members away, so that those from outside remain. */
    void subtractRefs(GcList base) {
        Slots.Visitor visitor = visitDecref;
        for (PyObject o = base.gcNext; o != base; o = o.gcNext) {
            Slots.TraverseProc traverse = o.type.slots.tpTraverse;
            if (traverse != null) {
                traverse.traverse(o, visitor);
            }
        }
    }

    /** {@code move_unreachable}: one walk in which reachable members may come back to the end of the list. */
    void moveUnreachable(GcList base, GcList unreachable) {
        VisitReachable visitor = visitReachable;
        visitor.reachable = base;
        PyObject o = base.gcNext;
        while (o != base) {
            PyObject next;
            if (o.gcRefs != COLLECTING) {
                Slots.TraverseProc traverse = o.type.slots.tpTraverse;
                if (traverse != null) {
                    traverse.traverse(o, visitor);
                }
                o.gcRefs = 0;
                // Only now: the traversal may have appended to the list behind o.
                next = o.gcNext;
            } else {
                next = o.gcNext;
                unreachable.move(o);
                o.gcRefs = COLLECTING | UNREACHABLE;
            }
            o = next;
        }
        visitor.reachable = null;
    }

    /** {@code clear_unreachable_mask}. */
    static void clearUnreachableMask(GcList list) {
        for (PyObject o = list.gcNext; o != list; o = o.gcNext) {
            o.gcRefs = COLLECTING;
        }
    }

    /** {@code gc_list_clear_collecting}. */
    static void clearCollecting(GcList list) {
        for (PyObject o = list.gcNext; o != list; o = o.gcNext) {
            o.gcRefs = 0;
        }
    }

    static boolean isCollecting(PyObject o) {
        return o.gcRefs != 0;
    }

    /** {@code visit_decref}. Objects outside the universe have gcRefs 0. */
    private static final class VisitDecref implements Slots.Visitor {
        @Override
        public void visit(PyObject referent) {
            int refs = referent.gcRefs;
            if (refs != 0) {
                referent.gcRefs = refs - 1;
            }
        }
    }

    /** {@code visit_reachable}. */
    private static final class VisitReachable implements Slots.Visitor {
        private GcList reachable;

        @Override
        public void visit(PyObject referent) {
            int refs = referent.gcRefs;
            if (refs == COLLECTING) {
                referent.gcRefs = COLLECTING | 1;
            } else if (refs == (COLLECTING | UNREACHABLE)) {
                reachable.move(referent);
                referent.gcRefs = COLLECTING | 1;
            }
        }
    }
}
