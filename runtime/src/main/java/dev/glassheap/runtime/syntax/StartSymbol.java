package dev.glassheap.runtime.syntax;

/** Where parsing starts. */
enum StartSymbol { FILE, INTERACTIVE, EVAL, FSTRING }
