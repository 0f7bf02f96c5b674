package dev.glassheap.kernel.wire;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;

/**
 * Remembers signatures, so that a message which somebody recorded is not accepted a second time. The reference client library does
 * the same. Remembers the last {@value #CAPACITY}.
 */
final class ReplayGuard {

    static final int CAPACITY = 1 << 16;

    private final LinkedHashSet<String> seen = new LinkedHashSet<>();

    /** Whether this signature is new; it is known from now on. */
    synchronized boolean admits(byte[] signature) {
        if (!seen.add(new String(signature, StandardCharsets.ISO_8859_1))) {
            return false;
        }
        if (seen.size() > CAPACITY) {
            seen.removeFirst();
        }
        return true;
    }
}
