package dev.glassheap.runtime.module;

import dev.glassheap.runtime.interpreter.Execution;
import dev.glassheap.runtime.object.Errors;
import dev.glassheap.runtime.object.Holder;
import dev.glassheap.runtime.object.Objects;
import dev.glassheap.runtime.object.PyDict;
import dev.glassheap.runtime.object.PyException;
import dev.glassheap.runtime.object.PyModule;
import dev.glassheap.runtime.object.PyObject;
import dev.glassheap.runtime.object.PyStr;
import dev.glassheap.runtime.object.PyTuple;
import dev.glassheap.runtime.object.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * {@code import}: native modules, guest modules of our own (resources), and source beside the program. Nothing else of the host
 * can be reached.
 */
final class Importer {

    /** Modules of CPython that stay outside: one sentence instead of "No module named". */
    private static final Set<String> OUTSIDE = Set.of("socket", "subprocess", "threading", "multiprocessing", "os", "pathlib", "shutil",
        "ctypes", "asyncio", "signal", "select", "ssl", "sqlite3", "tempfile", "mmap", "fcntl", "resource", "posix", "numpy", "pandas",
        "requests", "urllib", "http");

    private final ModuleContext context;
    private final World w;
    private final Map<String, Function<ModuleContext, PyModule>> natives;

    Importer(ModuleContext context, Map<String, Function<ModuleContext, PyModule>> natives) {
        this.context = context;
        this.w = context.world();
        this.natives = natives;
    }

    /** {@code PyImport_ImportModuleLevel}. A new reference to the top package, or to the module itself if names are taken from it. */
    PyObject importLevel(PyStr name, PyObject globals, PyObject fromList, int level) {
        String absolute = level == 0 ? name.text() : resolve(name.text(), globals, level);
        if (absolute.isEmpty()) {
            throw Errors.valueError(w, "Empty module name");
        }
        PyObject module = importModule(absolute);
        boolean from = fromList instanceof PyTuple t && t.items.length > 0;
        if (from) {
            importSubmodules(absolute, module, (PyTuple) fromList);
            return module;
        }
        int dot = absolute.indexOf('.');
        if (dot < 0 || level > 0) {
            return module;
        }
        w.release(module, Holder.NATIVE);
        return importModule(absolute.substring(0, dot));
    }

    private String resolve(String name, PyObject globals, int level) {
        PyObject packageName = globals instanceof PyDict d ? d.getStr(w, w.id("__package__")) : null;
        if (!(packageName instanceof PyStr p) || p.length() == 0) {
            throw Errors.of(w, w.types.exceptions.importError, "attempted relative import with no known parent package");
        }
        String base = p.text();
        for (int i = 1; i < level; i++) {
            int dot = base.lastIndexOf('.');
            if (dot < 0) {
                throw Errors.of(w, w.types.exceptions.importError, "attempted relative import beyond top-level package");
            }
            base = base.substring(0, dot);
        }
        return name.isEmpty() ? base : base + "." + name;
    }

    private void importSubmodules(String absolute, PyObject module, PyTuple names) {
        for (PyObject n : names.items) {
            if (n instanceof PyStr s && !s.text().equals("*")) {
                PyObject present = Objects.lookupAttr(w, module, s);
                if (present != null) {
                    w.release(present, Holder.NATIVE);
                } else if (Objects.lookupAttr(w, module, "__path__") instanceof PyObject path) {
                    w.release(path, Holder.NATIVE);
                    find(absolute + "." + s.text()).ifPresent(m -> w.release(m, Holder.NATIVE));
                }
            }
        }
    }

