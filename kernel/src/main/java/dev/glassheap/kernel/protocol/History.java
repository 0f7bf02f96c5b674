package dev.glassheap.kernel.protocol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code history}: cells that were run. */
public final class History {

    static final String REQUEST = "history_request";

    private History() {}

    /**
     * The question.
     *
     * @param output whether outputs are wanted beside the inputs
     * @param access which cells
     */
    public record Request(boolean output, Access access) implements dev.glassheap.kernel.protocol.Request {

        static Request of(Fields fields) {
            return new Request(fields.bool("output", false), Access.of(fields));
        }
    }

    /** Which cells are wanted. */
    public sealed interface Access {

        /** The last {@code n}. */
        record Tail(int n) implements Access {}

        /**
         * Those of one session from line {@code start} to before line {@code stop}.
         *
         * @param session 0 for the present one, negative to count back from it
         * @param stop empty for all that follow
         */
        record Range(int session, int start, Optional<Integer> stop) implements Access {}

        /**
         * Those whose input matches.
         *
         * @param pattern a glob of {@code *} and {@code ?} that must match the whole input
         * @param unique whether an input that occurs again is given only once, at its last occurrence
         * @param n at most so many, the last ones; empty for all
         */
        record Search(String pattern, boolean unique, Optional<Integer> n) implements Access {}

        private static Access of(Fields fields) {
            Optional<Integer> n = optionalInteger(fields, "n");
            String type = fields.string("hist_access_type", "tail");
            return switch (type) {
                case "tail" -> new Tail(n.orElse(10));
                case "range" -> new Range(
                        fields.integer("session", 0), fields.integer("start", 0), optionalInteger(fields, "stop"));
                case "search" -> new Search(fields.string("pattern", "*"), fields.bool("unique", false), n);
                default -> throw new MalformedContentException(
                        REQUEST, "hist_access_type", "tail, range or search", type);
            };
        }

        private static Optional<Integer> optionalInteger(Fields fields, String name) {
            int value = fields.integer(name, Integer.MIN_VALUE);
            return value == Integer.MIN_VALUE ? Optional.empty() : Optional.of(value);
        }
    }

    /**
     * One cell of the past.
     *
     * @param session the session it ran in, from 1
     * @param line its execution count
     * @param output its value as text, if it had one
     */
    public record Entry(int session, int line, String input, Optional<String> output) {}

    /**
     * The answer, oldest first.
     *
     * @param withOutput whether entries are {@code [session, line, [input, output]]} instead of {@code [session, line, input]}
     */
    public record Reply(List<Entry> entries, boolean withOutput) implements dev.glassheap.kernel.protocol.Reply {

        /** Copies the list. */
        public Reply {
            entries = List.copyOf(entries);
        }

        @Override
        public String msgType() {
            return "history_reply";
        }

        @Override
        public Map<String, Object> content() {
            List<List<Object>> history = new ArrayList<>();
            for (Entry entry : entries) {
                Object said = withOutput
                        ? Arrays.asList(entry.input, entry.output.orElse(null))
                        : entry.input;
                history.add(List.of(entry.session, entry.line, said));
            }
            return Json.object("status", "ok", "history", history);
        }
    }
}
