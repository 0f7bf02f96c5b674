package dev.glassheap.runtime.module;

import dev.glassheap.runtime.interpreter.Frames;
import dev.glassheap.runtime.interpreter.TracebackPrinter;
import dev.glassheap.runtime.object.Calls;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.ModuleBuilder;
import dev.glassheap.runtime.object.Numbers;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.PyList;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.PyType;
import dev.glassheap.runtime.object.TypeObject;
import dev.glassheap.runtime.object.World;
import java.util.List;

/** The sys module; its memory functions answer from the simulated heap. */
final class SysModule {

    /** Guest frames beyond which the Java stack would be at risk, whatever limit the guest sets. */
    static final int DEEPEST_LIMIT = 100_000;

    private SysModule() {
    }

    /** A native stream by the name of its attribute, borrowed; the guest may have replaced {@code stdout} but not lost the stream itself. */
    static PyObject stream(World w, String name) {
        return w.streams.get(name);
    }

    static PyModule create(ModuleContext c) {
        World w = c.world();
        ModuleBuilder b = new ModuleBuilder(w, "sys");
        streams(b, c);
        constants(b, w);
        memory(b);
        execution(b, c);
        hooks(b, c);
        PyList argv = PyList.create(w);
        List<String> arguments = c.host().arguments();
        for (String argument : arguments.isEmpty() ? List.of("") : arguments) {
            PyStr s = w.str(argument);
            argv.append(w, s);
            w.release(s, Holder.NATIVE);
        }
        b.value("argv", argv);
        b.value("path", PyList.create(w));
        b.value("modules", w.newRef(w.modules, Holder.VALUE));
        return b.build();
    }

    private static void streams(ModuleBuilder b, ModuleContext c) {
        World w = c.world();
        PyType type = TextStream.defineType(w);
        TextStream out = TextStream.output(w, type, c.host(), "stdout");
        TextStream err = TextStream.output(w, type, c.host(), "stderr");
        TextStream in = TextStream.input(w, type, c.host().in());
        w.streams.put("__stdout__", out);
        w.streams.put("__stderr__", err);
        w.streams.put("__stdin__", in);
        b.value("stdout", w.newRef(out, Holder.VALUE)).value("__stdout__", out);
        b.value("stderr", w.newRef(err, Holder.VALUE)).value("__stderr__", err);
        b.value("stdin", w.newRef(in, Holder.VALUE)).value("__stdin__", in);
    }

    private static void constants(ModuleBuilder b, World w) {
        b.value("maxsize", staticInt(w, Long.MAX_VALUE));
        b.value("maxunicode", staticInt(w, 0x10FFFF));
        b.value("hexversion", staticInt(w, 0x030B07F0));
        b.text("byteorder", "little").text("platform", "linux").text("copyright", "Copyright (c) the Glassheap authors.");
        b.text("version", "3.11.7 (Glassheap)").text("float_repr_style", "short").text("executable", "").text("prefix", "");
        b.value("version_info", Records.named(w, "sys.version_info", "major minor micro releaselevel serial", w.newInt(3), w.newInt(11),
            staticInt(w, 7), w.newRef(w.id("final"), Holder.ELEMENT), w.newInt(0)));
        b.value("int_info", Records.named(w, "sys.int_info", "bits_per_digit sizeof_digit default_max_str_digits str_digits_check_threshold",
            staticInt(w, 30), staticInt(w, 4), staticInt(w, 4300), staticInt(w, 640)));
        b.value("hash_info", Records.named(w, "sys.hash_info", "width modulus inf nan imag algorithm hash_bits seed_bits cutoff",
            staticInt(w, 64), staticInt(w, (1L << 61) - 1), staticInt(w, 314159), w.newInt(0), staticInt(w, 1000003),
            w.newRef(w.id("siphash13"), Holder.ELEMENT), staticInt(w, 64), staticInt(w, 128), w.newInt(0)));
        b.value("float_info", Records.named(w, "sys.float_info", "max min dig epsilon mant_dig", staticFloat(w, Double.MAX_VALUE),
            staticFloat(w, Double.MIN_NORMAL), staticInt(w, 15), staticFloat(w, Math.ulp(1.0)), staticInt(w, 53)));
        b.value("implementation", Records.named(w, "sys.implementation", "name cache_tag", w.newRef(w.id("glassheap"), Holder.ELEMENT),
            w.newRef(w.id("glassheap-311"), Holder.ELEMENT)));
        b.value("flags", Records.named(w, "sys.flags", "debug inspect interactive optimize hash_randomization isolated",
            w.newInt(0), w.newInt(0), w.newInt(0), w.newInt(0), w.newInt(0), w.newInt(1)));
        b.value("dont_write_bytecode", w.bool(true));
        b.noArgs("getdefaultencoding", (world, self) -> world.newRef(world.id("utf-8"), Holder.RESULT));
        b.noArgs("getfilesystemencoding", (world, self) -> world.newRef(world.id("utf-8"), Holder.RESULT));
    }

    /** An int that takes nothing from the guest's heap. */
    static PyObject staticInt(World w, long value) {
        return Records.staticInt(w, value);
    }

    private static PyObject staticFloat(World w, double value) {
        return Records.staticFloat(w, value);
    }

