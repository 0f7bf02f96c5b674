package dev.glassheap.kernel.protocol;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message's header: {@code msg_id, session, username, date, msg_type, version} and whatever else its sender put there.
 *
 * @param fields all of it, in the sender's order: the parent header of every answer is an exact copy. {@code msg_id} and
 *     {@code msg_type} are always there and strings
 */
public record Header(Map<String, Object> fields) {

    /**
     * Copies the map.
     *
     * @throws MalformedContentException when {@code msg_id} or {@code msg_type} is not a string
     */
    public Header {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        for (String name : new String[] {"msg_id", "msg_type"}) {
            if (!(fields.get(name) instanceof String)) {
                throw new MalformedContentException("header", name, "a string", fields.get(name));
            }
        }
    }

    /** A new header of ours. */
    public static Header of(String msgId, String session, String username, Instant date, String msgType) {
        return new Header(Json.object(
                "msg_id", msgId,
                "session", session,
                "username", username,
                "date", date.toString(),
                "msg_type", msgType,
                "version", Protocol.VERSION));
    }

    /** The id that answers refer to. */
    public String msgId() {
        return (String) fields.get("msg_id");
    }

    /** The type, e.g. {@code execute_request}. */
    public String msgType() {
        return (String) fields.get("msg_type");
    }
}
