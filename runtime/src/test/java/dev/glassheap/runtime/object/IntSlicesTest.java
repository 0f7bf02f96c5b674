package dev.glassheap.runtime.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Very large ints are computed in slices between which an interrupt is seen, and come out as without slices. */
class IntSlicesTest {

    private final World w = TestWorld.create();
    private final Random random = new Random(1);
    private int polls;
    private int limit = Integer.MAX_VALUE;

    IntSlicesTest() {
        w.calls = new GuestCalls() {
            @Override
            public PyObject callFunction(World world, PyObject function, PyObject[] args, PyStr[] kwnames) {
                throw new AssertionError("no interpreter in this test");
            }

            @Override
            public void writeUnraisable(World world, PyException exception, PyObject where) {
                throw new AssertionError(TestWorld.describe(world, exception));
            }

            @Override
            public void checkInterrupt(World world) {
                if (++polls > limit) {
                    throw Errors.of(world, world.types.exceptions.keyboardInterrupt);
                }
            }
        };
    }

    private BigInteger number(int bits) {
        BigInteger n = new BigInteger(bits, random).setBit(bits - 1);
        return random.nextBoolean() ? n : n.negate();
    }

    @Test
    void products_are_those_without_slices() {
        int[][] sizes = {{600_000, 600_000}, {600_000, 1000}, {300_000, 280_000}, {1_200_000, 400_000}};
        for (int[] size : sizes) {
            BigInteger a = number(size[0]);
            BigInteger b = number(size[1]);
            assertThat(IntSlices.multiply(w, a, b).equals(a.multiply(b))).isTrue();
            assertThat(IntSlices.multiply(w, a, a).equals(a.multiply(a))).isTrue();
        }
        assertThat(polls).isGreaterThan(10);
    }

    @Test
    void quotients_and_remainders_are_those_without_slices() {
        int[][] sizes = {{600_000, 300_000}, {1_200_000, 100}, {900_000, 20_000}, {700_000, 699_000}, {1_200_000, 500_000}, {600_000, 1}};
        for (int[] size : sizes) {
            BigInteger a = number(size[0]);
            BigInteger b = number(size[1]);
            BigInteger[] qr = IntSlices.divide(w, a, b);
            assertThat(qr[0].multiply(b).add(qr[1]).equals(a)).as("%d by %d bits", size[0], size[1]).isTrue();
            assertThat(qr[1].abs().compareTo(b.abs())).isNegative();
            assertThat(qr[1].signum() * a.signum()).isNotNegative();
        }
    }

    @Test
    void texts_are_those_without_slices_and_can_be_read_back() {
        for (int base : new int[] {2, 7, 10, 16, 36}) {
            BigInteger a = number(400_000);
            String text = IntSlices.toText(w, a, base);
            assertThat(text.equals(a.toString(base))).isTrue();
            assertThat(IntSlices.parse(w, a.signum() < 0 ? text.substring(1) : text, base).equals(a.abs())).isTrue();
        }
        BigInteger withZeros = BigInteger.TEN.pow(200_000).add(BigInteger.ONE);
        assertThat(IntSlices.toText(w, withZeros, 10)).hasSize(200_001).startsWith("1000").endsWith("0001");
    }

    @Test
    void an_interrupted_power_leaves_no_block() {
        PyInt base = w.newInt(BigInteger.TEN.pow(1000));
        PyInt exponent = w.newInt(400);
        int blocks = w.heap.allocatedBlocks();
        limit = 3;
        assertThatThrownBy(() -> Numbers.power(w, base, exponent, w.singletons.none)).isInstanceOfSatisfying(PyException.class,
            e -> assertThat(TestWorld.describe(w, e)).startsWith("KeyboardInterrupt"));
        w.freeLists.clear(w);
        assertThat(w.heap.allocatedBlocks()).isEqualTo(blocks);
    }

    @Test
    void what_cannot_fit_the_heap_is_refused_before_it_is_computed() {
        PyInt ten = w.newInt(10);
        PyInt huge = w.newInt(10_000_000_000L);
        for (BinaryOp op : new BinaryOp[] {BinaryOp.POWER, BinaryOp.LSHIFT}) {
            assertThatThrownBy(() -> Numbers.binary(w, op, ten, huge)).isInstanceOfSatisfying(PyException.class,
                e -> assertThat(TestWorld.describe(w, e)).startsWith("MemoryError"));
        }
        assertThat(polls).isZero();
    }
}
