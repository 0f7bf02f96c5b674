package dev.glassheap.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.junit.jupiter.api.Test;

/** A plain Java program with {@code org.graalvm.polyglot} alone: what the README shows. */
class EmbeddingTest {

    private static Context context() {
        return Context.newBuilder("minipy").option("engine.WarnInterpreterOnly", "false").build();
    }

    @Test
    void numbers_strings_and_truth_cross_as_host_values() {
        try (Context context = context()) {
            assertThat(context.eval("minipy", "6 * 7").asInt()).isEqualTo(42);
            assertThat(context.eval("minipy", "'a' + 'b'").asString()).isEqualTo("ab");
            assertThat(context.eval("minipy", "1 < 2").asBoolean()).isTrue();
            assertThat(context.eval("minipy", "0.5").asDouble()).isEqualTo(0.5);
            assertThat(context.eval("minipy", "2 ** 100").asBigInteger()).isEqualTo(java.math.BigInteger.TWO.pow(100));
            assertThat(context.eval("minipy", "None").isNull()).isTrue();
        }
    }

    @Test
    void lists_are_arrays_functions_can_be_called_and_globals_read() {
        try (Context context = context()) {
            context.eval("minipy", "def double(x):\n    return [x, x]\nanswer = 42\n");
            Value globals = context.getBindings("minipy");
            assertThat(globals.getMember("answer").asInt()).isEqualTo(42);
            Value pair = globals.getMember("double").execute(21);
            assertThat(pair.getArraySize()).isEqualTo(2);
            assertThat(pair.getArrayElement(1).asInt()).isEqualTo(21);
        }
    }

    @Test
    void a_guest_error_is_a_guest_exception_with_its_message() {
        try (Context context = context()) {
            assertThatThrownBy(() -> context.eval("minipy", "1 / 0")).isInstanceOfSatisfying(PolyglotException.class, e -> {
                assertThat(e.isGuestException()).isTrue();
                assertThat(e.getMessage()).isEqualTo("ZeroDivisionError: division by zero");
            });
            assertThat(context.eval("minipy", "1 + 1").asInt()).isEqualTo(2);
        }
    }

    @Test
    void two_contexts_are_two_worlds() {
        try (Context one = context(); Context other = context()) {
            one.eval("minipy", "x = 1");
            assertThat(one.eval("minipy", "'x' in globals()").asBoolean()).isTrue();
            assertThat(other.eval("minipy", "'x' in globals()").asBoolean()).isFalse();
        }
    }

    @Test
    void an_endless_loop_is_interrupted_from_another_thread_and_the_world_goes_on() throws InterruptedException {
        try (Context context = context()) {
            Value interrupt = context.getBindings("minipy").getMember("__glassheap__").getMember("interrupt");
            context.eval("minipy", "count = 0");
            CountDownLatch started = new CountDownLatch(1);
            AtomicReference<PolyglotException> ended = new AtomicReference<>();
            Thread guest = new Thread(() -> {
                started.countDown();
                try {
                    context.eval("minipy", "while True:\n    count += 1\n");
                } catch (PolyglotException e) {
                    ended.set(e);
                }
            });
            guest.start();
            started.await();
            while (guest.isAlive()) {
                interrupt.execute();
                guest.join(20);
            }
            assertThat(ended.get().getMessage()).startsWith("KeyboardInterrupt");
            assertThat(context.eval("minipy", "count >= 0").asBoolean()).isTrue();
        }
    }
}
