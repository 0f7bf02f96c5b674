package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.PyBaseException;
import dev.glassheap.runtime.object.World;

/** "Did you mean" hints of NameError and AttributeError ({@code Python/suggestions.c}). */
final class Suggestions {

    private Suggestions() {
    }

    /** The hint with its leading ". ", or nothing. */
    static String hint(World w, PyBaseException e) {
        return "";
    }
}
