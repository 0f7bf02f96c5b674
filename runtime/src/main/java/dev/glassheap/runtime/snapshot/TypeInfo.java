package dev.glassheap.runtime.snapshot;

/**
 * A type as far as pictures need it.
 *
 * @param name   {@code __name__}
 * @param layout what an instance consists of, for readers: {@code "slots next, prev, value"}; may be empty
 * @param head   bytes between the start of an instance's block and its id (0, 16 with a GC head, 32 with a managed dict)
 */
public record TypeInfo(String name, String layout, int head) { }