    private static void memory(ModuleBuilder b) {
        b.oneArg("getrefcount", (w, self, o) -> w.newInt(o.refcnt));
        b.keywords("getsizeof", "object, default?", (w, self, a) -> TypeObject.sizeOf(w, a[0], a[1]));
        b.noArgs("getallocatedblocks", (w, self) -> w.newInt(w.heap.allocatedBlocks()));
        b.oneArg("intern", (w, self, o) -> {
            if (!(o instanceof PyStr s)) {
                throw Errors.typeError(w, "intern() argument must be str, not %s", o.type.name);
            }
            if (o.type != w.types.strType) {
                throw Errors.typeError(w, "can't intern %s", o.type.name);
            }
            return w.interned.intern(w.newRef(s, Holder.RESULT));
        });
        b.noArgs("_debugmallocstats", (w, self) -> {
            TextStream err = (TextStream) stream(w, "__stderr__");
            err.write(MallocStats.report(w));
            err.flush();
            return w.none();
        });
    }

    private static void execution(ModuleBuilder b, ModuleContext c) {
        b.noArgs("getrecursionlimit", (w, self) -> w.newInt(w.thread.recursionLimit));
        b.oneArg("setrecursionlimit", (w, self, o) -> {
            long limit = Numbers.asIndex(w, o, w.types.exceptions.overflowError);
            if (limit < 1) {
                throw Errors.valueError(w, "recursion limit must be greater or equal than 1");
            }
            if (limit <= w.thread.depth) {
                throw Errors.recursionError(w, "cannot set the recursion limit to %d at the recursion depth %d: the limit is too low",
                    limit, w.thread.depth);
            }
            w.thread.recursionLimit = (int) Math.min(limit, DEEPEST_LIMIT);
            return w.none();
        });
        b.fast("_getframe", 0, 1, (w, self, a) -> {
            int depth = a.length == 0 ? 0 : (int) Math.max(0, Numbers.asIndex(w, a[0], w.types.exceptions.overflowError));
            return w.newRef(Frames.at(w, depth).orElseThrow(() -> Errors.valueError(w, "call stack is not deep enough")), Holder.RESULT);
        });
        b.noArgs("exception", (w, self) -> w.thread.handled == null ? w.none() : w.newRef(w.thread.handled, Holder.RESULT));
        b.noArgs("exc_info", (w, self) -> excInfo(w));
        b.fast("exit", 0, 1, (w, self, a) -> {
            throw a.length == 0 ? Errors.of(w, w.types.exceptions.systemExit)
                : Errors.raise(w, (PyBaseException) Calls.call(w, w.types.exceptions.systemExit,
                    a[0] instanceof PyTuple t ? t.items : new PyObject[] {a[0]}));
        });
        b.fast("getswitchinterval", 0, 0, (w, self, a) -> w.newFloat(0.005));
        b.fast("is_finalizing", 0, 0, (w, self, a) -> w.bool(c.modules().isEnding()));
        b.fast("get_int_max_str_digits", 0, 0, (w, self, a) -> w.newInt(4300));
    }

    private static PyObject excInfo(World w) {
        PyBaseException e = w.thread.handled;
        if (e == null) {
            return PyTuple.pack(w, w.singletons.none, w.singletons.none, w.singletons.none);
        }
        return PyTuple.pack(w, e.type, e, e.traceback == null ? w.singletons.none : e.traceback);
    }

    private static void hooks(ModuleBuilder b, ModuleContext c) {
        NativeHooks hooks = new NativeHooks(c);
        b.fast("excepthook", 3, 3, hooks::excepthook);
        b.fast("__excepthook__", 3, 3, hooks::excepthook);
        b.oneArg("displayhook", hooks::displayhook);
        b.oneArg("unraisablehook", hooks::unraisablehook);
        b.oneArg("__unraisablehook__", hooks::unraisablehook);
    }

    /** The default hooks. */
    private record NativeHooks(ModuleContext c) {

        PyObject excepthook(World w, PyObject self, PyObject[] a) {
            ((TextStream) stream(w, "__stdout__")).flush();
            if (a[1] instanceof PyBaseException e) {
                PyObject err = attribute(w, "stderr");
                write(w, err, TracebackPrinter.render(w, c.execution().sites(), e));
            }
            return w.none();
        }

        PyObject displayhook(World w, PyObject self, PyObject value) {
            if (value == w.singletons.none) {
                return w.none();
            }
            w.builtins.setItem(w, w.id("_"), w.singletons.none);
            write(w, attribute(w, "stdout"), Objects.reprText(w, value) + "\n");
            w.builtins.setItem(w, w.id("_"), value);
            return w.none();
        }

        PyObject unraisablehook(World w, PyObject self, PyObject args) {
            PyObject value = Objects.getAttr(w, args, "exc_value");
            PyObject object = Objects.getAttr(w, args, "object");
            PyObject message = Objects.getAttr(w, args, "err_msg");
            try {
                if (value instanceof PyBaseException e) {
                    write(w, attribute(w, "stderr"), Uncaught.text(c, e, object, message));
                }
            } finally {
                w.release(value, Holder.NATIVE);
                w.release(object, Holder.NATIVE);
                w.release(message, Holder.NATIVE);
            }
            return w.none();
        }

        private static PyObject attribute(World w, String name) {
            PyObject value = w.sys.getStr(w, w.id(name));
            return value == null ? stream(w, "__" + name + "__") : value;
        }

        private static void write(World w, PyObject out, String text) {
            if (out instanceof TextStream s && out.type == s.ownType()) {
                s.write(text);
                return;
            }
            if (out == w.singletons.none) {
                return;
            }
            PyStr s = w.str(text);
            try {
                w.release(Calls.callMethod(w, out, "write", s), Holder.NATIVE);
            } finally {
                w.release(s, Holder.NATIVE);
            }
        }
    }
}
