package dev.glassheap.kernel.interpreter;

import java.util.Map;
import java.util.Optional;

/**
 * A language as the kernel sees it.
 *
 * <p><b>Threads.</b> The kernel calls {@link #info} and {@link #stackSize} once at the start, and then every method but
 * {@link #interrupt} and {@link #interruptPending} on one thread; so an interpreter may be written as if it were single-threaded.
 * {@link #interrupt} comes from another thread while {@link #execute} runs.
 *
 * <p><b>Errors.</b> An error of the guest program is an {@link ExecutionResult}, never a Java exception. Whatever an
 * interpreter throws all the same is a defect of the interpreter: the kernel answers the request with an error and goes on.
 */
public interface Interpreter {

    /** What {@code kernel_info} says about the language; constant for the life of the interpreter. */
    LanguageInfo info();

    /**
     * Runs one cell to its end.
     *
     * @param request the cell and how to run it
     * @param out where the cell's output goes while it runs; invalid after this call has returned
     * @return the value of the cell, or how it failed
     */
    ExecutionResult execute(ExecutionRequest request, OutputSink out);

    /**
     * Asks the running execution to stop. Called on another thread than {@link #execute}, and returns at once.
     *
     * <p>The kernel calls this only from just before {@link #execute} is called until just after it has returned. A request
     * that comes before the first guest instruction must not be lost: {@code execute} does not clear it on entry.
     */
    void interrupt();

    /**
     * Whether an interrupt was asked for that the execution has not yet acted upon. The kernel asks before it lets a cell wait for
     * input, because nothing would wake a wait that began just after the interrupt. Called on any thread.
     */
    boolean interruptPending();

    /**
     * Forgets an interrupt that found nothing to stop, so that it cannot strike the next cell. The kernel calls this after
     * every execution, at a moment when no further {@link #interrupt} can come.
     */
    void forgetInterrupt();

    /**
     * What could stand at the cursor.
     *
     * @param cursor code points before the cursor, 0 to the number of code points of {@code code}
     */
    default Completions complete(String code, int cursor) {
        return Completions.none(cursor);
    }

    /**
     * Describes the thing at the cursor; empty when there is nothing to say about it.
     *
     * @param cursor code points before the cursor, 0 to the number of code points of {@code code}
     * @param detailLevel 0 for {@code thing?}, 1 for {@code thing??}
     */
    default Optional<MimeBundle> inspect(String code, int cursor, int detailLevel) {
        return Optional.empty();
    }

    /** Whether a console should run this code or ask for another line. */
    default Completeness isComplete(String code) {
        return new Completeness.Unknown();
    }

    /** The comm targets that a front end may open, by name. */
    default Map<String, CommTarget> commTargets() {
        return Map.of();
    }

    /**
     * The stack of the thread that calls {@link #execute}, in bytes; 0 leaves it to the JVM. A hint to the JVM as
     * {@link Thread#Thread(ThreadGroup, Runnable, String, long)} describes it.
     */
    default long stackSize() {
        return 0;
    }

    /**
     * The kernel ends; no further call follows. Not called when a cell does not stop in time or the process is killed.
     *
     * @param restart whether the front end is about to start the kernel again
     */
    default void shutdown(boolean restart) {}
}
