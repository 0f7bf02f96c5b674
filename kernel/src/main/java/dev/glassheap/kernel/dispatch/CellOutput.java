package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.interpreter.InputException;
import dev.glassheap.kernel.interpreter.MimeBundle;
import dev.glassheap.kernel.interpreter.OutputSink;
import dev.glassheap.kernel.protocol.Display;
import dev.glassheap.kernel.protocol.Execute;
import dev.glassheap.kernel.protocol.Input;
import dev.glassheap.kernel.protocol.Message;
import dev.glassheap.kernel.protocol.Published;
import dev.glassheap.kernel.protocol.Stream;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;

/**
 * Publishes what one cell shows, in the order in which it shows it. Once closed it publishes nothing, so that no output can follow
 * the cell's idle. A silent cell publishes nothing at all. What the program shows waits for clients that are slow to read.
 */
final class CellOutput implements OutputSink, AutoCloseable {

    private final Sender sender;
    private final StdinConversation stdin;
    private final Message message;
    private final Execute.Request request;
    private final StreamBuffer streams;
    private boolean closed;

    CellOutput(
            Sender sender,
            StdinConversation stdin,
            ScheduledExecutorService timer,
            Message message,
            Execute.Request request) {
        this.sender = sender;
        this.stdin = stdin;
        this.message = message;
        this.request = request;
        streams = new StreamBuffer(timer, stream -> sender.publish(message, stream));
    }

    @Override
    public void stdout(String text) {
        write(Stream.Name.STDOUT, text);
    }

    @Override
    public void stderr(String text) {
        write(Stream.Name.STDERR, text);
    }

    private void write(Stream.Name name, String text) {
        sender.awaitRoom();
        synchronized (this) {
            if (isOpen()) {
                streams.append(name, text);
            }
        }
    }

    @Override
    public void display(MimeBundle bundle, Optional<String> displayId) {
        sender.awaitRoom();
        publish(new Display.Data(bundle.data(), bundle.metadata(), displayId));
    }

    @Override
    public void updateDisplay(MimeBundle bundle, String displayId) {
        sender.awaitRoom();
        publish(new Display.Update(bundle.data(), bundle.metadata(), displayId));
    }

    @Override
    public void clearOutput(boolean wait) {
        sender.awaitRoom();
        publish(new Display.Clear(wait));
    }

    /** Publishes after all text that was written before, without waiting for room. */
    synchronized void publish(Published published) {
        if (isOpen()) {
            streams.flush();
            sender.publish(message, published);
        }
    }

    private boolean isOpen() {
        return !closed && !request.silent();
    }

    @Override
    public void flush() {
        streams.flush();
    }

    @Override
    public String input(String prompt, boolean password) {
        if (!request.allowStdin()) {
            throw new InputException(InputException.Reason.NOT_ALLOWED);
        }
        // What the program printed before it asks belongs above the prompt.
        flush();
        return stdin.ask(message, new Input.Request(prompt, password));
    }

    /** Sends what is left. */
    @Override
    public synchronized void close() {
        streams.flush();
        closed = true;
    }
}
