package dev.glassheap.kernel.protocol;

import java.util.List;
import java.util.Map;

/** The one answer to a request. */
public sealed interface Reply
        permits KernelInfo.Reply,
                Connect.Reply,
                Execute.Reply,
                Complete.Reply,
                Inspect.Reply,
                IsComplete.Reply,
                History.Reply,
                Comm.InfoReply,
                Interrupt.Reply,
                Shutdown.Reply,
                Reply.Failure {

    /** The message's type, e.g. {@code execute_reply}. */
    String msgType();

    /** The message's content. */
    Map<String, Object> content();

    /**
     * The request could not be answered.
     *
     * @param msgType the type of the reply that was expected
     */
    record Failure(String msgType, String ename, String evalue, List<String> traceback) implements Reply {

        /** The type of the reply that belongs to a request: {@code x_request} is answered by {@code x_reply}. */
        public static String replyTypeOf(String requestType) {
            return requestType.endsWith("_request")
                    ? requestType.substring(0, requestType.length() - "request".length()) + "reply"
                    : requestType + "_reply";
        }

        @Override
        public Map<String, Object> content() {
            return Json.error(ename, evalue, traceback);
        }
    }
}
