package dev.glassheap.kernel.protocol;

import java.util.List;
import java.util.Map;

/** {@code execute}: run a cell. */
public final class Execute {

    static final String REQUEST = "execute_request";

    private static final String REPLY = "execute_reply";

    private Execute() {}

    /**
     * A cell to run.
     *
     * @param silent default false; when true nothing goes to iopub but the status, and nothing is stored
     * @param storeHistory default true; false when {@code silent}
     * @param userExpressions name to expression
     * @param allowStdin default true
     * @param stopOnError default true: when the cell fails, abort the cells that wait behind it
     */
    public record Request(
            String code,
            boolean silent,
            boolean storeHistory,
            Map<String, String> userExpressions,
            boolean allowStdin,
            boolean stopOnError)
            implements dev.glassheap.kernel.protocol.Request {

        static Request of(Fields fields) {
            boolean silent = fields.bool("silent", false);
            return new Request(
                    fields.string("code"),
                    silent,
                    fields.bool("store_history", true) && !silent,
                    fields.strings("user_expressions"),
                    fields.bool("allow_stdin", true),
                    fields.bool("stop_on_error", true));
        }
    }

    /** How the cell ended. */
    public sealed interface Reply extends dev.glassheap.kernel.protocol.Reply {

        @Override
        default String msgType() {
            return REPLY;
        }

        /**
         * The cell completed.
         *
         * @param userExpressions name to {@code {status: ok, data, metadata}} or to the fields of an error
         * @param payload objects with a {@code source}
         */
        record Ok(int executionCount, Map<String, Object> userExpressions, List<Map<String, Object>> payload)
                implements Reply {

            @Override
            public Map<String, Object> content() {
                return Json.object(
                        "status", "ok",
                        "execution_count", executionCount,
                        "user_expressions", userExpressions,
                        "payload", payload);
            }
        }

        /** The cell raised an error or was interrupted. */
        record Failed(int executionCount, String ename, String evalue, List<String> traceback) implements Reply {

            @Override
            public Map<String, Object> content() {
                Map<String, Object> content = Json.error(ename, evalue, traceback);
                content.put("execution_count", executionCount);
                content.put("user_expressions", Map.of());
                content.put("payload", List.of());
                return content;
            }
        }

        /** The cell was not run, because one before it failed or the kernel ends. */
        record Aborted(int executionCount) implements Reply {

            @Override
            public Map<String, Object> content() {
                return Json.object("status", "aborted", "execution_count", executionCount);
            }
        }
    }

    /** {@code execute_input} on iopub: what is about to run. */
    public record Input(String code, int executionCount) implements Published {

        @Override
        public String msgType() {
            return "execute_input";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("code", code, "execution_count", executionCount);
        }
    }

    /** {@code execute_result} on iopub: the value of the cell. */
    public record Result(int executionCount, Map<String, Object> data, Map<String, Object> metadata)
            implements Published {

        @Override
        public String msgType() {
            return "execute_result";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("execution_count", executionCount, "data", data, "metadata", metadata);
        }
    }

    /** {@code error} on iopub: how the cell failed. */
    public record Failure(String ename, String evalue, List<String> traceback) implements Published {

        @Override
        public String msgType() {
            return "error";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object("ename", ename, "evalue", evalue, "traceback", traceback);
        }
    }

    /** The entry of {@link Reply.Ok#userExpressions} for an expression with a value. */
    public static Map<String, Object> expressionValue(Map<String, Object> data, Map<String, Object> metadata) {
        return Json.object("status", "ok", "data", data, "metadata", metadata);
    }

    /** The entry of {@link Reply.Ok#userExpressions} for an expression that failed. */
    public static Map<String, Object> expressionError(String ename, String evalue, List<String> traceback) {
        return Json.error(ename, evalue, traceback);
    }

    /** The payload that shows something in the pager, from line {@code start}. */
    public static Map<String, Object> page(Map<String, Object> data, int start) {
        return Json.object("source", "page", "data", data, "start", start);
    }

    /** The payload that puts text into a cell. */
    public static Map<String, Object> setNextInput(String text, boolean replace) {
        return Json.object("source", "set_next_input", "text", text, "replace", replace);
    }
}
