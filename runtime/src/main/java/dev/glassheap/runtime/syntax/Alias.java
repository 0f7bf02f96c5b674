package dev.glassheap.runtime.syntax;

import java.util.Optional;

/** {@code name [as asname]} of an import; the name is dotted, or {@code *}. */
public record Alias(String name, Optional<String> asname, Span span) implements Node {}
