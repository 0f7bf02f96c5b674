package dev.glassheap.runtime.module;

import dev.glassheap.runtime.gc.CycleCollector;
import dev.glassheap.runtime.gc.DebugFlags;
import dev.glassheap.runtime.gc.GcStats;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.NativeCode;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyInt;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;

/** The gc module: switches, figures and debug flags of the collector. What looks into its lists is in {@link GcInspection}. */
final class GcModule {

    private final World w;
    private final CycleCollector collector;

    private GcModule(ModuleContext context) {
        this.w = context.world();
        this.collector = context.collector();
    }

    static PyModule create(ModuleContext context) {
        GcModule gc = new GcModule(context);
        World w = context.world();
        context.collector().callbacks(PyList.create(w));
        context.collector().debugOutput(text -> {
            TextStream err = (TextStream) SysModule.stream(w, "__stderr__");
            err.write(text);
            err.flush();
        });
        ModuleBuilder b = new ModuleBuilder(w, "gc");
        gc.addSwitches(b);
        gc.addFigures(b);
        new GcInspection(w, context.collector()).addTo(b);
        b.value("garbage", w.newRef(context.collector().garbage(), Holder.MODULE));
        b.value("callbacks", w.newRef(context.collector().callbacks().orElseThrow(), Holder.MODULE));
        b.value("DEBUG_STATS", w.newInt(DebugFlags.STATS));
        b.value("DEBUG_COLLECTABLE", w.newInt(DebugFlags.COLLECTABLE));
        b.value("DEBUG_UNCOLLECTABLE", w.newInt(DebugFlags.UNCOLLECTABLE));
        b.value("DEBUG_SAVEALL", w.newInt(DebugFlags.SAVEALL));
        b.value("DEBUG_LEAK", w.newInt(DebugFlags.LEAK));
        return b.build();
    }

    private void addSwitches(ModuleBuilder b) {
        b.noArgs("enable", (world, self) -> {
            collector.enabled(true);
            return world.none();
        });
        b.noArgs("disable", (world, self) -> {
            collector.enabled(false);
            return world.none();
        });
        b.noArgs("isenabled", (world, self) -> world.bool(collector.isEnabled()));
        b.keywords("collect", "generation?", (world, self, args) -> collect(args[0]));
        b.noArgs("freeze", (world, self) -> {
            collector.freeze();
            return world.none();
        });
        b.noArgs("unfreeze", (world, self) -> {
            collector.unfreeze();
            return world.none();
        });
        b.oneArg("set_debug", (world, self, flags) -> {
            collector.debug(toInt(flags));
            return world.none();
        });
        b.function("set_threshold", new NativeCode.VarArgs(this::setThreshold));
    }

    private void addFigures(ModuleBuilder b) {
        b.noArgs("get_debug", (world, self) -> world.newInt(collector.debug()));
        b.noArgs("get_count", (world, self) -> triple(collector.count(0), collector.count(1), collector.count(2)));
        b.noArgs("get_threshold", (world, self) -> triple(collector.threshold(0), collector.threshold(1), collector.threshold(2)));
        b.noArgs("get_stats", (world, self) -> stats());
        b.noArgs("get_freeze_count", (world, self) -> world.newInt(collector.freezeCount()));
    }

    private PyObject collect(PyObject generation) {
        int wanted = generation == null ? CycleCollector.GENERATIONS - 1 : toInt(generation);
        if (wanted < 0 || wanted >= CycleCollector.GENERATIONS) {
            throw Errors.valueError(w, "invalid generation");
        }
        return w.newInt(collector.collect(wanted));
    }

    // ------------------------------------------------------------------ arguments

    /** {@code _PyLong_AsInt}. */
    private int toInt(PyObject o) {
        PyInt i = Numbers.index(w, o);
        try {
            if (i.bigValue().bitLength() > 31) {
                throw Errors.overflowError(w, "Python int too large to convert to C int");
            }
            return i.bigValue().intValue();
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }

    /** Format unit {@code i}: the same with other messages. */
    private int parsedInt(PyObject o) {
        PyInt i = Numbers.index(w, o);
        try {
            if (i.bigValue().bitLength() > 63) {
                throw Errors.overflowError(w, "Python int too large to convert to C long");
            }
            if (i.bigValue().bitLength() > 31) {
                throw Errors.overflowError(w, i.bigValue().signum() > 0 ? "signed integer is greater than maximum"
                    : "signed integer is less than minimum");
            }
            return i.bigValue().intValue();
        } finally {
            w.release(i, Holder.NATIVE);
        }
    }

    /** As in CPython, what stands before a bad argument is set already. */
    private PyObject setThreshold(World world, PyObject self, PyTuple args, PyDict kwargs) {
        int given = args.items.length;
        if (kwargs != null && kwargs.size() > 0) {
            throw Errors.typeError(w, "set_threshold() takes no keyword arguments");
        }
        if (given < 1 || given > CycleCollector.GENERATIONS) {
            throw Errors.typeError(w, "set_threshold() takes at %s %d argument%s (%d given)", given < 1 ? "least" : "most",
                given < 1 ? 1 : CycleCollector.GENERATIONS, given < 1 ? "" : "s", given);
        }
        for (int i = 0; i < given; i++) {
            collector.threshold(i, parsedInt(args.items[i]));
        }
        return w.none();
    }

    // ------------------------------------------------------------------ results

    /** {@code Py_BuildValue("(iii)")}: the tuple first, then its ints. */
    private PyObject triple(int a, int b, int c) {
        PyTuple result = PyTuple.steal(w, new PyObject[3]);
        try {
            result.items[0] = w.newInt(a);
            result.items[1] = w.newInt(b);
            result.items[2] = w.newInt(c);
            return result;
        } catch (PyException e) {
            w.release(result, Holder.NATIVE);
            throw e;
        }
    }

    private PyObject stats() {
        GcStats[] now = new GcStats[CycleCollector.GENERATIONS];
        for (int i = 0; i < now.length; i++) {
            now[i] = collector.stats(i);
        }
        PyList result = PyList.create(w);
        try {
            for (GcStats s : now) {
                PyDict d = PyDict.create(w);
                try {
                    put(d, "collections", s.collections());
                    put(d, "collected", s.collected());
                    put(d, "uncollectable", s.uncollectable());
                    result.append(w, d);
                } finally {
                    w.release(d, Holder.NATIVE);
                }
            }
            return result;
        } catch (PyException e) {
            w.release(result, Holder.NATIVE);
            throw e;
        }
    }

    private void put(PyDict dict, String name, long number) {
        PyStr key = w.str(name);
        PyObject value = null;
        try {
            value = w.newInt(number);
            dict.setItem(w, key, value);
        } finally {
            w.releaseOrNull(value, Holder.NATIVE);
            w.release(key, Holder.NATIVE);
        }
    }
}
