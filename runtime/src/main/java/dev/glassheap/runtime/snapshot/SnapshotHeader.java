package dev.glassheap.runtime.snapshot;

import java.util.List;

/**
 * Where and when a snapshot was taken, and under which rules.
 *
 * @param label         name given to the snapshot, may be empty
 * @param profile       for example {@code classic}
 * @param geometryLabel for readers: {@code "classic geometry, 3.11 objects"}
 * @param event         number of the last heap event before the snapshot
 * @param where         cell or file that asked, for example {@code "In [7]"}; may be empty
 * @param world         serial of the guest world: only snapshots of one world can be compared
 * @param settings      what else the footer should say, for example {@code "hash seed 0"}
 * @param fault         empty, or the sentence that says why the world can no longer be trusted
 */
public record SnapshotHeader(String label, String profile, String geometryLabel, long event, String where, int world,
                             Geometry geometry, List<String> settings, String fault) {
    public SnapshotHeader {
        settings = List.copyOf(settings);
    }
}
