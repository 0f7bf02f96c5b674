package dev.glassheap.kernel.protocol;

import java.util.Map;
import java.util.Optional;

/** Comms: conversations of JSON messages beside the cells, in both directions. They have no replies. */
public final class Comm {

    static final String OPEN = "comm_open";
    static final String MSG = "comm_msg";
    static final String CLOSE = "comm_close";
    static final String INFO_REQUEST = "comm_info_request";

    private Comm() {}

    /** Opens a comm of this id for this target. */
    public record Open(String commId, String targetName, Map<String, Object> data) implements Request, Published {

        static Open of(Fields fields) {
            return new Open(fields.string("comm_id"), fields.string("target_name"), fields.object("data"));
        }

        @Override
        public String msgType() {
            return OPEN;
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("comm_id", commId, "target_name", targetName, "data", data);
        }
    }

    /** Says something in an open comm. */
    public record Msg(String commId, Map<String, Object> data) implements Request, Published {

        static Msg of(Fields fields) {
            return new Msg(fields.string("comm_id"), fields.object("data"));
        }

        @Override
        public String msgType() {
            return MSG;
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("comm_id", commId, "data", data);
        }
    }

    /** Ends a comm. */
    public record Close(String commId, Map<String, Object> data) implements Request, Published {

        static Close of(Fields fields) {
            return new Close(fields.string("comm_id"), fields.object("data"));
        }

        @Override
        public String msgType() {
            return CLOSE;
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("comm_id", commId, "data", data);
        }
    }

    /** Which comms are open, all or those of one target. */
    public record InfoRequest(Optional<String> targetName) implements Request {}

    /**
     * The open comms.
     *
     * @param targets comm id to target name
     */
    public record InfoReply(Map<String, String> targets) implements Reply {

        @Override
        public String msgType() {
            return "comm_info_reply";
        }

        @Override
        public Map<String, Object> content() {
            Map<String, Object> comms = Json.object();
            targets.forEach((id, target) -> comms.put(id, Json.object("target_name", target)));
            return Json.object("status", "ok", "comms", comms);
        }
    }
}
