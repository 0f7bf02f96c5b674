package dev.glassheap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Behaviour programs: {@code resources/programs/<topic>/<behaviour>.py} with {@code # expect: LINE} for each line of output, in
 * order. They hold under real CPython, too ({@code CPythonAgreesTest}).
 */
class ProgramsTest {

    static final Path PROGRAMS = Path.of("src/test/resources/programs");

    @TestFactory
    Stream<DynamicTest> behaves_as_the_program_says() throws IOException {
        return programs().stream().map(f -> DynamicTest.dynamicTest(PROGRAMS.relativize(f).toString(), () -> check(f)));
    }

    static List<Path> programs() throws IOException {
        try (Stream<Path> files = Files.walk(PROGRAMS)) {
            return files.filter(f -> f.toString().endsWith(".py")).sorted().toList();
        }
    }

    /** The lines a program expects, with final newlines. */
    static String expectation(String source) {
        return source.lines().filter(l -> l.contains("# expect: ") || l.endsWith("# expect:"))
            .map(l -> l.endsWith("# expect:") ? "" : l.substring(l.indexOf("# expect: ") + "# expect: ".length()))
            .map(l -> l + "\n").collect(Collectors.joining());
    }

    private static void check(Path program) throws IOException {
        String source = Files.readString(program);
        GuestProgram ran = GuestProgram.run(source, program.getFileName().toString(), program.getParent());
        assertThat(ran.out()).as("standard output; standard error was: " + ran.err()).isEqualTo(expectation(source));
    }
}
