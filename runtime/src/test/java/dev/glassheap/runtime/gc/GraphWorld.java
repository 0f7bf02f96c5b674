package dev.glassheap.runtime.gc;

import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.heap.Heap;
import dev.glassheap.runtime.heap.Profile;
import dev.glassheap.runtime.object.GuestCalls;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.TypeBuilder;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.List;

/** A world without interpreter whose objects are nodes with edges: the smallest type the collector can work on. */
final class GraphWorld {

    /** An object with any number of owned references and, if wanted, something to do when it dies. */
    static final class Node extends PyObject {
        final List<Node> edges = new ArrayList<>();
        /** Runs as {@code __del__}. */
        Runnable finalizer = () -> { };
        boolean dead;
        private PyObject weakListHead;

        @Override
        public PyObject weakList() {
            return weakListHead;
        }

        @Override
        public void setWeakList(PyObject head) {
            weakListHead = head;
        }
    }

    final CycleCollector collector;
    final World w;
    private final PyType nodeType;

    GraphWorld() {
        this(Profile.PY_3_11);
    }

    GraphWorld(Profile profile) {
        collector = new CycleCollector(profile);
        w = new World(new Heap(profile, HeapEvents.NONE, 1L << 31), collector, new NoGuestCode(), 0);
        nodeType = defineNode();
        collector.attach(w);
    }

    private PyType defineNode() {
        PyType type = w.types.staticType("test.Node");
        return new TypeBuilder(w, type, w.types.objectType).size(48, 0).flags(PyType.HAVE_GC).weakReferenceable().slots(s -> {
            s.tpTraverse = (self, visitor) -> {
                for (Node target : ((Node) self).edges) {
                    visitor.visit(target);
                }
            };
            s.tpClear = (world, self) -> clear((Node) self);
            s.tpFinalize = (world, self) -> ((Node) self).finalizer.run();
            s.tpDealloc = (world, self) -> dealloc((Node) self);
        }).ready();
    }

    private void clear(Node node) {
        List<Node> dropped = List.copyOf(node.edges);
        node.edges.clear();
        dropped.forEach(target -> w.release(target, Holder.ELEMENT));
    }

    private void dealloc(Node node) {
        w.untrack(node);
        if (w.trashcanBegin(node)) {
            return;
        }
        node.dead = true;
        clear(node);
        w.freeBlock(node);
        w.trashcanEnd();
    }

    /** A new tracked node; the caller owns the reference. */
    Node node() {
        Node node = w.allocate(new Node(), nodeType, 48);
        w.track(node);
        return node;
    }

    void edge(Node from, Node to) {
        from.edges.add(w.newRef(to, Holder.ELEMENT));
    }

    void removeEdge(Node from, int index) {
        w.release(from.edges.remove(index), Holder.ELEMENT);
    }

    void drop(Node node) {
        w.release(node, Holder.NATIVE);
    }

    /** A ring of that many new nodes; the caller owns a reference to the first, which is returned. */
    Node ring(int length) {
        Node first = node();
        Node last = first;
        for (int i = 1; i < length; i++) {
            Node next = node();
            edge(last, next);
            drop(next);
            last = next;
        }
        edge(last, first);
        return first;
    }

    void check() {
        GcChecker.checkThoroughly(w, collector);
    }

    /** There is no guest code to call. */
    private static final class NoGuestCode implements GuestCalls {
        @Override
        public PyObject callFunction(World w, PyObject function, PyObject[] args, PyStr[] kwnames) {
            throw new AssertionError("no interpreter in this test");
        }

        @Override
        public void writeUnraisable(World w, PyException exception, PyObject where) {
            throw new AssertionError(exception);
        }

        @Override
        public void checkInterrupt(World w) {
            // never interrupted
        }
    }
}
