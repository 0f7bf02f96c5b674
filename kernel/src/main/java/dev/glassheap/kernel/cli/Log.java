package dev.glassheap.kernel.cli;

import java.io.PrintStream;
import java.time.Instant;

/** One line for each event, on standard error, where a Jupyter server collects what its kernels say. */
final class Log {

    private static final int MAX_LENGTH = 2_000;

    private final PrintStream out;

    Log(PrintStream out) {
        this.out = out;
    }

    /** Writes a line. What clients sent may be part of it, so control characters are replaced and the length is limited. */
    void line(String text) {
        String cut = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) + " ..." : text;
        out.println("[glassheap " + Instant.now() + "] " + cut.replaceAll("\\p{Cntrl}", "?"));
    }
}
