package dev.glassheap.runtime.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What CPython 3.11.7 said of our sources, recorded. */
class GoldenTest {

    static Stream<Path> programs() {
        return SampleSources.programs().stream();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void the_tree_is_that_of_cpython_with_all_positions(Path program) {
        assertThat(AstDump.of(Parser.parseModule(SampleSources.read(program), program.toString())) + "\n")
                .isEqualTo(SampleSources.read(SampleSources.beside(program, ".ast")));
    }

    @ParameterizedTest
    @MethodSource("programs")
    void the_shapes_are_those_of_cpythons_code_objects(Path program) {
        assertThat(ShapeDump.of(SampleSources.read(program)))
                .containsExactlyElementsOf(SampleSources.read(SampleSources.beside(program, ".shapes")).lines().toList());
    }

    @Test
    void errors_have_cpythons_words_and_positions() {
        SoftAssertions softly = new SoftAssertions();
        List<String> records = List.of(SampleSources.read(SampleSources.ROOT.resolve("errors.txt")).split("\n\n"));
        for (String record : records) {
            String[] lines = record.split("\n");
            softly.assertThat(ErrorDump.of(ErrorDump.unescape(lines[0]))).as(lines[0]).isEqualTo(lines[1]);
        }
        softly.assertAll();
        assertThat(records).hasSizeGreaterThan(300);
    }
}
