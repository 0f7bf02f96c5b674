package dev.glassheap.runtime.module;

import dev.glassheap.runtime.gc.CycleCollector;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyNativeFunction;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.Slots;
import dev.glassheap.runtime.object.World;
import java.math.BigInteger;

/** The functions of gc that look at objects: what is tracked, who refers to whom. */
final class GcInspection {

    private static final int ALL = -1;

    private final World w;
    private final CycleCollector collector;

    GcInspection(World w, CycleCollector collector) {
        this.w = w;
        this.collector = collector;
    }

    void addTo(ModuleBuilder b) {
        b.keywords("get_objects", "generation?", (world, self, args) -> getObjects(args[0]));
        b.oneArg("is_tracked", (world, self, o) -> world.bool(o.isTracked() || isNativeModuleOrFunction(o)));
        b.oneArg("is_finalized", (world, self, o) -> world.bool(isGc(o) && o.finalized));
        b.function("get_referrers", new NativeCode.VarArgs(this::getReferrers));
        b.function("get_referents", new NativeCode.VarArgs(this::getReferents));
    }

    /** {@code PyObject_IS_GC}: static types are none. */
    private static boolean isGc(PyObject o) {
        return o.type.has(PyType.HAVE_GC) && !(o instanceof PyType t && !t.has(PyType.HEAPTYPE));
    }

    /** CPython makes native modules and their functions in its heap and tracks them; here they stand outside, but the answer is the same. */
    private static boolean isNativeModuleOrFunction(PyObject o) {
        return o.serial == 0 && (o instanceof PyModule || o instanceof PyNativeFunction);
    }

    // ------------------------------------------------------------------ get_objects

    private PyObject getObjects(PyObject generation) {
        int wanted = generation == null || generation == w.singletons.none ? ALL : generation(generation);
        return filled(result -> {
            for (int g = 0; g < CycleCollector.GENERATIONS; g++) {
                if (wanted == ALL || wanted == g) {
                    collector.forEach(g, o -> {
                        if (o != result) {
                            result.append(w, o);
                        }
                    });
                }
            }
        });
    }

    /** As in CPython, -1 means all. */
    private int generation(PyObject o) {
        if (!(o instanceof PyInt i)) {
            throw Errors.typeError(w, "argument should be integer or None, not '%s'", o.type.name);
        }
        BigInteger value = i.bigValue();
        if (value.bitLength() > 63) {
            throw Errors.overflowError(w, "cannot fit 'int' into an index-sized integer");
        }
        if (value.compareTo(BigInteger.valueOf(CycleCollector.GENERATIONS)) >= 0) {
            throw Errors.valueError(w, "generation parameter must be less than the number of available generations (%d)",
                CycleCollector.GENERATIONS);
        }
        if (value.compareTo(BigInteger.valueOf(ALL)) < 0) {
            throw Errors.valueError(w, "generation parameter cannot be negative");
        }
        return value.intValue();
    }

    // ------------------------------------------------------------------ referrers and referents

    /** Whether a traversal meets one of the targets. */
    private static final class FindTarget implements Slots.Visitor {
        private final PyObject[] targets;
        private boolean found;

        FindTarget(PyObject[] targets) {
            this.targets = targets;
        }

        @Override
        public void visit(PyObject referent) {
            for (PyObject target : targets) {
                found |= target == referent;
            }
        }
    }

    private PyObject getReferrers(World world, PyObject self, PyTuple args, PyDict kwargs) {
        checkNoKeywords("get_referrers", kwargs);
        return filled(result -> {
            FindTarget visitor = new FindTarget(args.items);
            for (int g = 0; g < CycleCollector.GENERATIONS; g++) {
                collector.forEach(g, o -> {
                    visitor.found = false;
                    if (o != result && o != args && o.type.slots.tpTraverse != null) {
                        o.type.slots.tpTraverse.traverse(o, visitor);
                    }
                    if (visitor.found) {
                        result.append(w, o);
                    }
                });
            }
        });
    }

    private PyObject getReferents(World world, PyObject self, PyTuple args, PyDict kwargs) {
        checkNoKeywords("get_referents", kwargs);
        return filled(result -> {
            for (PyObject o : args.items) {
                if (isGc(o) && o.type.slots.tpTraverse != null) {
                    o.type.slots.tpTraverse.traverse(o, referent -> result.append(w, referent));
                }
            }
        });
    }

    private void checkNoKeywords(String function, PyDict kwargs) {
        if (kwargs != null && kwargs.size() > 0) {
            throw Errors.typeError(w, "%s() takes no keyword arguments", function);
        }
    }

    // ------------------------------------------------------------------ results

    private interface Filling {
        void fill(PyList result);
    }

    private PyObject filled(Filling filling) {
        PyList result = PyList.create(w);
        try {
            filling.fill(result);
            return result;
        } catch (PyException e) {
            w.release(result, Holder.NATIVE);
            throw e;
        }
    }
}
