/**
 * The adapter: the kernel's seam on one side, the runtime's polyglot context on the other. The only package of the kernel that knows
 * the polyglot API.
 *
 * <ul>
 *   <li>{@link dev.glassheap.kernel.minipy.MiniPyInterpreter}: notebooks; cells go to the present world, and one world follows another;
 *   <li>{@link dev.glassheap.kernel.minipy.GuestWorld}: one polyglot context with the runtime's host interface;
 *   <li>{@link dev.glassheap.kernel.minipy.CellSink}, {@link dev.glassheap.kernel.minipy.GuestStream}: what a running cell shows, prints
 *       and asks;
 *   <li>{@link dev.glassheap.kernel.minipy.ProgramRun}: programs, for {@code glassheap run}.
 * </ul>
 */
package dev.glassheap.kernel.minipy;
