package dev.glassheap.runtime.snapshot;

import java.util.List;

/**
 * The C heap: the regions for requests above the allocator's largest block, as chunks in address order.
 * Mapped bytes of the C heap = sum of all chunk sizes.
 */
public final class ChunkTable {

    /** States of a chunk. */
    public enum State {
        USED,
        /** Between used chunks. */
        FREE,
        /** The free rest at the end, from which the heap grows and shrinks. */
        TOP,
        /** Mapped for itself; goes back to the OS when freed. */
        MAPPED
    }

    private final long[] address;
    private final long[] size;
    private final long[] requested;
    private final int[] owner;
    private final byte[] state;
    private final byte[] role;
    private final List<String> roles;

    ChunkTable(Columns.Chunks columns, List<String> roles) {
        address = columns.address.finish();
        size = columns.size.finish();
        requested = columns.requested.finish();
        owner = columns.owner.finish();
        state = columns.state.finish();
        role = columns.role.finish();
        this.roles = roles;
    }

    public int count() {
        return address.length;
    }

    public long address(int chunk) {
        return address[chunk];
    }

    /** Bytes with header and rounding. */
    public long size(int chunk) {
        return size[chunk];
    }

    /** Bytes that were asked for; 0 of a free chunk. */
    public long requested(int chunk) {
        return requested[chunk];
    }

    public State state(int chunk) {
        return State.values()[state[chunk]];
    }

    /** Whether the program has it. */
    public boolean allocated(int chunk) {
        return state(chunk) == State.USED || state(chunk) == State.MAPPED;
    }

    /** Object number, or {@link PoolTable#NONE}. */
    public int owner(int chunk) {
        return owner[chunk];
    }

    /** Empty for the object itself, else what the buffer is. */
    public String role(int chunk) {
        return roles.get(role[chunk]);
    }

    /** Number of the allocated chunk that holds an address, or {@link PoolTable#NONE}. */
    public int chunkAt(long wanted) {
        for (int chunk = 0; chunk < address.length; chunk++) {
            if (allocated(chunk) && wanted >= address[chunk] && wanted < address[chunk] + size[chunk]) {
                return chunk;
            }
        }
        return PoolTable.NONE;
    }
}
