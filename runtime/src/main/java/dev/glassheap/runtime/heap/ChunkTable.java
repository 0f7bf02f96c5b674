package dev.glassheap.runtime.heap;

import java.util.function.Consumer;

/**
 * The allocated chunks by the address of their block: an open-addressing hash table, linear probing, at most half full.
 *
 * <pre>
 * a chunk stands between home(chunk) and the next empty place, cyclically
 * </pre>
 */
final class ChunkTable {
    private Chunk[] table = new Chunk[256];
    private int size;

    int size() {
        return size;
    }

    /** The allocated chunk whose block begins at that address, or null. */
    Chunk find(long block) {
        int mask = table.length - 1;
        for (int i = home(block, mask);; i = i + 1 & mask) {
            Chunk chunk = table[i];
            if (chunk == null || chunk.block() == block) {
                return chunk;
            }
        }
    }

    void add(Chunk chunk) {
        if (2 * (size + 1) > table.length) {
            Chunk[] old = table;
            table = new Chunk[2 * old.length];
            for (Chunk c : old) {
                if (c != null) {
                    insert(c);
                }
            }
        }
        insert(chunk);
        size++;
    }

    private void insert(Chunk chunk) {
        int mask = table.length - 1;
        int i = home(chunk.block(), mask);
        while (table[i] != null) {
            i = i + 1 & mask;
        }
        table[i] = chunk;
    }

    /** Takes the chunk out and closes the gap, so that no mark of it is left to slow later searches. */
    void remove(Chunk chunk) {
        int mask = table.length - 1;
        int hole = home(chunk.block(), mask);
        while (table[hole] != chunk) {
            hole = hole + 1 & mask;
        }
        for (int i = hole + 1 & mask; table[i] != null; i = i + 1 & mask) {
            int home = home(table[i].block(), mask);
            if ((i - home & mask) >= (i - hole & mask)) {
                table[hole] = table[i];
                hole = i;
            }
        }
        table[hole] = null;
        size--;
    }

    void forEach(Consumer<Chunk> consumer) {
        for (Chunk c : table) {
            if (c != null) {
                consumer.accept(c);
            }
        }
    }

    private static int home(long block, int mask) {
        return (int) ((block >>> 4) * 0x9e37_79b9_7f4a_7c15L >>> 32) & mask;
    }
}
