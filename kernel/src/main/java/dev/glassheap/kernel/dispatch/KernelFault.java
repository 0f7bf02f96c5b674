package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.protocol.MalformedContentException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How a client is told of something thrown in the kernel itself, which no guest program can have raised. */
record KernelFault(String ename, String evalue, List<String> traceback) {

    private static final int MAX_FRAMES = 20;

    static KernelFault of(Throwable thrown) {
        if (thrown instanceof MalformedContentException malformed) {
            return new KernelFault("MalformedRequest", malformed.getMessage(), List.of());
        }
        String evalue = String.valueOf(thrown.getMessage());
        List<String> traceback = new ArrayList<>();
        traceback.add("The kernel failed, not the program: " + thrown);
        Arrays.stream(thrown.getStackTrace())
                .limit(MAX_FRAMES)
                .forEach(frame -> traceback.add("  at " + frame));
        return new KernelFault("KernelFault", thrown.getClass().getName() + ": " + evalue, traceback);
    }
}
