package dev.glassheap.runtime.interpreter;

import com.oracle.truffle.api.frame.FrameDescriptor;
import com.oracle.truffle.api.frame.FrameSlotKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The slots of a frame: first what the interpreter needs for itself, then CPython's {@code localsplus} (locals, cells, free
 * variables), then temporaries.
 *
 * <p>Invariant: local {@code i} of CPython's numbering is slot {@code FIRST_LOCAL + i}.
 */
final class SlotLayout {

    /** The value of a return or yield on its way out; owned. */
    static final int RESULT = 0;
    /** The frame object, once somebody asked for it ({@code frame_obj}); owned. */
    static final int FRAME_OBJECT = 1;
    /** What a generator is resumed with: a {@code PyObject} (owned) or a {@code PyException}. */
    static final int SENT = 2;
    /** 1 while the frame is on the guest frame stack, else 0; an int. */
    static final int ENTERED = 3;
    /** Generators: what the resumer was handling; a borrowed exception or null. */
    static final int BASE_HANDLED = 4;
    static final int FIRST_LOCAL = 5;

    private final FrameDescriptor.Builder builder = FrameDescriptor.newBuilder();
    private final List<Integer> temporaries = new ArrayList<>();
    private final List<Integer> counters = new ArrayList<>();
    private int next;

    SlotLayout(int localsPlus) {
        builder.addSlots(FIRST_LOCAL + localsPlus, FrameSlotKind.Static);
        next = FIRST_LOCAL + localsPlus;
    }

    /** A slot for a value that the frame owns while it is set: an operand across a yield, a loop's iterator. */
    int temporary() {
        builder.addSlots(1, FrameSlotKind.Static);
        temporaries.add(next);
        return next++;
    }

    /** A slot for an int: a status, or where a generator's statement stands. */
    int counter() {
        builder.addSlots(1, FrameSlotKind.Static);
        counters.add(next);
        return next++;
    }

    int[] temporaries() {
        return temporaries.stream().mapToInt(Integer::intValue).toArray();
    }

    int[] counters() {
        return counters.stream().mapToInt(Integer::intValue).toArray();
    }

    FrameDescriptor build() {
        return builder.build();
    }
}
