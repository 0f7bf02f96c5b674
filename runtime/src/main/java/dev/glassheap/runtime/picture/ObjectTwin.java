package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.EdgeLabel;
import dev.glassheap.runtime.snapshot.ObjectTable;
import java.util.ArrayList;
import java.util.List;

/** An object's card in text. */
final class ObjectTwin {

    /** References that are listed one by one. */
    static final int LISTED = 12;
    private static final int TITLE = 12;
    private static final int HOLDER = 30;

    private final ObjectFacts facts;

    ObjectTwin(ObjectFacts facts) {
        this.facts = facts;
    }

    String text() {
        var twin = new Twin().lines(Sheet.headline(facts.headline())).line(String.join(" > ", facts.breadcrumb())).blank();
        for (ObjectFacts.Fact fact : facts.facts()) {
            twin.line(Twin.left(fact.title(), TITLE) + Twin.left(fact.value(), Math.max(4, fact.value().length() + 2))
                    + (fact.note() + " " + fact.more()).strip());
        }
        for (ObjectFacts.Line line : facts.lines()) {
            twin.line(Twin.left(line.title(), TITLE) + line.text());
        }
        twin.blank();
        List<String> holders = holders();
        List<String> referents = referents();
        twin.line(Twin.left("held by (" + Words.number(facts.known().size()) + ")", HOLDER) + "refers to ("
                + Words.number(referenceCount()) + ")");
        for (int i = 0; i < Math.max(holders.size(), referents.size()); i++) {
            twin.line(Twin.left(i < holders.size() ? holders.get(i) : "", HOLDER) + (i < referents.size() ? referents.get(i) : ""));
        }
        if (facts.neighbours.keys() > 0) {
            twin.line("keys of the dict are left out: " + Words.number(facts.neighbours.keys()));
        }
        return twin.blank().footer(facts.footer()).text();
    }

    private List<String> holders() {
        var lines = new ArrayList<String>();
        for (var holder : facts.known()) {
            if (lines.size() == LISTED) {
                lines.add("  +" + Words.number(facts.known().size() - LISTED) + " more");
                return lines;
            }
            lines.add(Words.cutMiddle("  " + (lines.size() + 1) + "  "
                    + Words.ascii(Words.visible(facts.holders.wording(holder))), HOLDER - 1));
        }
        return lines;
    }

    private int referenceCount() {
        int count = 0;
        for (int edge = 0; edge < facts.objects.edgeCount(facts.object); edge++) {
            count += listed(edge) ? 1 : 0;
        }
        return count;
    }

    private boolean listed(int edge) {
        return facts.objects.edgeTarget(facts.object, edge) != ObjectTable.NOTHING
                && !(facts.objects.edgeLabel(facts.object, edge) instanceof EdgeLabel.Key);
    }

    private List<String> referents() {
        var lines = new ArrayList<String>();
        for (int edge = 0; edge < facts.objects.edgeCount(facts.object); edge++) {
            int target = facts.objects.edgeTarget(facts.object, edge);
            if (!listed(edge)) {
                continue;
            }
            if (lines.size() == LISTED) {
                lines.add("+" + Words.number(referenceCount() - LISTED) + " more");
                return lines;
            }
            String label = Words.visible(facts.objects.edgeLabel(facts.object, edge).word());
            int generation = facts.objects.generation(target);
            String line = Twin.left(label, 12) + "> " + Twin.left(facts.names.object(target), 11) + " " + facts.note(target)
                    + (generation == ObjectTable.UNTRACKED ? "" : ", gen " + generation);
            lines.add(Words.cutEnd(Words.ascii(line), Scene.COLUMNS - HOLDER));
        }
        return lines;
    }
}
