package dev.glassheap.kernel.minipy;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The present world, if there is one, and the interrupts that are meant for it. An interrupt that comes while there is none waits for
 * the next, so that it is not lost while a world begins.
 */
final class Worlds {

    private Optional<GuestWorld> present = Optional.empty();
    private boolean waiting;

    /** The present world; begins one if there is none. On the guest thread. */
    GuestWorld present(Supplier<GuestWorld> begin) {
        Optional<GuestWorld> world = get();
        return world.isPresent() ? world.get() : enter(begin.get());
    }

    private synchronized Optional<GuestWorld> get() {
        return present;
    }

    private synchronized GuestWorld enter(GuestWorld world) {
        present = Optional.of(world);
        if (waiting) {
            waiting = false;
            world.interruption().interrupt();
        }
        return world;
    }

    /** Ends the present world; interrupts reach it until it has ended. On the guest thread. */
    void replace(Consumer<GuestWorld> end) {
        try {
            get().ifPresent(end);
        } finally {
            leave();
        }
    }

    private synchronized void leave() {
        present = Optional.empty();
    }

    synchronized void interrupt() {
        if (present.isPresent()) {
            present.get().interruption().interrupt();
        } else {
            waiting = true;
        }
    }

    synchronized boolean isInterruptPending() {
        return waiting || present.map(world -> world.interruption().isPending()).orElse(false);
    }

    synchronized void forgetInterrupt() {
        waiting = false;
        present.ifPresent(world -> world.interruption().forget());
    }
}
