package dev.glassheap.runtime.snapshot;

import java.util.List;

/**
 * The bytes of one block as named words, rendered by whoever knows the type's layout while the world stands still.
 *
 * @param pool  number in the heap
 * @param block number in the pool
 */
public record BlockBytes(int pool, int block, List<Word> words) {
    public BlockBytes {
        words = List.copyOf(words);
    }

    /**
     * Eight bytes with a name.
     *
     * @param group   what the words around it are: {@code "GC head"}, {@code "header"}, {@code "slots"}, {@code "items"}
     * @param value   the word; in memory its lowest byte comes first
     * @param meaning {@code "> Node#6"} for a reference, a number, {@code "none"}; may be empty
     */
    public record Word(String group, String name, long value, String meaning) {

        /** The eight bytes in memory order: {@code "f0 38 00 00 5c 7f 00 00"}. */
        public String hex() {
            var text = new StringBuilder();
            for (int i = 0; i < 8; i++) {
                text.append(i == 0 ? "" : " ").append(String.format("%02x", value >>> 8 * i & 0xFF));
            }
            return text.toString();
        }

        /** Whether the word is an address. */
        public boolean pointer() {
            return meaning.startsWith(">");
        }
    }
}
