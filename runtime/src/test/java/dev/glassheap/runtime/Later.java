package dev.glassheap.runtime;

import java.util.List;

/** What is known not to work yet. Each entry is a debt; an entry that works makes {@code LaterTest} fail. */
final class Later {

    private Later() {
    }

    static final List<String> ORACLE_PROGRAMS = List.of();
}
