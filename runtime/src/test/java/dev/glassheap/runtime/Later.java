package dev.glassheap.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

/** Oracle programs that belong to later work ({@code resources/oracle/later.txt}). Each is a debt. */
final class Later {

    private Later() {
    }

    static List<String> oraclePrograms() {
        try {
            return Files.readAllLines(OracleTest.ORACLE.resolve("later.txt")).stream().filter(l -> !l.startsWith("#") && !l.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
