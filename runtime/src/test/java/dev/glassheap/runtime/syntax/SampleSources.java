package dev.glassheap.runtime.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Sources to test with: the programs of the resources, and random mutations of their statements. */
final class SampleSources {

    static final Path ROOT = Path.of("src/test/resources/syntax").toAbsolutePath();

    private static final List<String> PIECES = List.of("(", ")", "[", "]", "{", "}", ":", ",", "=", "==", ":=", "*", "**", ".",
            ";", "if", "else", "for", "in", "not", "is", "lambda", "yield", "await", "async", "def", "class", "return",
            "import", "from", "as", "None", "print", "x", "1", "'s'", "f'{x}'", "f'{x'", "b'q'", "@", "->", "-", "!", "$",
            "\n", "\n    ", "\n\t", "and", "while", "with", "try", "except", "except*", "finally", "match", "case", "_",
            "del", "global", "nonlocal", "assert", "raise", "break", "continue", "+=", "<>", "0x", "1_", "09", "'open",
            "\\", "#c", "1if");

    private SampleSources() {}

    static List<Path> programs() {
        try (Stream<Path> files = Files.list(ROOT.resolve("programs"))) {
            return files.filter(file -> file.toString().endsWith(".py")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file with the same name and another ending. */
    static Path beside(Path program, String ending) {
        return program.resolveSibling(program.getFileName().toString().replace(".py", ending));
    }

    /** Top-level statements of the programs, each with one or two pieces removed, added, replaced or exchanged. */
    static List<String> mutations(long seed, int count) {
        Random random = new Random(seed);
        List<String> statements = programs().stream().map(SampleSources::read).flatMap(SampleSources::statements).toList();
        List<String> mutated = new ArrayList<>();
        while (mutated.size() < count) {
            String source = statements.get(random.nextInt(statements.size()));
            for (int change = random.nextInt(2); change >= 0; change--) {
                source = mutate(source, random);
            }
            mutated.add(source);
        }
        return mutated;
    }

    private static Stream<String> statements(String program) {
        return Stream.of(program.split("\n(?=[a-zA-Z@])(?!else|elif|except|finally)"))
                .filter(statement -> statement.chars().allMatch(c -> c < 128))
                .map(statement -> statement + "\n");
    }

    private static String mutate(String source, Random random) {
        List<String> parts = new ArrayList<>(List.of(source.split("(?<=\\W)|(?=\\W)")));
        int at = random.nextInt(parts.size());
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        switch (random.nextInt(4)) {
            case 0 -> parts.remove(at);
            case 1 -> parts.add(at, " " + piece + " ");
            case 2 -> parts.set(at, piece);
            default -> java.util.Collections.swap(parts, at, random.nextInt(parts.size()));
        }
        return parts.isEmpty() ? source : String.join("", parts);
    }
}
