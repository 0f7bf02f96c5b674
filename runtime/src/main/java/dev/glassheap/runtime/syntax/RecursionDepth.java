package dev.glassheap.runtime.syntax;

import dev.glassheap.runtime.syntax.PythonSyntaxError.Kind;
import java.util.Optional;

/**
 * Counts nested nodes as CPython's compiler passes do: three levels for each frame of the default recursion limit of 1000,
 * when no frame runs yet ({@code python3 FILE}; each frame that calls {@code compile} would cost three).
 */
final class RecursionDepth {

    private static final int LIMIT = 3000;
    private int depth;

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
