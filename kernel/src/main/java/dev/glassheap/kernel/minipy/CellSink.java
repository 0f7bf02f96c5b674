package dev.glassheap.kernel.minipy;

import dev.glassheap.kernel.display.MimeBundles;
import dev.glassheap.kernel.interpreter.InputException;
import dev.glassheap.kernel.interpreter.MimeBundle;
import dev.glassheap.kernel.interpreter.OutputSink;
import dev.glassheap.runtime.DisplayData;
import dev.glassheap.runtime.DisplaySink;
import dev.glassheap.runtime.WorldRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What one running cell shows and asks, and whether it asked for a new world. */
final class CellSink implements DisplaySink {

    private final OutputSink out;
    private Optional<WorldRequest> nextWorld = Optional.empty();

    CellSink(OutputSink out) {
        this.out = out;
    }

    /** The world the cell asked for. */
    Optional<WorldRequest> nextWorld() {
        return nextWorld;
    }

    @Override
    public void display(DisplayData data) {
        out.display(bundle(data));
    }

    @Override
    public Answer input(String prompt, boolean password) {
        try {
            return new Answer.Line(out.input(prompt, password));
        } catch (InputException e) {
            return switch (e.reason()) {
                case NOT_ALLOWED -> new Answer.Refused();
                case INTERRUPTED, SHUTDOWN -> new Answer.Interrupted();
            };
        }
    }

    @Override
    public void newWorld(WorldRequest settings) {
        nextWorld = Optional.of(settings);
    }

    /** A picture in all its forms, or what the value says of itself. */
    static MimeBundle bundle(DisplayData data) {
        return data.scene().map(MimeBundles::of).map(picture -> new MimeBundle(picture.data(), picture.metadata())).orElseGet(() -> {
            Map<String, Object> forms = new LinkedHashMap<>(data.mime());
            forms.put(MimeBundles.TEXT, data.text());
            return new MimeBundle(forms);
        });
    }
}
