package dev.glassheap.runtime.heap;

import java.util.List;

/**
 * The C heap, as it was when the view was made.
 *
 * <pre>
 * sum of the sizes of the chunks = end - base
 * mappedBytes = sum of the sizes of the mappings
 * </pre>
 *
 * @param chunks        from base to end, by address; the last one is the top (none before the first request)
 * @param mappings      chunks with a mapping of their own, by address
 * @param mmapThreshold bytes from which a request gets a mapping of its own; grows when such a block is freed
 */
public record CHeapView(long base, long end, List<ChunkView> chunks, List<ChunkView> mappings, long mappedBytes, long mmapThreshold) {
    public CHeapView {
        chunks = List.copyOf(chunks);
        mappings = List.copyOf(mappings);
    }
}
