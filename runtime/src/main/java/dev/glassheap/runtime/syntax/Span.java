package dev.glassheap.runtime.syntax;

/**
 * Where a node stands in its source.
 *
 * @param line first line, counted from 1
 * @param column column of the first code point in {@code line}, counted from 0 in code points (CPython's ast counts UTF-8
 *     bytes; error messages and tracebacks count code points)
 * @param endLine last line, inclusive
 * @param endColumn column just after the last code point in {@code endLine}
 */
public record Span(int line, int column, int endLine, int endColumn) {

    /** The span from the beginning of this one to the end of {@code last}. */
    public Span to(Span last) {
        return new Span(line, column, last.endLine, last.endColumn);
    }
}
