package dev.glassheap.kernel.protocol;

import java.util.Map;

/** What the kernel tells everybody on iopub. */
public sealed interface Published
        permits Status,
                Stream,
                Display.Data,
                Display.Update,
                Display.Clear,
                Execute.Input,
                Execute.Result,
                Execute.Failure,
                Comm.Open,
                Comm.Msg,
                Comm.Close,
                Shutdown.Reply,
                IopubWelcome {

    /** The message's type, e.g. {@code stream}. */
    String msgType();

    /** The message's content. */
    Map<String, Object> content();
}
