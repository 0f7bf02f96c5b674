package dev.glassheap.kernel.transport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ends a blocking poll of another thread. At most one byte is in the pipe, however often it rings. */
final class WakeUp implements AutoCloseable {

    private final Pipe pipe;
    private final AtomicBoolean rung = new AtomicBoolean();

    WakeUp() {
        try {
            pipe = Pipe.open();
            pipe.source().configureBlocking(false);
        } catch (IOException e) {
            throw new UncheckedIOException("no pipe to wake a socket's thread", e);
        }
    }

    /** What the poll has to wait for. */
    SelectableChannel channel() {
        return pipe.source();
    }

    /** Makes the channel readable. May be called by any thread, also after the end. */
    void ring() {
        if (!rung.compareAndSet(false, true)) {
            return;
        }
        // Both ends belong to the loop and are closed by it; a bell rung after that has nobody to wake.
        synchronized (pipe) {
            if (!pipe.sink().isOpen()) {
                return;
            }
            try {
                pipe.sink().write(ByteBuffer.wrap(new byte[1]));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot wake a socket's thread", e);
            }
        }
    }

    /** Silences the bell. Call it before looking for what it announced, so that nothing announced later is missed. */
    void clear() {
        ByteBuffer bytes = ByteBuffer.allocate(8);
        try {
            while (pipe.source().read(bytes) > 0) {
                bytes.clear();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a wake-up pipe", e);
        }
        rung.set(false);
    }

    @Override
    public void close() {
        synchronized (pipe) {
            try {
                pipe.sink().close();
                pipe.source().close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot close a wake-up pipe", e);
            }
        }
    }
}
