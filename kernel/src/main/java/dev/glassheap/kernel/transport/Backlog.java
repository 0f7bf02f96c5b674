package dev.glassheap.kernel.transport;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Messages that wait for their socket's thread, and how many bytes they are. Anybody may add, and nobody who adds has to wait; who can
 * wait asks first whether there is room.
 *
 * <p>Invariant: {@code bytes == sum of the lengths of all frames in the queue}, once no call is under way.
 */
final class Backlog {

    /** There is room as long as fewer bytes wait. */
    static final long ROOM_BYTES = 16L << 20;

    private final Queue<List<byte[]>> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();

    void add(List<byte[]> frames) {
        bytes.addAndGet(sizeOf(frames));
        queue.add(frames);
    }

    /** The oldest message, or {@code null} when there is none. */
    List<byte[]> peek() {
        return queue.peek();
    }

    /** Removes the oldest message. Only the socket's thread removes. */
    void remove() {
        long left = bytes.addAndGet(-sizeOf(queue.remove()));
        if (left < ROOM_BYTES) {
            synchronized (this) {
                notifyAll();
            }
        }
    }

    boolean isEmpty() {
        return queue.isEmpty();
    }

    /** Waits until there is room, so many milliseconds at most; whether there is. */
    boolean awaitRoom(long millis) throws InterruptedException {
        if (hasRoom()) {
            return true;
        }
        synchronized (this) {
            if (!hasRoom()) {
                wait(millis);
            }
        }
        return hasRoom();
    }

    private boolean hasRoom() {
        return bytes.get() < ROOM_BYTES;
    }

    private static long sizeOf(List<byte[]> frames) {
        long size = 0;
        for (byte[] frame : frames) {
            size += frame.length;
        }
        return size;
    }
}
