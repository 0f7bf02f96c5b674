package dev.glassheap.runtime.module;

import dev.glassheap.runtime.gc.CycleCollector;
import dev.glassheap.runtime.interpreter.Execution;
import dev.glassheap.runtime.interpreter.Interpreter;
import dev.glassheap.runtime.object.World;

/** What a native module may use. */
public record ModuleContext(World world, Interpreter interpreter, CycleCollector collector, Execution execution, Host host,
    GuestModules modules) {
}
