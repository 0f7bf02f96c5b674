/**
 * The cycle collector: {@code Modules/gcmodule.c} of CPython 3.11.
 *
 * <p>Read in this order: {@link dev.glassheap.runtime.gc.CycleCollector} (generations, counts, when a collection starts),
 * {@link dev.glassheap.runtime.gc.Collection} (one collection; its {@code run} names the phases),
 * {@link dev.glassheap.runtime.gc.Reachability} (which objects are trash), {@link dev.glassheap.runtime.gc.Untracking},
 * {@link dev.glassheap.runtime.gc.GcChecker} (the invariants). Guest code meets it through the module {@code gc}.
 */
package dev.glassheap.runtime.gc;
