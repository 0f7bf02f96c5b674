/**
 * The seam: what a language is to the kernel. Plain Java, nothing of Jupyter's wire, nothing of the runtime.
 *
 * <p>Read {@link dev.glassheap.kernel.interpreter.Interpreter} first; everything else here is an argument or a result of one of
 * its methods:
 *
 * <ul>
 *   <li>execute: {@link dev.glassheap.kernel.interpreter.ExecutionRequest} in,
 *       {@link dev.glassheap.kernel.interpreter.OutputSink} beside,
 *       {@link dev.glassheap.kernel.interpreter.ExecutionResult} out;
 *   <li>what a front end can show: {@link dev.glassheap.kernel.interpreter.MimeBundle};
 *   <li>the editor's questions: {@link dev.glassheap.kernel.interpreter.Completions},
 *       {@link dev.glassheap.kernel.interpreter.Completeness};
 *   <li>conversations with a front end's widgets: {@link dev.glassheap.kernel.interpreter.CommTarget}.
 * </ul>
 *
 * <p>All cursor positions are counted in Unicode code points from the start of the code, never in UTF-16 units.
 */
package dev.glassheap.kernel.interpreter;
