package dev.glassheap.kernel.protocol;

import java.util.List;
import java.util.Map;

/**
 * A message in either direction.
 *
 * @param route the frames before the delimiter: on shell, control and stdin the identities of the client that sent the message or
 *     is to receive it, on iopub the topic
 * @param parentHeader the header of the message that caused this one, {@code {}} when nothing did
 * @param buffers raw frames after the content, as comm messages may carry them
 */
public record Message(
        Channel channel,
        List<byte[]> route,
        Header header,
        Map<String, Object> parentHeader,
        Map<String, Object> metadata,
        Map<String, Object> content,
        List<byte[]> buffers) {

    /** Copies the lists. */
    public Message {
        route = List.copyOf(route);
        buffers = List.copyOf(buffers);
    }

    /** The type, e.g. {@code execute_request}. */
    public String type() {
        return header.msgType();
    }
}
