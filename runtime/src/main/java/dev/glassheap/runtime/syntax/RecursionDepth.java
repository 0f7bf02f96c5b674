package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.PythonSyntaxError.Kind;
import java.util.Optional;

/** Counts nested nodes as CPython's compiler passes do: three levels for each frame of the default recursion limit of 1000. */
final class RecursionDepth {

    private static final int LIMIT = 3000;
    /** The pass is called from at least one frame. */
    private static final int START = 3;

    private int depth = START;

    void enter() {
        if (++depth > LIMIT) {
            throw new PythonSyntaxError(
                    Kind.RECURSION_ERROR, "maximum recursion depth exceeded during compilation", Optional.empty());
        }
    }

    void leave() {
        depth--;
    }
}
