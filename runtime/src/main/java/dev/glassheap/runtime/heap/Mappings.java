package dev.glassheap.runtime.heap;

import java.util.Map;
import java.util.TreeMap;

/**
 * The part of the address space in which large blocks get a mapping each. The lowest gap that is large enough serves.
 *
 * <pre>
 * bytes mapped + sum of the gaps = end - base; no two gaps touch, none touches the end
 * </pre>
 */
final class Mappings {
    /** Size by address. */
    private final TreeMap<Long, Long> gaps = new TreeMap<>();
    private long end = AddressSpace.MAPPINGS_BASE;

    /** Reserves whole pages; 0 when the address space has no room for them. */
    long reserve(long bytes) {
        for (Map.Entry<Long, Long> gap : gaps.entrySet()) {
            if (gap.getValue() >= bytes) {
                return takeFrom(gap.getKey(), gap.getValue(), bytes);
            }
        }
        if (bytes > AddressSpace.ARENA_BASE - end) {
            return 0;
        }
        long address = end;
        end += bytes;
        return address;
    }

    private long takeFrom(long gap, long size, long bytes) {
        gaps.remove(gap);
        if (size > bytes) {
            gaps.put(gap + bytes, size - bytes);
        }
        return gap;
    }

    /** Takes the pages directly behind a mapping, if they are free. */
    boolean extend(long mappingEnd, long bytes) {
        if (mappingEnd == end) {
            if (bytes > AddressSpace.ARENA_BASE - end) {
                return false;
            }
            end += bytes;
            return true;
        }
        Long size = gaps.get(mappingEnd);
        if (size == null || size < bytes) {
            return false;
        }
        takeFrom(mappingEnd, size, bytes);
        return true;
    }

    void release(long address, long bytes) {
        Map.Entry<Long, Long> before = gaps.lowerEntry(address);
        long from = address;
        long to = address + bytes;
        if (before != null && before.getKey() + before.getValue() == from) {
            from = before.getKey();
            gaps.remove(from);
        }
        Long behind = gaps.remove(to);
        if (behind != null) {
            to += behind;
        }
        if (to == end) {
            end = from;
        } else {
            gaps.put(from, to - from);
        }
    }
}
