package dev.glassheap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.Holders;
import dev.glassheap.runtime.snapshot.ObjectTable;
import dev.glassheap.runtime.snapshot.Root;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Snapshots of worlds in which programs have run: sums close, and every count of every object is explained. */
class LiveSnapshotTest {

    /** What atexit holds, it holds in native memory. */
    private static final String AT_EXIT = "finalize._run_at_exit()";

    @TestFactory
    Stream<DynamicTest> every_reference_of_every_object_is_found() throws IOException {
        List<Path> programs = new ArrayList<>();
        for (Path folder : List.of(Path.of("src/test/resources/oracle"), Path.of("src/test/resources/programs"))) {
            if (Files.exists(folder)) {
                try (Stream<Path> files = Files.walk(folder)) {
                    files.filter(f -> f.toString().endsWith(".py")).sorted().forEach(programs::add);
                }
            }
        }
        return programs.stream().map(f -> DynamicTest.dynamicTest(f.getParent().getFileName() + "/" + f.getFileName(), () -> check(f)));
    }

    private static void check(Path program) throws IOException {
        String text = Files.readString(program);
        LiveWorld.use(world -> {
            world.run(text);
            HeapSnapshot s = world.snapshot();
            s.totals().verify();
            assertThat(s.totals().allocated()).isEqualTo(java.util.Arrays.stream(s.footprints()).sum() + s.totals().unowned());
            assertThat(unexplained(s, !world.failed())).isEmpty();
        });
    }

    /** Objects of the heap whose refcount is less than the number of references that are known, or, if exact, another number. */
    private static List<String> unexplained(HeapSnapshot s, boolean exact) {
        ObjectTable objects = s.objects();
        Holders holders = Holders.of(s);
        int[] found = new int[objects.count()];
        for (int o = 0; o < found.length; o++) {
            found[o] = holders.edgesInto(o);
        }
        for (Root root : s.roots()) {
            if (root.kind() == Root.Kind.INTERPRETER || root.kind() == Root.Kind.LOCAL) {
                found[root.target()]++;
            }
        }
        List<String> wrong = new ArrayList<>();
        for (int o = 0; o < found.length; o++) {
            if (!objects.preview(o).equals(AT_EXIT) && !objects.isStatic(o) && !objects.parked(o) && (exact ? found[o] != objects.refcount(o) : found[o] > objects.refcount(o))) {
                wrong.add(objects.name(o) + " " + objects.preview(o) + ": refcount " + objects.refcount(o) + ", found " + found[o] + " by "
                    + holders.of(o).stream().map(holders::wording).toList());
            }
        }
        return wrong;
    }
}
