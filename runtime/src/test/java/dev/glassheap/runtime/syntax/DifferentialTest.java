package dev.glassheap.runtime.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Compares with the installed CPython 3.11, on its own library and on random mistakes. Skipped without it. */
class DifferentialTest {

    private static final int LIBRARY_FILES = 40;
    private static final int MUTATIONS = 1500;

    @Test
    void trees_of_library_modules_are_equal() {
        compare("ast", library(), source -> AstDump.of(Parser.parseModule(source, "<case>")));
    }

    @Test
    void shapes_of_library_modules_are_equal() {
        compare("shapes", library(), source -> String.join(" ## ", ShapeDump.of(source)));
    }

    @Test
    void random_mistakes_are_reported_alike() {
        // -Dsyntax.seed=N tries others.
        long seed = Long.getLong("syntax.seed", 20_261_124L);
        System.out.println("mutations with seed " + seed);
        compare("errors", SampleSources.mutations(seed, MUTATIONS), ErrorDump::of);
    }

    private static void compare(String question, List<String> sources, java.util.function.Function<String, String> ours) {
        List<String> theirs = CPython.ask(question, sources);
        assertThat(theirs).hasSameSizeAs(sources);
        SoftAssertions softly = new SoftAssertions();
        for (int at = 0; at < sources.size(); at++) {
            if (!theirs.get(at).startsWith("ERROR")) {
                softly.assertThat(ours.apply(sources.get(at)))
                        .as(sources.get(at).substring(0, Math.min(300, sources.get(at).length())))
                        .isEqualTo(theirs.get(at));
            }
        }
        softly.assertAll();
    }

    /** Modules of CPython's library, each a different length, small ones first. */
    private static List<String> library() {
        Path directory = libraryDirectory();
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".py"))
                    .map(SampleSources::read)
                    .filter(source -> source.length() < 30_000)
                    .sorted(java.util.Comparator.comparingInt(String::length))
                    .limit(LIBRARY_FILES)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path libraryDirectory() {
        try {
            Process python = new ProcessBuilder("python3.11", "-c", "import os; print(os.path.dirname(os.__file__))").start();
            return Path.of(new String(python.getInputStream().readAllBytes()).strip());
        } catch (IOException absent) {
            return Assumptions.abort("python3.11 is not on the PATH: no comparison with CPython");
        }
    }
}
