package dev.glassheap.kernel.interpreter;

import java.util.Optional;

/**
 * Where a running cell sends what it shows. Everything arrives at the front end in the order of the calls.
 *
 * <p>Text is collected and sent in large pieces; an interpreter passes on what the program wrote as it comes and need not buffer.
 * May be called from any thread while {@link Interpreter#execute} runs.
 */
public interface OutputSink {

    /** Text written to standard output. */
    void stdout(String text);

    /** Text written to standard error. */
    void stderr(String text);

    /**
     * Shows a bundle now.
     *
     * @param displayId a name under which {@link #updateDisplay} can replace it later
     */
    void display(MimeBundle bundle, Optional<String> displayId);

    /** Shows a bundle that cannot be replaced later. */
    default void display(MimeBundle bundle) {
        display(bundle, Optional.empty());
    }

    /** Replaces whatever was shown under this name, in this cell or an earlier one. */
    void updateDisplay(MimeBundle bundle, String displayId);

    /**
     * Removes the output of the cell.
     *
     * @param wait whether to keep the old output until there is new output to replace it
     */
    void clearOutput(boolean wait);

    /** Sends collected text now, as {@code flush()} of a file does. */
    void flush();

    /**
     * Asks the user for a line and waits for it.
     *
     * @param password whether the front end should hide what is typed
     * @return the line without its line end
     * @throws InputException when no answer can come: the front end has no prompt, the cell was interrupted, the kernel ends
     */
    String input(String prompt, boolean password);
}
