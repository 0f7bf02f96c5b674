package dev.glassheap.runtime.heap;

/**
 * What the simulated operating system sees: mapped memory, and how much of it was ever touched.
 *
 * <pre>
 * mappedBytes = arenaBytes + cHeapBytes + mappingBytes &lt;= limit
 * residentBytes = residentPages * 4096 &lt;= mappedBytes
 * </pre>
 *
 * A page counts as touched when a pool header or a carved block lies in it, or a chunk of the C heap has reached it; contents of blocks count as written.
 *
 * @param arenas        arenas mapped now
 * @param arenaBytes    their bytes
 * @param cHeapBytes    bytes from the start of the C heap to its end
 * @param mappingBytes  bytes of the chunks with a mapping of their own
 * @param residentPages pages that were touched and not given back since
 */
public record OsView(int arenas, long arenaBytes, long cHeapBytes, long mappingBytes, long residentPages) {

    /** Everything mapped, in bytes. */
    public long mappedBytes() {
        return arenaBytes + cHeapBytes + mappingBytes;
    }

    /** Everything resident, in bytes. */
    public long residentBytes() {
        return residentPages * AddressSpace.PAGE;
    }
}
