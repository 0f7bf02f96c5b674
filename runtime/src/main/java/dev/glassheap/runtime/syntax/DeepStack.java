package dev.glassheap.runtime.syntax;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs a recursive pass so that its depth does not depend on the caller's stack: if the stack does not suffice, the pass is
 * begun again on a thread with a large one. Passes may therefore change nothing but what they return.
 */
final class DeepStack {

    /** Enough for every nesting that the limits of parser and compiler let through; only touched pages cost memory. */
    private static final long STACK_BYTES = 256L << 20;

    private DeepStack() {}

    static <T> T call(Supplier<T> pass) {
        try {
            return pass.get();
        } catch (StackOverflowError shallow) {
            return onOwnThread(pass);
        }
    }

    private static <T> T onOwnThread(Supplier<T> pass) {
        FutureTask<T> task = new FutureTask<>(pass::get);
        Thread thread = new Thread(null, task, "syntax", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return task.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case StackOverflowError _ ->
                        throw new PythonSyntaxError(PythonSyntaxError.Kind.MEMORY_ERROR, "", Optional.empty());
                case RuntimeException error -> throw error;
                case Error error -> throw error;
                default -> throw new IllegalStateException(e.getCause());
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
