package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.interpreter.LanguageInfo;
import dev.glassheap.kernel.protocol.Connect;
import dev.glassheap.kernel.protocol.KernelInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the kernel says about itself, on shell and on control. */
record Description(KernelInfo.Reply kernelInfo, Connect.Reply ports) {

    static Description of(LanguageInfo language, Connect.Reply ports) {
        return new Description(kernelInfo(language), ports);
    }

    private static KernelInfo.Reply kernelInfo(LanguageInfo language) {
        Map<String, Object> info = new LinkedHashMap<>();
        info.put("name", language.name());
        info.put("version", language.version());
        info.put("mimetype", language.mimetype());
        info.put("file_extension", language.fileExtension());
        info.put("pygments_lexer", language.pygmentsLexer());
        info.put("codemirror_mode", Map.of(
                "name", language.codemirrorMode().name(),
                "version", language.codemirrorMode().version()));
        info.put("nbconvert_exporter", language.nbconvertExporter());
        List<Map<String, Object>> helpLinks = language.helpLinks().stream()
                .map(link -> Map.<String, Object>of("text", link.text(), "url", link.url()))
                .toList();
        return new KernelInfo.Reply(
                language.implementation(),
                language.implementationVersion(),
                info,
                language.banner(),
                helpLinks,
                List.of());
    }
}