    /** A module by its absolute name; a new reference. */
    PyObject importModule(String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            w.release(importModule(name.substring(0, dot)), Holder.NATIVE);
        }
        return find(name).orElseThrow(() -> notFound(name));
    }

    private Optional<PyObject> find(String name) {
        PyObject present = w.modules.getStr(w, w.id(name));
        if (present != null) {
            if (present == w.singletons.none) {
                throw notFound(name, "import of " + name + " halted; None in sys.modules");
            }
            return Optional.of(w.newRef(present, Holder.NATIVE));
        }
        Function<ModuleContext, PyModule> maker = natives.get(name);
        if (maker != null) {
            PyModule module = maker.apply(context);
            w.modules.setItem(w, w.id(name), module);
            bindInParent(name, module);
            return Optional.of(module);
        }
        Optional<SourceModule> source = resource(name).or(() -> beside(name));
        return source.map(s -> load(name, s));
    }

    private record SourceModule(String text, String file, boolean isPackage) {
    }

    private static Optional<SourceModule> resource(String name) {
        String base = "lib/" + name.replace('.', '/');
        for (String path : new String[] {base + ".py", base + "/__init__.py"}) {
            try (InputStream in = Importer.class.getResourceAsStream(path)) {
                if (in != null) {
                    return Optional.of(new SourceModule(new String(in.readAllBytes(), StandardCharsets.UTF_8), "<glassheap " + name + ">",
                        path.endsWith("__init__.py")));
                }
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return Optional.empty();
    }

    private Optional<SourceModule> beside(String name) {
        if (!name.matches("[\\p{L}\\p{N}_.]+")) {
            return Optional.empty();
        }
        return context.host().moduleFolder().flatMap(folder -> {
            Path base = folder.resolve(name.replace('.', '/'));
            Path file = base.resolveSibling(base.getFileName() + ".py");
            Path init = base.resolve("__init__.py");
            Path found = Files.isRegularFile(init) ? init : file;
            if (!Files.isRegularFile(found)) {
                return Optional.empty();
            }
            try {
                return Optional.of(new SourceModule(Files.readString(found), found.toString(), found.equals(init)));
            } catch (IOException e) {
                throw Errors.of(w, w.types.exceptions.importError, "cannot read the source of module '%s'", name);
            }
        });
    }

    private PyObject load(String name, SourceModule source) {
        PyModule module = PyModule.create(w, name);
        PyObject key = w.str(name);
        try {
            set(module, "__file__", w.str(source.file()));
            set(module, "__builtins__", w.newRef(w.modules.getStr(w, w.id("builtins")), Holder.NATIVE));
            int dot = name.lastIndexOf('.');
            set(module, "__package__", source.isPackage() ? w.str(name) : w.str(dot < 0 ? "" : name.substring(0, dot)));
            if (source.isPackage()) {
                set(module, "__path__", PyTuple.steal(w, new PyObject[0]));
            }
            w.modules.setItem(w, key, module);
            w.release(context.execution().execute(source.text(), source.file(), Execution.Kind.MODULE, module.dict), Holder.NATIVE);
            bindInParent(name, module);
            PyObject now = w.modules.getItem(w, key);
            if (now != null && now != module) {
                w.retain(now, Holder.NATIVE);
                w.release(module, Holder.NATIVE);
                return now;
            }
            return module;
        } catch (PyException e) {
            w.modules.delItem(w, key);
            w.release(module, Holder.NATIVE);
            throw e;
        } finally {
            w.release(key, Holder.NATIVE);
        }
    }

    private void set(PyModule module, String name, PyObject stolen) {
        module.dict.setItem(w, w.id(name), stolen);
        w.release(stolen, Holder.NATIVE);
    }

    private void bindInParent(String name, PyModule module) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            PyObject parent = w.modules.getStr(w, w.id(name.substring(0, dot)));
            if (parent != null) {
                Objects.setAttr(w, parent, w.id(name.substring(dot + 1)), module);
            }
        }
    }

    private PyException notFound(String name) {
        String top = name.contains(".") ? name.substring(0, name.indexOf('.')) : name;
        return notFound(name, OUTSIDE.contains(top) ? top + " is not part of Glassheap's sandbox" : "No module named '" + name + "'");
    }

    private PyException notFound(String name, String message) {
        PyException e = Errors.of(w, w.types.exceptions.moduleNotFoundError, message.replace("%", "%%"));
        PyObject text = w.str(name);
        Objects.setAttr(w, e.value(), w.id("name"), text);
        w.release(text, Holder.NATIVE);
        return e;
    }
}
