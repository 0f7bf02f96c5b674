package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.ObjectTable;
import java.util.ArrayList;
import java.util.List;

/** An object's card: refcount, generation, size, birth; who holds it and what it refers to, as a small graph. */
public final class ObjectPicture {

    private static final int FACT = 180;
    private static final int LINE_TEXT = 84;

    private final ObjectFacts facts;
    private final Sheet sheet = new Sheet();

    private ObjectPicture(HeapSnapshot snapshot, int object) {
        this.facts = new ObjectFacts(snapshot, object);
    }

    /**
     * @param object object number in the snapshot
     * @throws IndexOutOfBoundsException if there is no such object
     */
    public static Scene of(HeapSnapshot snapshot, int object) {
        java.util.Objects.checkIndex(object, snapshot.objects().count());
        return new ObjectPicture(snapshot, object).draw();
    }

    private Scene draw() {
        List<String> headline = Sheet.headline(facts.headline());
        List<String> breadcrumb = facts.breadcrumb();
        sheet.headlines(headline);
        sheet.breadcrumb(breadcrumb.stream().map(level -> Words.cutMiddle(level, 40)).toList());
        sheet.skip(34);
        facts();
        lines();
        sheet.rule(LineRole.RULE);
        sheet.skip(24);
        sheet.text(Sheet.LEFT, sheet.y(), TextStyle.SECTION, "Who holds it, what it refers to");
        sheet.skip(16);
        new ObjectGraph(facts, sheet).draw();
        tables();
        return sheet.finish("object", headline, breadcrumb, description(), facts.footer(), new ObjectTwin(facts).text());
    }

    private void facts() {
        double top = sheet.y();
        double x = Sheet.LEFT;
        for (ObjectFacts.Fact fact : facts.facts()) {
            if (x > Sheet.LEFT) {
                sheet.line(LineRole.RULE, 0, x - 12.5, top - 11, x - 12.5, top + 55);
            }
            sheet.text(x, top, TextStyle.NOTE, fact.title());
            int generation = facts.objects.generation(facts.object);
            if (fact.title().equals("generation")) {
                sheet.box(x + .5, top + 8.5, 23, 20, Role.ofGeneration(generation));
            } else {
                sheet.text(x, top + 25, TextStyle.FACT, TextWidth.fit(fact.value(), TextStyle.FACT, FACT - 16));
            }
            sheet.text(x, top + 41, TextStyle.NOTE, TextWidth.fit(fact.note(), TextStyle.NOTE, FACT - 16));
            if (!fact.more().isEmpty()) {
                sheet.text(x, top + 55, TextStyle.NOTE, TextWidth.fit(fact.more(), TextStyle.NOTE, FACT - 16));
            }
            x += FACT;
        }
        sheet.moveTo(top + 84);
    }

    private void lines() {
        for (ObjectFacts.Line line : facts.lines()) {
            TextStyle style = line.code() ? TextStyle.CODE : TextStyle.BODY;
            sheet.text(Sheet.LEFT, sheet.y(), TextStyle.NOTE, line.title());
            sheet.text(LINE_TEXT, sheet.y(), style, TextWidth.fit(line.text(), style, Sheet.RIGHT - LINE_TEXT));
            sheet.skip(20);
        }
        sheet.skip(6);
    }

    private void tables() {
        var holders = new ArrayList<List<String>>();
        facts.known().stream().limit(ObjectTwin.LISTED)
                .forEach(holder -> holders.add(List.of(Integer.toString(holders.size() + 1),
                Words.visible(facts.holders.wording(holder)))));
        sheet.table(new Table("held by", List.of(Table.right("number"), Table.left("holder")), holders));
        var referents = new ArrayList<List<String>>();
        for (int edge = 0; edge < facts.objects.edgeCount(facts.object) && referents.size() < ObjectTwin.LISTED; edge++) {
            int target = facts.objects.edgeTarget(facts.object, edge);
            if (target != ObjectTable.NOTHING) {
                referents.add(List.of(Words.visible(facts.objects.edgeLabel(facts.object, edge).word()),
                        facts.names.object(target), facts.note(target)));
            }
        }
        sheet.table(new Table("refers to", List.of(Table.left("by"), Table.left("object"), Table.left("note")), referents));
        var rows = new ArrayList<List<String>>();
        facts.facts().forEach(fact -> rows.add(List.of(fact.title(), fact.value(), (fact.note() + " " + fact.more()).strip())));
        facts.lines().forEach(line -> rows.add(List.of(line.title(), line.text(), "")));
        sheet.table(new Table("facts", List.of(Table.left("fact"), Table.left("value"), Table.left("note")), rows));
    }

    private String description() {
        var text = new StringBuilder("Object card of " + facts.name + ".");
        facts.facts().forEach(fact -> text.append(' ').append(fact.title()).append(' ').append(fact.value()).append(" (")
                .append((fact.note() + " " + fact.more()).strip()).append(')').append(';'));
        facts.lines().forEach(line -> text.append(' ').append(line.title()).append(": ").append(line.text()).append(';'));
        text.setCharAt(text.length() - 1, '.');
        return text.toString();
    }
}
