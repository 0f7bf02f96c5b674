package dev.glassheap.runtime.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.snapshot.Geometry;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.ObjectRow;
import dev.glassheap.runtime.snapshot.ObjectTable;
import dev.glassheap.runtime.snapshot.RandomHeap;
import dev.glassheap.runtime.snapshot.Root;
import dev.glassheap.runtime.snapshot.Site;
import dev.glassheap.runtime.snapshot.SnapshotDiff;
import dev.glassheap.runtime.snapshot.TypeInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PicturesTest {

    /** Geometry, arenas, chunks: empty, small, ten times and a thousand times what fits on a page. */
    static Stream<HeapSnapshot> heaps() {
        return Stream.of(RandomHeap.empty(RandomHeap.TINY), RandomHeap.of(1, RandomHeap.TINY, 1, 0),
                RandomHeap.of(2, RandomHeap.TINY, 8, 2),
                RandomHeap.of(3, RandomHeap.CLASSIC, 1, 1), RandomHeap.of(4, RandomHeap.CLASSIC, 3, 9),
                RandomHeap.of(5, RandomHeap.CLASSIC, 20, 60),
                RandomHeap.of(6, RandomHeap.TINY, 300, 4), RandomHeap.of(7, RandomHeap.LARGE, 1, 5));
    }

    private static List<Scene> scenes(HeapSnapshot heap) {
        var scenes = new ArrayList<Scene>();
        scenes.add(HeapPicture.of(heap));
        for (int arena = 0; arena < Math.min(2, heap.pools().arenaCount()); arena++) {
            scenes.add(ArenaPicture.of(heap, arena));
        }
        IntStream.range(0, heap.pools().poolCount()).filter(pool -> pool % 5 == 0).limit(14)
                .forEach(pool -> scenes.add(PoolPicture.of(heap, pool)));
        IntStream.range(0, heap.objects().count()).filter(object -> object % 7 == 0).limit(20)
                .forEach(object -> scenes.add(ObjectPicture.of(heap, object)));
        scenes.add(DiffPicture.of(SnapshotDiff.between(heap, heap)));
        scenes.add(DiffPicture.of(SnapshotDiff.between(RandomHeap.empty(heap.header().geometry()), heap)));
        scenes.add(DiffPicture.of(SnapshotDiff.between(heap, RandomHeap.empty(heap.header().geometry()))));
        return scenes;
    }

    @ParameterizedTest
    @MethodSource("heaps")
    void every_picture_of_any_heap_is_clean_in_a_wide_font(HeapSnapshot heap) {
        for (Scene scene : scenes(heap)) {
            assertThat(SceneCheck.problems(scene)).as(scene.kind() + ": " + scene.title()).isEmpty();
            assertThat(scene.headline()).allSatisfy(line -> assertThat(line).isNotBlank());
        }
    }

    @Test
    void an_empty_heap_is_a_sentence() {
        Scene scene = HeapPicture.of(RandomHeap.empty(RandomHeap.TINY));

        assertThat(scene.title()).isEqualTo("The heap is empty: no arena is mapped, no block allocated");
        assertThat(scene.text()).contains("mapped");
    }

    @Test
    void one_object_makes_singular_sentences() {
        HeapSnapshot heap = oneObject();

        assertThat(HeapPicture.of(heap).title()).isEqualTo("4 KiB are held for 64 B of blocks, all of them reachable");
        assertThat(HeapPicture.of(heap).text()).contains("64 B in 1 block");
        assertThat(ArenaPicture.of(heap, 0).title()).isEqualTo("Arena 0 cannot go back to the OS: 1 of its 8 pools holds a block");
        assertThat(ArenaPicture.of(heap, 0).text()).contains("can be returned: no, pool 0 holds 1 block", "Node#1 is in it");
        assertThat(PoolPicture.of(heap, 0).title()).isEqualTo("Pool 0 holds 1 of 7 blocks; the next block it hands out is block 1");
        assertThat(PoolPicture.of(heap, 1).title()).startsWith("Pool 1 is untouched");
        assertThat(ObjectPicture.of(heap, 0).title()).isEqualTo("Node#1 is held once, by local x of f()");
        SnapshotDiff diff = SnapshotDiff.between(RandomHeap.empty(RandomHeap.TINY), heap);
        assertThat(DiffPicture.of(diff).title()).isEqualTo("1 object added; reachable 64 B, allocated 64 B");
    }

    private static HeapSnapshot oneObject() {
        Geometry tiny = RandomHeap.TINY;
        HeapSnapshot.Builder builder = HeapSnapshot.builder(RandomHeap.header(tiny));
        builder.arena(0x1000, 8);
        int pool = builder.pool(0, 0, 64, 2, 1);
        int type = builder.type(new TypeInfo("Node", "", 16));
        int object = builder.object(new ObjectRow(0x1000 + 48 + 16, type, 1, 1, 64, 0, ObjectTable.NO_LENGTH, Site.NONE, 1, "", 0));
        builder.block(pool, 0, 60, object, "");
        builder.root(new Root(Root.Kind.LOCAL, "f()", "x", object));
        return builder.build();
    }

    @Test
    void many_arenas_are_counted_in_bins_that_sum_up() {
        Scene scene = HeapPicture.of(RandomHeap.of(6, RandomHeap.TINY, 300, 0));

        assertThat(scene.text()).contains("300 arenas counted, by how full they are");
        long counted = scene.text().lines().filter(line -> line.contains("% full"))
                .mapToLong(line -> Long.parseLong(line.substring(20).strip())).sum();
        assertThat(counted).isEqualTo(300);
    }

    @Test
    void more_changes_than_fit_are_grouped_and_the_cut_is_said() {
        HeapSnapshot heap = RandomHeap.of(4, RandomHeap.CLASSIC, 3, 0);

        Scene scene = DiffPicture.of(SnapshotDiff.between(RandomHeap.empty(RandomHeap.CLASSIC), heap));

        assertThat(scene.text()).contains("objects grouped by type and line", "groups not shown");
        assertThat(scene.footer()).anySatisfy(line -> assertThat(line).contains("groups not shown"));
    }

    @Test
    void parts_of_an_arena_sum_up_to_it() {
        HeapSnapshot heap = RandomHeap.of(4, RandomHeap.CLASSIC, 3, 0);
        for (int arena = 0; arena < 3; arena++) {
            long sum = new ArenaFacts(heap, arena).parts().stream().mapToLong(ArenaFacts.Part::bytes).sum();
            assertThat(sum).isEqualTo(262_144);
        }
    }

    @Test
    void a_picture_is_a_pure_function_of_the_snapshot() {
        assertThat(HeapPicture.of(RandomHeap.of(4, RandomHeap.CLASSIC, 3, 9)))
                .isEqualTo(HeapPicture.of(RandomHeap.of(4, RandomHeap.CLASSIC, 3, 9)));
    }
}
