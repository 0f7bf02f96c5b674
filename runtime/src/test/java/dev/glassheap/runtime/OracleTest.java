package dev.glassheap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every program of the oracle prints what CPython 3.11.7 was recorded to print ({@code resources/oracle}). */
class OracleTest {

    static final Path ORACLE = Path.of("src/test/resources/oracle");

    /** Programs whose modules or features belong to later work, by topic and name. */
    private static final List<String> LATER = Later.oraclePrograms();

    @TestFactory
    Stream<DynamicTest> prints_what_cpython_prints() throws IOException {
        try (Stream<Path> files = Files.walk(ORACLE)) {
            return files.filter(f -> f.toString().endsWith(".py")).filter(f -> !LATER.contains(idOf(f))).sorted().toList().stream()
                .map(f -> DynamicTest.dynamicTest(idOf(f), () -> check(f)));
        }
    }

    @TestFactory
    Stream<DynamicTest> a_program_that_works_is_no_debt_any_more() {
        return LATER.stream().map(id -> DynamicTest.dynamicTest(id, () -> {
            Path program = ORACLE.resolve(id + ".py");
            GuestProgram ran = GuestProgram.run(Files.readString(program), program.getFileName().toString(), program.getParent());
            assertThat(ran.out()).isNotEqualTo(Files.readString(ORACLE.resolve(id + ".out")));
        }));
    }

    private static String idOf(Path program) {
        return program.getParent().getFileName() + "/" + program.getFileName().toString().replace(".py", "");
    }

    private static void check(Path program) throws IOException {
        String expected = Files.readString(Path.of(program.toString().replace(".py", ".out")));
        GuestProgram ran = GuestProgram.run(Files.readString(program), program.getFileName().toString(), program.getParent());
        assertThat(ran.out()).as("standard output; standard error was: " + ran.err()).isEqualTo(expected);
        assertThat(ran.status()).isZero();
    }
}
