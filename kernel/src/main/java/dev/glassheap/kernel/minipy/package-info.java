/**
 * The adapter from the kernel's seam ({@code kernel.interpreter}) to the runtime, through the polyglot API: one context is one
 * guest world. {@link dev.glassheap.kernel.minipy.MiniPyInterpreter} is all others need.
 */
package dev.glassheap.kernel.minipy;
