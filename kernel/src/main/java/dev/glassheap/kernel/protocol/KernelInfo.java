package dev.glassheap.kernel.protocol;

import java.util.List;
import java.util.Map;

/** {@code kernel_info}: who the kernel is. Answered on shell and on control (JEP 80). */
public final class KernelInfo {

    static final String REQUEST = "kernel_info_request";

    private KernelInfo() {}

    /** Has no fields. */
    public record Request() implements dev.glassheap.kernel.protocol.Request {}

    /**
     * Who the kernel is.
     *
     * @param languageInfo {@code name, version, mimetype, file_extension, pygments_lexer, codemirror_mode, nbconvert_exporter}
     * @param helpLinks objects of {@code text} and {@code url}
     * @param supportedFeatures optional features (JEP 92), e.g. {@code debugger}
     */
    public record Reply(
            String implementation,
            String implementationVersion,
            Map<String, Object> languageInfo,
            String banner,
            List<Map<String, Object>> helpLinks,
            List<String> supportedFeatures)
            implements dev.glassheap.kernel.protocol.Reply {

        @Override
        public String msgType() {
            return "kernel_info_reply";
        }

        @Override
        public Map<String, Object> content() {
            return Json.object(
                    "status", "ok",
                    "protocol_version", Protocol.VERSION,
                    "implementation", implementation,
                    "implementation_version", implementationVersion,
                    "language_info", languageInfo,
                    "banner", banner,
                    "help_links", helpLinks,
                    "supported_features", supportedFeatures);
        }
    }
}
