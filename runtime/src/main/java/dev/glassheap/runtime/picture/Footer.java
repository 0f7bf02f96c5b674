package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.SnapshotHeader;
import java.util.ArrayList;
import java.util.List;

/** The last lines of a picture: profile, event, settings; then what was cut, and whether the world can be trusted. */
final class Footer {

    private static final int WIDTH = Sheet.RIGHT - Sheet.LEFT;

    private Footer() { }

    /** Parts joined by bars, broken so that every line fits. */
    static List<String> of(SnapshotHeader header, String... more) {
        var parts = new ArrayList<String>();
        parts.add(header.geometryLabel());
        parts.add("event " + Words.number(header.event()));
        parts.addAll(List.of(more));
        parts.addAll(header.settings());
        if (!header.fault().isEmpty()) {
            parts.add("this world is broken: " + header.fault());
        }
        return lines(parts);
    }

    static List<String> lines(List<String> parts) {
        var lines = new ArrayList<String>();
        String line = "";
        for (String part : parts) {
            String visible = TextWidth.fit(Words.visible(part), TextStyle.NOTE, WIDTH);
            String longer = line.isEmpty() ? visible : line + " | " + visible;
            if (TextWidth.of(longer, TextStyle.NOTE) > WIDTH) {
                lines.add(line);
                line = visible;
            } else {
                line = longer;
            }
        }
        lines.add(line);
        return lines;
    }
}
