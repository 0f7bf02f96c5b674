package dev.glassheap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Our expectations cannot be wrong: each behaviour program prints the same under a real CPython 3.11, where one is installed. */
class CPythonAgreesTest {

    /** Runs every program in one CPython process, each in a namespace of its own, and prints what it printed between marks. */
    private static final String DRIVER = """
        import sys, io, subprocess
        for path in sys.argv[1:]:
            r = subprocess.run([sys.executable, '-I', '-S', path], capture_output=True, text=True)
            sys.stdout.write('@@' + path + '\\n' + r.stdout)
        """;

    @Test
    void real_cpython_prints_what_every_program_expects() throws IOException, InterruptedException {
        Assumptions.assumeTrue(installed(), "python3.11 is not installed");
        StringBuilder expected = new StringBuilder();
        ProcessBuilder builder = new ProcessBuilder("python3.11", "-I", "-S", "-c", DRIVER).redirectErrorStream(true);
        for (Path program : ProgramsTest.programs()) {
            String text = Files.readString(program);
            if (text.contains("# glassheap only")) {
                continue;
            }
            builder.command().add(program.toString());
            expected.append("@@").append(program).append('\n').append(ProgramsTest.expectation(text));
        }
        Process python = builder.start();
        String printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        assertThat(printed).isEqualTo(expected.toString());
    }

    private static boolean installed() throws InterruptedException {
        try {
            return new ProcessBuilder("python3.11", "-c", "import sys; sys.exit(sys.implementation.name != 'cpython')").start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
