package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.LineRole;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The key below a pool: what its fills mean, and which type a letter stands for. */
final class PoolKey {

    private final PoolFacts facts;
    private final BlockGrid grid;
    private final Sheet sheet;

    PoolKey(PoolFacts facts, BlockGrid grid, Sheet sheet) {
        this.facts = facts;
        this.grid = grid;
        this.sheet = sheet;
    }

    private record KeyEntry(Role role, String words) { }

    void draw() {
        sheet.rule(LineRole.RULE);
        double top = sheet.y() + 11;
        double x = Sheet.LEFT;
        for (KeyEntry entry : keyEntries()) {
            double width = 30 + TextWidth.of(entry.words(), TextStyle.NOTE);
            if (x + width > Sheet.RIGHT) {
                x = Sheet.LEFT;
                top += 22;
            }
            swatch(x, top, entry.role());
            sheet.text(x + 28, top + 11, TextStyle.NOTE, entry.words());
            x += Math.round(width) + 18;
        }
        if (!grid.named() && !grid.runs()) {
            top += 20;
            sheet.text(Sheet.LEFT, top + 11, TextStyle.NOTE, TextWidth.fit(letterKey(), TextStyle.NOTE, Sheet.RIGHT - Sheet.LEFT));
        }
        sheet.moveTo(top + 30);
    }

    private String letterKey() {
        Map<String, Character> letters = facts.letters();
        var words = new ArrayList<String>();
        letters.forEach((type, letter) -> words.add(letter + " " + Words.cutMiddle(type, 16)));
        if (facts.typeCounts().size() > letters.size()) {
            words.add("* other types");
        }
        return "types: " + String.join(", ", words);
    }

    private List<KeyEntry> keyEntries() {
        var entries = new ArrayList<KeyEntry>();
        entries.add(new KeyEntry(Role.ALLOCATED, "allocated"));
        if (!grid.runs()) {
            entries.add(new KeyEntry(Role.SLACK, "with slack at its end"));
        }
        entries.add(new KeyEntry(Role.FREE, grid.named() ? "free, with its place in the list" : "free"));
        entries.add(new KeyEntry(Role.UNTOUCHED, grid.named() ? "untouched" : "untouched, right of the watermark"));
        if (facts.geometry.tail(facts.size) > 0) {
            entries.add(new KeyEntry(Role.WASTE, "tail waste " + facts.geometry.tail(facts.size) + " B"));
        }
        return entries;
    }

    private void swatch(double x, double top, Role role) {
        switch (role) {
            case ALLOCATED -> sheet.box(x, top, 22, 14, role);
            case SLACK -> {
                sheet.box(x, top, 22, 14, Role.ALLOCATED);
                sheet.box(x + 15, top + 1, 6, 12, Role.SLACK);
            }
            default -> sheet.box(x + .5, top + .5, 21, 13, role);
        }
    }
}
