package dev.glassheap.runtime.module;

import dev.glassheap.runtime.object.PyModule;
import java.util.Map;
import java.util.function.Function;

/** The table of native modules, by import name; each is made at its first import. */
final class NativeModules {

    private NativeModules() {
    }

    static void registerAll(Map<String, Function<ModuleContext, PyModule>> natives) {
        natives.put("IPython", DisplayModule::createPackage);
        natives.put("IPython.display", DisplayModule::create);
        natives.put("_collections", CollectionsModule::create);
        natives.put("_functools", FunctoolsModule::create);
        natives.put("math", MathModule::create);
        natives.put("time", TimeModule::create);
        natives.put("_weakref", WeakrefModule::create);
        natives.put("atexit", AtexitModule::create);
        natives.put("gc", GcModule::create);
        natives.put("heap", HeapModule::create);
    }
}
