package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.Anchor;
import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.picture.Shape.Mark;
import dev.glassheap.runtime.picture.Shape.Span;
import dev.glassheap.runtime.snapshot.ObjectTable;

/** Boxes and arrows around the object; nothing is drawn twice at two places unless it both holds and is held. */
final class ObjectGraph {
    private static final int HEIGHT = 46;
    private static final int CHANNEL = 46;
    private static final int LANE = 9;
    private static final int WIDE = 150;
    private static final int SLIM = 112;
    private static final int CENTRE_LEFT = 305;

    private final ObjectFacts facts;
    private final Neighbours around;
    private final Sheet sheet;

    ObjectGraph(ObjectFacts facts, Sheet sheet) {
        this.facts = facts;
        this.around = facts.neighbours;
        this.sheet = sheet;
    }

    void draw() {
        double top = sheet.y();
        double centre = around.top().isEmpty() ? top + 4 : top + HEIGHT + channel(around.top().size());
        rows(top, centre);
        sides(centre);
        double bottom = centre + HEIGHT;
        box(CENTRE_LEFT, centre, WIDE, facts.object, facts.name, "refcount "
                + Words.number(facts.objects.refcount(facts.object)), Role.CARD_TARGET);
        if (!around.bottom().isEmpty()) {
            bottom = centre + HEIGHT + channel(around.bottom().size()) + HEIGHT;
        }
        sheet.moveTo(bottom + 24);
        words();
    }

    private static double channel(int boxes) {
        return CHANNEL + LANE * Math.max(0, (boxes - 1) / 2);
    }

    private void rows(double top, double centre) {
        int above = around.top().size();
        for (int i = 0; i < above; i++) {
            Neighbours.Node node = around.top().get(i);
            double x = slot(i, above) + width(above) / 2.0;
            double lane = centre - 16 - LANE * depth(i, above);
            arrow(LineRole.HOLDS, x, top + HEIGHT, lane, port(i, above), centre - 2);
            if (x == port(i, above)) {
                sheet.badge(x, top + HEIGHT + 18, Mark.CIRCLED, node.count());
                label(x + 14, top + HEIGHT + 22, node, above);
            } else {
                sheet.badge(x, top + HEIGHT + 12, Mark.CIRCLED, node.count());
                label(x + 14, top + HEIGHT + 16, node, above);
            }
            box(slot(i, above), top, width(above), node.object(), node.name(), node.note(), Role.CARD);
        }
        int below = around.bottom().size();
        double row = centre + HEIGHT + channel(below);
        for (int i = 0; i < below; i++) {
            Neighbours.Node node = around.bottom().get(i);
            double x = slot(i, below) + width(below) / 2.0;
            double lane = centre + HEIGHT + 14 + LANE * depth(i, below);
            arrow(LineRole.REFERS, port(i, below), centre + HEIGHT, lane, x, row - 1);
            String words = TextWidth.fit(Neighbours.Node.words(node.referred()), TextStyle.MUTED, width(below) / 2.0 - 8);
            sheet.text(x + 8, row - 9, TextStyle.MUTED, words);
            box(slot(i, below), row, width(below), node.object(), node.name(), node.note(), Role.CARD);
        }
    }

    private void label(double x, double base, Neighbours.Node node, int count) {
        TextStyle style = count > 4 ? TextStyle.NOTE_STRONG : TextStyle.STRONG;
        String words = TextWidth.fit(Neighbours.Node.words(node.holds()), style, width(count) / 2.0 - 7);
        if (!words.isBlank()) {
            sheet.text(x, base, style, words);
        }
    }

    private static int width(int count) {
        return count > 4 ? SLIM : WIDE;
    }

    /** Left end of box i of a centred row. */
    private static double slot(int i, int count) {
        double step = count > 4 ? 121.6 : 190;
        return 380 - step * (count - 1) / 2 - width(count) / 2.0 + step * i;
    }

    /** Where the arrow i of a row meets the middle box; ports keep the order of the boxes, so that no two arrows cross. */
    private static double port(int i, int count) {
        double step = count == 1 ? 0 : Math.min(90, 120.0 / (count - 1));
        return 380 + step * (i - (count - 1) / 2.0);
    }

    /** Lanes from the middle box outwards: the outermost box runs nearest to the middle box. */
    private static int depth(int i, int count) {
        return Math.min(i, count - 1 - i);
    }

