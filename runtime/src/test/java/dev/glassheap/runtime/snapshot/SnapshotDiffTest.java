package dev.glassheap.runtime.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotDiffTest {

    private static final long BASE = 0x7f5c00000000L;

    /** Objects given as serial, block, refcount, held (1 by the root's tuple, 0 by nothing). */
    private static HeapSnapshot heap(int world, int[]... rows) {
        SnapshotHeader header = new SnapshotHeader("", "tiny", "tiny geometry, 3.11 objects", 7, "", world, RandomHeap.TINY, List.of(), "");
        HeapSnapshot.Builder builder = HeapSnapshot.builder(header);
        builder.arena(BASE, 8);
        int type = builder.type(new TypeInfo("Node", "", 16));
        int tuple = builder.type(new TypeInfo("tuple", "", 16));
        int holder = builder.object(new ObjectRow(0x1000, tuple, 1, 1, 40, 0, ObjectTable.NO_LENGTH, Site.NONE, 0, "", ObjectRow.STATIC));
        boolean[] taken = new boolean[7];
        for (int[] row : rows) {
            taken[row[1]] = true;
        }
        int[] free = java.util.stream.IntStream.range(0, 7).filter(b -> !taken[b]).toArray();
        int pool = builder.pool(0, 0, 64, 7, free);
        var held = new java.util.ArrayList<Integer>();
        for (int[] row : rows) {
            int object = builder.object(new ObjectRow(BASE + 48 + row[1] * 64L + 16, type, row[0], row[2], 48, 0,
                    ObjectTable.NO_LENGTH, Site.NONE, row[0], "", 0));
            builder.block(pool, row[1], 64, object, "");
            if (row[3] == 1) {
                held.add(object);
            }
        }
        builder.edges(holder, EdgeLabels.of(EdgeLabels.Rest.INDEX), held.stream().mapToInt(i -> i).toArray());
        return builder.build();
    }

    private static int[] row(int serial, int block, int refcount, boolean held) {
        return new int[] {serial, block, refcount, held ? 1 : 0};
    }

    @Test
    void objects_are_told_apart_by_type_and_serial() {
        HeapSnapshot before = heap(1, row(1, 0, 1, true), row(2, 1, 1, true), row(3, 2, 1, true), row(4, 3, 1, true));
        HeapSnapshot after = heap(1, row(1, 0, 1, true), row(3, 2, 2, true), row(4, 3, 1, false), row(5, 1, 1, true), row(6, 5, 1, true));

        SnapshotDiff diff = SnapshotDiff.between(before, after);

        diff.verify();
        assertThat(diff.removed()).extracting(before.objects()::name).containsExactly("Node#2");
        assertThat(diff.added()).extracting(after.objects()::name).containsExactly("Node#5", "Node#6");
        assertThat(diff.changed()).extracting(pair -> after.objects().name(pair.after())).containsExactly("Node#3");
        assertThat(diff.garbage()).extracting(after.objects()::name).containsExactly("Node#4");
        assertThat(diff.survived()).isEqualTo(1);
    }

    @Test
    void a_new_object_in_an_old_block_is_a_reused_address() {
        HeapSnapshot before = heap(1, row(1, 0, 1, true), row(2, 1, 1, true));
        HeapSnapshot after = heap(1, row(1, 0, 1, true), row(3, 1, 1, true));

        SnapshotDiff diff = SnapshotDiff.between(before, after);

        assertThat(diff.reused()).singleElement().satisfies(pair -> {
            assertThat(before.objects().name(pair.before())).isEqualTo("Node#2");
            assertThat(after.objects().name(pair.after())).isEqualTo("Node#3");
        });
        assertThat(after.totals().allocated() - before.totals().allocated()).isZero();
    }

    @Test
    void a_diff_with_itself_has_only_survivors() {
        HeapSnapshot heap = RandomHeap.of(11, RandomHeap.CLASSIC, 2, 3);

        SnapshotDiff diff = SnapshotDiff.between(heap, heap);

        diff.verify();
        assertThat(diff.survived()).isEqualTo(heap.totals().objects());
        assertThat(diff.garbage()).isEmpty();
    }

    @Test
    void snapshots_of_two_worlds_are_refused_with_a_sentence() {
        assertThatThrownBy(() -> SnapshotDiff.between(heap(1), heap(2))).isInstanceOf(SnapshotDiff.IncomparableException.class)
                .hasMessageContaining("cannot be compared").hasMessageContaining("world 2");
    }
}
