/**
 * Guest modules, one file each: builtins, sys, gc, weakref, math, time, functools, collections, heap.
 *
 * <p>{@link dev.glassheap.runtime.module.GuestModules} begins and ends a world's modules and answers {@code import}. A native
 * module is a function from a {@link dev.glassheap.runtime.module.ModuleContext} to a module object, made at its first import. A
 * module may also be Python source of our own (a resource beside these classes).
 */
package dev.glassheap.runtime.module;
