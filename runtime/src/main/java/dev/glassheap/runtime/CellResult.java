package dev.glassheap.runtime;

import java.util.List;
import java.util.Optional;

/** How a cell ended. */
public sealed interface CellResult {

    /** @param value the value of a final expression, absent if there is none or it is None */
    record Completed(Optional<DisplayData> value) implements CellResult {
    }

    /**
     * @param name the exception's type
     * @param value its message
     * @param traceback lines as CPython prints them
     */
    record Failed(String name, String value, List<String> traceback) implements CellResult {
    }

    /**
     * Java's own stack or heap was exhausted below guest code: counts may be wrong, the world must not be used any more.
     *
     * @param cause what happened, as a sentence without its final stop
     */
    record Broken(String cause) implements CellResult {
    }
}
