package dev.glassheap.kernel.interpreter;

import java.util.List;
import java.util.Optional;

/**
 * What could replace a piece of the code, best first.
 *
 * @param cursorStart first code point to replace
 * @param cursorEnd code point after the last to replace, at least {@code cursorStart}
 */
public record Completions(int cursorStart, int cursorEnd, List<Completion> matches) {

    /** Copies the list. */
    public Completions {
        matches = List.copyOf(matches);
    }

    /** Nothing fits at this cursor. */
    public static Completions none(int cursor) {
        return new Completions(cursor, cursor, List.of());
    }

    /**
     * One candidate.
     *
     * @param text what takes the place of the code from {@code cursorStart} to {@code cursorEnd}
     * @param type what it is, in the words front ends have icons for: {@code function}, {@code class}, {@code instance},
     *     {@code module}, {@code keyword}, {@code property}, {@code param}, {@code statement} ...
     * @param signature its parameters, e.g. {@code (x, /, *, key=None)}
     */
    public record Completion(String text, String type, Optional<String> signature) {}
}
