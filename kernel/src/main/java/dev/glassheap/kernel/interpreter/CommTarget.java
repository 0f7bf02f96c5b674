package dev.glassheap.kernel.interpreter;

import java.util.Map;

/**
 * A name under which a front end can open a comm, a conversation of JSON messages beside the cells.
 *
 * <p>Data are maps of JSON-neutral values as in {@link MimeBundle}. The kernel calls targets and conversations on the thread that
 * executes cells, between cells.
 */
@FunctionalInterface
public interface CommTarget {

    /**
     * A front end opened a comm.
     *
     * @param comm the kernel's end of it; valid until it is closed
     * @param data what the front end sent along
     * @return who answers the messages that follow
     */
    Conversation open(Comm comm, Map<String, Object> data);

    /** The kernel's end of an open comm. */
    interface Comm {

        /** The comm's id, chosen by the front end. */
        String id();

        /** Sends a message to the front end. Without effect once the comm is closed. */
        void send(Map<String, Object> data);

        /** Closes the comm and tells the front end so. */
        void close(Map<String, Object> data);
    }

    /** The interpreter's side of an open comm. */
    @FunctionalInterface
    interface Conversation {

        /** The front end sent a message. */
        void received(Map<String, Object> data);

        /** The front end closed the comm. */
        default void closed(Map<String, Object> data) {}
    }
}
