package dev.glassheap.kernel.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Where a kernel is to listen, as the file says that a front end writes before it starts a kernel. Fields we do not know are
 * ignored.
 *
 * @param transport {@code tcp} or {@code ipc}
 * @param ip the address to bind, or for {@code ipc} the first part of the sockets' paths {@code ip-port}
 * @param signatureScheme e.g. {@code hmac-sha256}; also the default
 * @param key signs every message; empty for none. Never to be shown: {@link #toString} leaves it out
 */
public record ConnectionFile(
        String transport,
        String ip,
        int shellPort,
        int controlPort,
        int stdinPort,
        int iopubPort,
        int hbPort,
        String signatureScheme,
        String key) {

    private static final int MAX_PORT = 65_535;

    /**
     * Reads a connection file.
     *
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalArgumentException when it is not a connection file; the message says in a sentence what is wrong
     */
    public static ConnectionFile read(Path file) {
        byte[] text;
        try {
            text = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the connection file " + file + " cannot be read", e);
        }
        Map<String, Object> fields;
        try {
            fields = JsonText.readObject("the connection file", text);
        } catch (MalformedFramesException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
        return new ConnectionFile(
                string(fields, "transport", "tcp"),
                string(fields, "ip", "127.0.0.1"),
                port(fields, "shell_port"),
                port(fields, "control_port"),
                port(fields, "stdin_port"),
                port(fields, "iopub_port"),
                port(fields, "hb_port"),
                string(fields, "signature_scheme", "hmac-sha256"),
                string(fields, "key", ""));
    }

    private static String string(Map<String, Object> fields, String name, String otherwise) {
        return switch (fields.get(name)) {
            case null -> otherwise;
            case String value -> value;
            default -> throw new IllegalArgumentException("the connection file's " + name + " is not a string");
        };
    }

    private static int port(Map<String, Object> fields, String name) {
        if (fields.get(name) instanceof Integer port && port > 0 && port <= MAX_PORT) {
            return port;
        }
        throw new IllegalArgumentException("the connection file's " + name + " is not a port from 1 to " + MAX_PORT);
    }

    @Override
    public String toString() {
        return "%s://%s shell %d control %d stdin %d iopub %d hb %d"
                .formatted(transport, ip, shellPort, controlPort, stdinPort, iopubPort, hbPort);
    }
}
