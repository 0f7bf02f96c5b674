package dev.glassheap.runtime.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Sources that are long or deep, on a thread with a small stack: no StackOverflowError leaves this package. */
class DeepSourcesTest {

    private static final long SMALL_STACK = 256 << 10;

    private static Map<Scope, CodeShape> compile(String source) {
        AtomicReference<Map<Scope, CodeShape>> result = new AtomicReference<>();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Thread thread = new Thread(null, () -> {
            try {
                result.set(AnalyzedTree.of(Parser.parseModule(source, "<deep>"), "<deep>").shapes());
            } catch (Throwable e) {
                failure.set(e);
            }
        }, "small stack", SMALL_STACK);
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        if (failure.get() instanceof PythonSyntaxError error) {
            throw error;
        }
        assertThat(failure.get()).isNull();
        return result.get();
    }

    private static PythonSyntaxError refusal(String source) {
        return catchThrowableOfType(PythonSyntaxError.class, () -> compile(source));
    }

    @Test
    void a_sum_of_2900_terms_compiles() {
        assertThat(compile("x = a" + " + a".repeat(2899))).hasSize(1);
    }

    @Test
    void a_sum_of_thousands_of_terms_is_a_recursion_error() {
        assertThat(refusal("x = a" + " + a".repeat(20_000)).kind()).isEqualTo(PythonSyntaxError.Kind.RECURSION_ERROR);
    }

    @Test
    void a_thousand_elifs_compile() {
        assertThat(compile("if a:\n pass\n" + "elif b:\n pass\n".repeat(1000))).hasSize(1);
    }

    @Test
    void two_hundred_parentheses_nest_and_one_more_does_not() {
        assertThat(compile("x = " + "(".repeat(200) + ")".repeat(200))).hasSize(1);
        assertThat(refusal("x = " + "(".repeat(201) + ")".repeat(201))).hasMessage("too many nested parentheses");
    }

    @Test
    void ninety_nine_blocks_nest_and_one_more_does_not() {
        assertThat(compile(blocks(99))).hasSize(1);
        assertThat(refusal(blocks(100))).hasMessage("too many levels of indentation");
    }

    private static String blocks(int depth) {
        StringBuilder source = new StringBuilder();
        for (int level = 0; level < depth; level++) {
            source.append(" ".repeat(level)).append("if x:\n");
        }
        return source.append(" ".repeat(depth)).append("pass\n").toString();
    }

    @Test
    void endless_right_recursion_is_a_memory_error() {
        assertThat(refusal("x = " + "lambda: ".repeat(50_000) + "1").kind())
                .isEqualTo(PythonSyntaxError.Kind.MEMORY_ERROR);
    }

    @Test
    void long_chains_of_prefixes_and_calls_are_read_in_loops() {
        assertThat(Parser.parseModule("x = " + "not ".repeat(9000) + "-".repeat(9000) + "1", "<deep>")
                .body()).hasSize(1);
        assertThat(Parser.parseModule("x = a" + ".b(1)[2]".repeat(9000), "<deep>").body()).hasSize(1);
    }
}
