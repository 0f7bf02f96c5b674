package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.Anchor;
import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.picture.Shape.Span;
import dev.glassheap.runtime.snapshot.SnapshotDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * Two snapshots compared object by object: what was removed, added, left as garbage, changed; both totals; and the pools
 * before and after.
 */
public final class DiffPicture {

    private static final int NAME = 150;
    private static final int HAPPENED = 286;
    private static final int BYTES = 590;
    private static final int PLACE = 612;

    private final DiffFacts facts;
    private final Sheet sheet = new Sheet();

    private DiffPicture(SnapshotDiff diff) {
        this.facts = new DiffFacts(diff);
    }

    public static Scene of(SnapshotDiff diff) {
        return new DiffPicture(diff).draw();
    }

    private Scene draw() {
        List<String> headline = Sheet.headline(facts.headline());
        sheet.headlines(headline);
        var spans = new ArrayList<Span>();
        if (!facts.call().isEmpty()) {
            spans.add(new Span(facts.call(), TextStyle.CODE_MUTED));
        }
        spans.add(new Span(facts.events(), TextStyle.MUTED, spans.isEmpty() ? 0 : 12));
        sheet.facts(spans.toArray(Span[]::new));
        rows();
        totals();
        if (!facts.pools.isEmpty()) {
            sheet.skip(38);
            sheet.text(Sheet.LEFT, sheet.y(), TextStyle.SECTION, facts.poolTitle());
            new DiffStrips(facts, sheet).draw();
        }
        sheet.skip(14);
        String crumb = facts.call().isEmpty() ? "diff" : facts.call();
        return sheet.finish("diff", headline, List.of("heap", crumb), description(), facts.footer(), new DiffTwin(facts).text());
    }

    private void rows() {
        sheet.skip(32);
        sheet.text(Sheet.LEFT, sheet.y(), TextStyle.NOTE, facts.listing.grouped() ? "by type and line" : "object by object");
        sheet.text(HAPPENED, sheet.y(), TextStyle.NOTE, "what happened");
        sheet.textEnd(BYTES, sheet.y(), TextStyle.NOTE, "bytes");
        if (!facts.listing.grouped()) {
            sheet.text(PLACE, sheet.y(), TextStyle.NOTE, "block");
        }
        sheet.skip(7);
        sheet.rule(LineRole.RULE_STRONG);
        sheet.skip(4);
        var cells = new ArrayList<List<String>>();
        for (DiffRow row : facts.listing.rows()) {
            sheet.skip(22);
            row(row);
            cells.add(List.of(row.kind().word(), row.name(), row.happened(), row.bytes() == 0 ? "" : Words.signed(row.bytes()),
                    row.place()));
        }
        if (facts.listing.rows().isEmpty()) {
            sheet.skip(22);
            sheet.text(46, sheet.y(), TextStyle.MUTED, "no objects in either snapshot");
        }
        if (!facts.cut().isEmpty()) {
            sheet.skip(22);
            sheet.text(46, sheet.y(), TextStyle.NOTE, facts.cut());
        }
        sheet.table(new Table("objects", List.of(Table.left("kind"), Table.left("object"), Table.left("what happened"),
                Table.right("bytes"), Table.left("block")), cells));
        sheet.skip(13);
        sheet.rule(LineRole.RULE_STRONG);
    }

    private void row(DiffRow row) {
        double base = sheet.y();
        sheet.box(20.5, base - 12.5, 17, 16, row.kind().role(), row.object() < 0 ? "" : row.name());
        sheet.text(46, base, TextStyle.MUTED, row.kind().word());
        String ref = row.object() < 0 ? "" : row.name();
        sheet.spans(NAME, base, Anchor.START, ref, new Span(TextWidth.fit(row.name(), TextStyle.STRONG, HAPPENED - NAME - 8),
                TextStyle.STRONG));
        double room = BYTES - HAPPENED - 10 - Math.max(42, TextWidth.of(Words.signed(row.bytes()), TextStyle.BODY));
        sheet.text(HAPPENED, base, TextStyle.BODY, TextWidth.fit(row.happened(), TextStyle.BODY, room));
        if (row.bytes() != 0) {
            sheet.textEnd(BYTES, base, TextStyle.BODY, Words.signed(row.bytes()));
        }
        if (!row.place().isEmpty()) {
            sheet.text(PLACE, base, TextStyle.NOTE, TextWidth.fit(row.place(), TextStyle.NOTE, Sheet.RIGHT - PLACE));
        }
    }

    private void totals() {
        sheet.skip(20);
        sheet.text(Sheet.LEFT, sheet.y(), TextStyle.NOTE, "totals");
        sheet.textEnd(390, sheet.y(), TextStyle.NOTE, "before");
        sheet.textEnd(490, sheet.y(), TextStyle.NOTE, "after");
        sheet.textEnd(BYTES, sheet.y(), TextStyle.NOTE, "change");
        var cells = new ArrayList<List<String>>();
        for (DiffFacts.Total total : facts.totals()) {
            sheet.skip(19);
            TextStyle style = total.strong() ? TextStyle.STRONG : TextStyle.BODY;
            String change = Words.signed(total.after() - total.before());
            sheet.text(Sheet.LEFT, sheet.y(), style, total.name());
            sheet.textEnd(390, sheet.y(), TextStyle.BODY, Words.number(total.before()));
            sheet.textEnd(490, sheet.y(), style, Words.number(total.after()));
            sheet.textEnd(BYTES, sheet.y(), style, change);
            cells.add(List.of(total.name(), Words.number(total.before()), Words.number(total.after()), change));
        }
        sheet.table(new Table("totals", List.of(Table.left("total"), Table.right("before"), Table.right("after"),
                Table.right("change")), cells));
    }

    private String description() {
        var text = new StringBuilder("Difference of two snapshots, " + (facts.listing.grouped() ? "by type and line."
                : "object by object."));
        for (DiffRow row : facts.listing.rows()) {
            text.append(' ').append(row.kind().word()).append(' ').append(row.name()).append(": ").append(row.happened()).append('.');
        }
        return text.toString();
    }
}
