package dev.glassheap.kernel.protocol;

import java.util.Map;

/** What a client may ask of the kernel on shell and control. */
public sealed interface Request
        permits KernelInfo.Request,
                Connect.Request,
                Execute.Request,
                Complete.Request,
                Inspect.Request,
                IsComplete.Request,
                History.Request,
                Comm.InfoRequest,
                Comm.Open,
                Comm.Msg,
                Comm.Close,
                Interrupt.Request,
                Shutdown.Request,
                Request.Unknown {

    /** A type that we do not know. The protocol says to ignore it. */
    record Unknown(String msgType) implements Request {}

    /**
     * Reads a request.
     *
     * @throws MalformedContentException when a field has the wrong type or a required one is missing
     */
    static Request of(String msgType, Map<String, Object> content) {
        Fields fields = new Fields(msgType, content);
        return switch (msgType) {
            case KernelInfo.REQUEST -> new KernelInfo.Request();
            case Connect.REQUEST -> new Connect.Request();
            case Execute.REQUEST -> Execute.Request.of(fields);
            case Complete.REQUEST -> Complete.Request.of(fields);
            case Inspect.REQUEST -> Inspect.Request.of(fields);
            case IsComplete.REQUEST -> new IsComplete.Request(fields.string("code"));
            case History.REQUEST -> History.Request.of(fields);
            case Comm.INFO_REQUEST -> new Comm.InfoRequest(fields.optionalString("target_name"));
            case Comm.OPEN -> Comm.Open.of(fields);
            case Comm.MSG -> Comm.Msg.of(fields);
            case Comm.CLOSE -> Comm.Close.of(fields);
            case Interrupt.REQUEST -> new Interrupt.Request();
            case Shutdown.REQUEST -> new Shutdown.Request(fields.bool("restart", false));
            default -> new Unknown(msgType);
        };
    }
}
