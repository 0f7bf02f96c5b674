/**
 * The command line, and the only place that puts the other packages together.
 *
 * <p>{@link dev.glassheap.kernel.cli.Main} chooses the subcommand; {@link dev.glassheap.kernel.cli.KernelProcess} is a running
 * kernel: a {@link dev.glassheap.kernel.dispatch.Kernel} joined to a {@link dev.glassheap.kernel.transport.Transport}.
 */
package dev.glassheap.kernel.cli;
