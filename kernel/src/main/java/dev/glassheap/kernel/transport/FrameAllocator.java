package dev.glassheap.kernel.transport;

import zmq.Msg;
import zmq.msg.MsgAllocator;

/**
 * Gives JeroMQ the memory for a frame that is about to arrive.
 *
 * <p>JeroMQ 0.6.0 checks a frame's length against {@code ZMQ_MAXMSGSIZE} as a signed number: a length of 2^63 or more passes for a
 * small one, is cut to 32 bits, and what is asked for here may be negative or two gigabytes. An exception or error at this place
 * would end JeroMQ's one thread for input and output, and with it every socket; any local process could do that with nine bytes.
 * So this allocator never fails: for a frame it cannot or will not hold it gives an empty one. The sender's stream makes no sense from
 * there on, which nobody minds: its messages are dropped like any others without a signature.
 */
final class FrameAllocator implements MsgAllocator {

    private final int maxBytes;

    FrameAllocator(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    @Override
    public Msg allocate(int size) {
        if (size < 0 || size > maxBytes) {
            return new Msg();
        }
        try {
            return new Msg(size);
        } catch (OutOfMemoryError e) {
            return new Msg();
        }
    }
}