    private void arrow(LineRole role, double x1, double y1, double lane, double x2, double y2) {
        if (Math.abs(x1 - x2) < 1) {
            sheet.line(role, 0, x1, y1, x2, y2);
        } else {
            sheet.line(role, 3, x1, y1, x1, lane, x2, lane, x2, y2);
        }
    }

    private void sides(double centre) {
        for (int i = 0; i < around.sides().size(); i++) {
            Neighbours.Node node = around.sides().get(i);
            boolean left = i == 0;
            double x = left ? Sheet.LEFT : Sheet.RIGHT - WIDE;
            double from = left ? 170 : 590;
            double to = left ? 303 : 457;
            double sign = left ? 1 : -1;
            sheet.line(LineRole.HOLDS, 0, from, centre + 14, to, centre + 14);
            sheet.badge(from + sign * 22, centre + 14, Mark.CIRCLED, node.count());
            String holds = TextWidth.fit(Neighbours.Node.words(node.holds()), TextStyle.STRONG, 80);
            sheet.spans(from + sign * 36, centre + 8, left ? Anchor.START : Anchor.END, "", new Span(holds, TextStyle.STRONG));
            sheet.line(LineRole.REFERS, 0, left ? 304 : 456, centre + 33, left ? 172 : 588, centre + 33);
            String referred = TextWidth.fit(Neighbours.Node.words(node.referred()), TextStyle.MUTED, 90);
            sheet.spans(left ? 269 : 491, centre + 47, left ? Anchor.END : Anchor.START, "", new Span(referred, TextStyle.MUTED));
            box(x, centre, WIDE, node.object(), node.name(), node.note(), Role.CARD);
        }
    }

    private void box(double x, double y, double width, int object, String name, String note, Role role) {
        String ref = object == ObjectTable.NOTHING ? "" : name;
        sheet.box(x + .5, y + .5, width - 1, HEIGHT - 1, role, ref);
        double left = x + 8;
        if (object != ObjectTable.NOTHING) {
            sheet.box(x + .5, y + .5, 21, HEIGHT - 1, Role.ofGeneration(facts.objects.generation(object)), ref);
            left = x + 30;
        }
        double room = x + width - 6 - left;
        sheet.text(left, y + 19, TextStyle.SECTION, TextWidth.fit(name, TextStyle.SECTION, room));
        String first = TextWidth.fitParts(note, TextStyle.NOTE, room);
        String fitting = first.contains("..") && note.startsWith("refcount ")
                ? TextWidth.fitParts(note.replace("refcount ", "rc "), TextStyle.NOTE, room) : first;
        if (!fitting.isEmpty()) {
            sheet.text(left, y + 35, TextStyle.NOTE, fitting);
        }
    }

    private void words() {
        if (around.top().isEmpty() && around.sides().isEmpty()) {
            note("No object and no variable that the snapshot knows holds " + facts.name + ".");
        }
        if (!around.moreHolders().isEmpty()) {
            note("Held by more than is drawn, references by type of holder: " + Neighbours.more(around.moreHolders()) + ".");
        }
        if (!around.moreReferents().isEmpty()) {
            note("Refers to more than is drawn, references by type: " + Neighbours.more(around.moreReferents()) + ".");
        }
        if (around.keys() > 0) {
            note((around.keys() == 1 ? "Its key is" : "Its " + Words.number(around.keys()) + " keys are")
                    + " left out; the values bear them as labels.");
        }
        double base = sheet.y() + 4;
        sheet.line(LineRole.HOLDS, 0, Sheet.LEFT, base - 4, 54, base - 4);
        sheet.text(62, base, TextStyle.NOTE, "holds it, counted");
        sheet.line(LineRole.REFERS, 0, 190, base - 4, 224, base - 4);
        sheet.text(232, base, TextStyle.NOTE, "it refers to");
        double x = 330;
        for (int generation = 0; generation <= 2; generation++) {
            sheet.box(x + .5, base - 11.5, 15, 15, Role.ofGeneration(generation));
            x += 20;
        }
        sheet.text(x + 4, base, TextStyle.NOTE, "generation");
        sheet.box(480.5, base - 11.5, 15, 15, Role.UNTRACKED);
        sheet.text(502, base, TextStyle.NOTE, "not tracked");
        sheet.moveTo(base + 16);
    }

    private void note(String sentence) {
        sheet.text(Sheet.LEFT, sheet.y(), TextStyle.NOTE, TextWidth.fit(sentence, TextStyle.NOTE, Sheet.RIGHT - Sheet.LEFT));
        sheet.skip(18);
    }
}
