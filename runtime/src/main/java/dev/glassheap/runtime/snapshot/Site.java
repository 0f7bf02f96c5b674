package dev.glassheap.runtime.snapshot;

/**
 * A line of guest source that made something.
 *
 * @param file     cell label or file name, for example {@code "In [4]"}
 * @param line     1-based; 0 when unknown
 * @param source   the line's text without indentation; may be empty
 * @param function the function it is in; empty at module level
 */
public record Site(String file, int line, String source, String function) {

    /** Site number of what was made by no line of the program. */
    public static final int NONE = -1;

    /** For readers: {@code "In [4] line 4"}. */
    public String place() {
        return line == 0 ? file : file + " line " + line;
    }
}
