package dev.glassheap.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.gc.CycleCollector;
import dev.glassheap.runtime.gc.GcChecker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every behaviour program with a collection at nearly every allocation of a container: nothing that is still needed may be found
 * unreachable, and afterwards all invariants of the collector hold.
 */
class StressGcTest {

    /** Their output is about the collector itself, or about the free lists that it empties. */
    private static final Set<String> NOT_THESE = Set.of("gc", "memory");

    @TestFactory
    Stream<DynamicTest> behaves_the_same_under_constant_collection() throws IOException {
        return ProgramsTest.programs().stream().filter(p -> !NOT_THESE.contains(p.getParent().getFileName().toString()))
            .map(p -> DynamicTest.dynamicTest(ProgramsTest.PROGRAMS.relativize(p).toString(), () -> check(p)));
    }

    private static void check(Path program) throws IOException {
        String source = Files.readString(program);
        LiveWorld.use(world -> {
            world.run("pass");
            world.inside(StressGcTest::collectConstantly);
            assertThat(world.run(source)).isEqualTo(ProgramsTest.expectation(source));
            world.inside(c -> GcChecker.checkThoroughly(c.world(), c.modules().context().collector()));
        });
    }

    private static void collectConstantly(GlassheapContext context) {
        for (int generation = 0; generation < CycleCollector.GENERATIONS; generation++) {
            context.modules().context().collector().threshold(generation, 1);
        }
    }
}
