package dev.glassheap.runtime.syntax;

import java.util.Optional;

/** What the guest sees as SyntaxError and its relatives, with the fields of CPython's exception. */
public final class PythonSyntaxError extends RuntimeException {

    /** The guest exception to raise. */
    public enum Kind {
        SYNTAX_ERROR("SyntaxError"),
        INDENTATION_ERROR("IndentationError"),
        TAB_ERROR("TabError"),
        /** Too deep for the parser; has a message only, as in CPython. */
        MEMORY_ERROR("MemoryError"),
        /** Too deep for the compiler; has a message only. */
        RECURSION_ERROR("RecursionError");

        private final String guestName;

        Kind(String guestName) {
            this.guestName = guestName;
        }

        /** The name of the guest's exception class. */
        public String guestName() {
            return guestName;
        }
    }

    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final transient Optional<Place> place;

    /**
     * Where the error is; CPython's attributes of the same names.
     *
     * @param line from 1
     * @param offset from 1, in code points; 0 when only the line is known
     * @param endLine may lie after {@code line}; 0 or -1 as CPython says it
     * @param endOffset exclusive, from 1; 0 where CPython has None or 0
     * @param text the source line with its newline, absent when the error is not in the text
     */
    public record Place(String file, int line, int offset, int endLine, int endOffset, Optional<String> text) {}

    public PythonSyntaxError(Kind kind, String message, Optional<Place> place) {
        super(message, null, false, false);
        this.kind = kind;
        this.place = place;
    }

    /**
     * The same error with its source line, if it has a line but no text. Errors of the compiler have none, because CPython
     * then looks into the file: whoever runs a file or shows a cell gives its source here.
     */
    public PythonSyntaxError withText(String source) {
        if (place.isEmpty() || place.get().text().isPresent()) {
            return this;
        }
        Place at = place.get();
        Optional<String> line = source.lines().skip(Math.max(0, at.line() - 1)).findFirst().map(text -> text + "\n");
        return new PythonSyntaxError(kind, getMessage(),
                Optional.of(new Place(at.file(), at.line(), at.offset(), at.endLine(), at.endOffset(), line)));
    }

    public Kind kind() {
        return kind;
    }

    /** CPython's {@code msg}, or the only argument of the kinds without a place. */
    public String message() {
        return getMessage();
    }

    /** Absent for the kinds that are no SyntaxError, and for source with a null character. */
    public Optional<Place> place() {
        return place;
    }
}
