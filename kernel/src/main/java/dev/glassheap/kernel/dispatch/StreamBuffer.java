package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.protocol.Stream;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Collects what a cell prints, so that ten thousand lines travel in a handful of messages: a Jupyter server drops what exceeds 1000
 * messages a second.
 *
 * <p>Text leaves when {@value #SIZE} characters are there (whole lines only, as long as lines are shorter than
 * {@value #LONGEST_LINE}), when the oldest of it is {@value #MILLIS} ms old, when the other stream begins, or on {@link #flush}. The
 * order of all text is kept.
 */
final class StreamBuffer {

    static final int SIZE = 8 * 1024;
    static final int LONGEST_LINE = 64 * 1024;
    static final long MILLIS = 50;

    private final ScheduledExecutorService timer;
    private final Consumer<Stream> sink;
    private final StringBuilder text = new StringBuilder();
    private Stream.Name name = Stream.Name.STDOUT;
    private boolean timerRuns;

    StreamBuffer(ScheduledExecutorService timer, Consumer<Stream> sink) {
        this.timer = timer;
        this.sink = sink;
    }

    synchronized void append(Stream.Name stream, String more) {
        if (more.isEmpty()) {
            return;
        }
        if (stream != name) {
            flush();
            name = stream;
        }
        text.append(more);
        if (text.length() >= SIZE) {
            sendLines();
        }
        startTimer();
    }

    private void startTimer() {
        if (!text.isEmpty() && !timerRuns) {
            timerRuns = true;
            timer.schedule(this::flushByTimer, MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    /** Sends everything now. */
    synchronized void flush() {
        send(text.length());
    }

    private synchronized void flushByTimer() {
        timerRuns = false;
        // A line that has just begun waits for its end once more; text without any line's end goes as it is.
        if (text.indexOf("\n") >= 0) {
            sendLines();
        } else {
            flush();
        }
        startTimer();
    }

    private void sendLines() {
        int endOfLines = text.lastIndexOf("\n") + 1;
        send(text.length() - endOfLines >= LONGEST_LINE ? text.length() : endOfLines);
    }

    private void send(int length) {
        if (length > 0) {
            String piece = text.substring(0, length);
            text.delete(0, length);
            sink.accept(new Stream(name, piece));
        }
    }
}
