package dev.glassheap.runtime.syntax;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** The reference: asks {@code python3.11} through {@code oracle.py}, or skips the test and says so. */
final class CPython {

    private static final Path SCRIPT = SampleSources.ROOT.resolve("oracle.py");

    private CPython() {}

    /** One answer for each source; {@code question} is ast, errors or shapes. */
    static List<String> ask(String question, List<String> sources) {
        try {
            Path input = Files.createTempFile("sources", ".base64");
            Path output = Files.createTempFile("answers", ".txt");
            Files.writeString(input, sources.stream()
                    .map(source -> Base64.getEncoder().encodeToString(source.getBytes(StandardCharsets.UTF_8)))
                    .collect(Collectors.joining("\n")));
            Process python = start(new ProcessBuilder("python3.11", "-X", "utf8", SCRIPT.toString(), question)
                    .redirectInput(input.toFile())
                    .redirectOutput(output.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT));
            int status = python.waitFor();
            if (status != 0) {
                throw new IllegalStateException("oracle.py " + question + " ended with " + status);
            }
            List<String> answers = Files.readAllLines(output);
            Files.delete(input);
            Files.delete(output);
            return answers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Process start(ProcessBuilder builder) {
        try {
            return builder.start();
        } catch (IOException absent) {
            return Assumptions.abort("python3.11 is not on the PATH: no comparison with CPython");
        }
    }
}
