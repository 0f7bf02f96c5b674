package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The installed CPython 3.11, which is asked how it is. */
final class RealPython {
    private RealPython() {}

    /** What that program prints, standard error included; the test is skipped where there is no CPython 3.11. */
    static String run(String program) throws IOException, InterruptedException {
        boolean there = Arrays.stream(System.getenv("PATH").split(File.pathSeparator)).anyMatch(d -> new File(d, "python3.11").canExecute());
        assumeTrue(there, "python3.11 is not on the PATH");
        Process process = new ProcessBuilder("python3.11", "-I", "-c", program).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
