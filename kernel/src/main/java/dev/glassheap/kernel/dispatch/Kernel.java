package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.interpreter.Interpreter;
import dev.glassheap.kernel.protocol.Connect;
import dev.glassheap.kernel.protocol.IopubWelcome;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.protocol.Status;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/**
 * A kernel without sockets: messages in, by channel, and messages out, to one outbox.
 *
 * <p>The methods that take messages return at once, but for the short work that control has; they may be called by different
 * threads.
 */
public final class Kernel {

    /** A cell that is still running when the kernel ends has so long to stop. */
    private static final long MILLIS_TO_END = 1_000;

    private final Sender sender;
    private final Attendant attendant;
    private final StdinConversation stdin;
    private final Interruption interruption;
    private final ControlRequests controlRequests;
    private final ShellLoop shell;
    private final Ending ending;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform()
            .name("glassheap-stream-timer")
            .daemon()
            .factory());

    /**
     * A kernel for this language.
     *
     * @param ports what a {@code connect_request} is told
     * @param outbox where messages go; called by several threads
     * @param log gets a line for everything that is ignored or goes wrong
     */
    public Kernel(Interpreter interpreter, Connect.Reply ports, Outbox outbox, Consumer<String> log) {
        sender = new Sender(outbox, interpreter::interruptPending);
        attendant = new Attendant(sender, log);
        stdin = new StdinConversation(sender, interpreter::interruptPending, log);
        interruption = new Interruption(interpreter, stdin);
        ending = new Ending(sender, this::beginEnd);
        Description description = Description.of(interpreter.info(), ports);
        controlRequests = new ControlRequests(description, interruption, ending, log);
        SessionHistory history = new SessionHistory();
        CellExecution execution = new CellExecution(interpreter, sender, stdin, timer, history);
        Comms comms = new Comms(interpreter.commTargets(), sender, log);
        ShellRequests shellRequests =
                new ShellRequests(interpreter, description, execution, history, comms, ending, log);
        shell = new ShellLoop(interpreter, attendant, shellRequests, execution, interruption, ending);
    }

    /** Publishes {@code starting} and begins to work. */
    public void start() {
        sender.publish(new Status(Status.State.STARTING));
        shell.start();
    }

    /** A message on shell: answered when its turn comes. */
    public void shell(Message message) {
        shell.add(message);
    }

    /** A message on control: answered now. */
    public void control(Message message) {
        attendant.attend(message, request -> controlRequests.answer(message, request));
        ending.attended(message);
    }

    /** A message on stdin. */
    public void stdin(Message message) {
        stdin.received(message);
    }

    /** Somebody subscribed to a topic of iopub. */
    public void subscribed(String topic) {
        sender.publishTo(topic, new IopubWelcome(topic));
    }

    /** Ends the kernel as a {@code shutdown_request} does, but without a reply. */
    public void stop() {
        ending.begin();
    }

    private void beginEnd(boolean restart) {
        shell.end(restart);
        interruption.interruptForShutdown();
    }

    /**
     * Waits until the kernel has been asked to end and has ended, or did not manage to within a second: a cell may refuse to stop.
     */
    public void awaitEnd() throws InterruptedException {
        ending.await();
        shell.awaitEnd(MILLIS_TO_END);
        timer.shutdown();
    }
}
