package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.interpreter.Interpreter;
import dev.glassheap.kernel.protocol.Execute;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.protocol.Reply;
import dev.glassheap.kernel.protocol.Request;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The shell's queue and the thread that works it off, on which everything of the language runs.
 *
 * <p>When a cell fails that asked for it ({@code stop_on_error}), the cells that are in the queue at that moment are answered
 * {@code aborted}: a marker is put behind them, and until it comes up nothing is run. Cells that come later find the marker gone.
 */
final class ShellLoop {

    private static final String EXECUTE = "execute_request";

    private sealed interface Work {

        record Arrived(Message message) implements Work {}

        record EndOfAborting() implements Work {}

        record End(boolean restart) implements Work {}
    }

    private final BlockingQueue<Work> queue = new LinkedBlockingQueue<>();
    private final Interpreter interpreter;
    private final Attendant attendant;
    private final ShellRequests requests;
    private final CellExecution execution;
    private final Interruption interruption;
    private final Ending ending;
    private final Thread thread;
    private boolean aborting;

    ShellLoop(
            Interpreter interpreter,
            Attendant attendant,
            ShellRequests requests,
            CellExecution execution,
            Interruption interruption,
            Ending ending) {
        this.interpreter = interpreter;
        this.attendant = attendant;
        this.requests = requests;
        this.execution = execution;
        this.interruption = interruption;
        this.ending = ending;
        thread = new Thread(null, this::run, "glassheap-execution", interpreter.stackSize());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void add(Message message) {
        queue.add(new Work.Arrived(message));
    }

    /** Ends the thread when it has worked off what is in the queue; cells are aborted from now on. */
    void end(boolean restart) {
        queue.add(new Work.End(restart));
    }

    /** Waits for the thread to end, at most so long. */
    void awaitEnd(long millis) throws InterruptedException {
        thread.join(millis);
    }

    private void run() {
        try {
            while (true) {
                switch (queue.take()) {
                    case Work.Arrived(Message message) -> attend(message);
                    case Work.EndOfAborting() -> aborting = false;
                    case Work.End(boolean restart) -> {
                        interpreter.shutdown(restart);
                        return;
                    }
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("somebody interrupted the thread on which guest code runs", e);
        }
    }

    private void attend(Message message) {
        if (!message.type().equals(EXECUTE)) {
            attendant.attend(message, request -> requests.answer(message, request));
            ending.attended(message);
        } else if (aborting || ending.hasBegun()) {
            attendant.attend(message, request -> Optional.of(new Execute.Reply.Aborted(execution.executionCount())));
        } else {
            execute(message);
        }
    }

    /** Interrupts are meant for this cell from before its busy, because a client may send one as soon as it sees that. */
    private void execute(Message message) {
        interruption.begin();
        try {
            attendant.attend(message, request -> answer(message, request), this::failure);
        } finally {
            interruption.end();
        }
    }

    private Optional<? extends Reply> answer(Message message, Request request) {
        Optional<? extends Reply> reply = requests.answer(message, request);
        boolean failed = reply.filter(Execute.Reply.Failed.class::isInstance).isPresent();
        if (failed && request instanceof Execute.Request cell && cell.stopOnError() && !cell.silent()) {
            // Before the reply is sent: what the client sends because of the reply is to be run.
            aborting = true;
            queue.add(new Work.EndOfAborting());
        }
        return reply;
    }

    private Reply failure(Throwable thrown) {
        KernelFault fault = KernelFault.of(thrown);
        return new Execute.Reply.Failed(
                execution.executionCount(), fault.ename(), fault.evalue(), fault.traceback());
    }
}
