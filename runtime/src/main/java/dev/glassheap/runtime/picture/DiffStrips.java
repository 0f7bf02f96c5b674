package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.LineRole;
import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.List;

/** The changed pools as strips, before above after, all on one scale; what came or went has its name beside it where there is room. */
final class DiffStrips {

    private static final int LEFT = 112;
    private static final double WIDTH = 538;
    private static final int LABEL_RIGHT = 104;
    private static final int HEIGHT = 22;
    private static final int NAME_GAP = 6;
    /** Blocks narrower than this are drawn as runs of one role. */
    private static final double NARROWEST = 8;

    private final DiffFacts facts;
    private final Sheet sheet;
    private final double pxPerByte;

    DiffStrips(DiffFacts facts, Sheet sheet) {
        this.facts = facts;
        this.sheet = sheet;
        long longest = 1;
        for (PoolChange change : facts.pools) {
            longest = Math.max(longest, bytes(facts.diff.before(), change.then(), change.before().size()));
            longest = Math.max(longest, bytes(facts.diff.after(), change.now(), change.after().size()));
        }
        this.pxPerByte = WIDTH / longest;
    }

    private static long bytes(HeapSnapshot snapshot, int pool, int blocks) {
        return pool == PoolTable.NONE ? 0 : snapshot.header().geometry().poolHeader() + (long) blocks * snapshot.pools().blockSize(pool);
    }

    private record Name(double at, String text) { }

    void draw() {
        for (PoolChange change : facts.pools) {
            HeapSnapshot before = facts.diff.before();
            HeapSnapshot after = facts.diff.after();
            List<Name> above = laidOut(goneNames(change));
            sheet.skip(above.isEmpty() ? 28 : 36);
            String title = change.title(facts.diff);
            sheet.text(Sheet.LEFT, sheet.y(), TextStyle.STRONG, title);
            double end = Sheet.LEFT + TextWidth.of(title, TextStyle.STRONG) + NAME_GAP;
            if (above.stream().anyMatch(name -> name.at() < end)) {
                sheet.skip(28);
            }
            sheet.skip(6);
            leaders(above, sheet.y() - 1, -12);
            strip(before, change.then(), change.before(), "before");
            sheet.skip(8);
            strip(after, change.now(), change.after(), "after");
            List<Name> below = laidOut(nowNames(change));
            leaders(below, sheet.y() + 1, 12);
            sheet.skip(below.isEmpty() ? 0 : 28);
        }
        sheet.skip(8);
    }

    private List<Name> goneNames(PoolChange change) {
        var names = new ArrayList<Name>();
        for (int block = 0; block < change.before().size() && block < change.after().size(); block++) {
            Role role = change.after().get(block);
            if (role == Role.REMOVED || role == Role.REUSED) {
                names.add(new Name(middle(facts.diff.before(), change.then(), block), PoolChange.name(facts.diff.before(),
                        change.then(), block)));
            }
        }
        return names;
    }

    private List<Name> nowNames(PoolChange change) {
        var names = new ArrayList<Name>();
        for (int block = 0; block < change.after().size(); block++) {
            if (PoolChange.named(change.after().get(block))) {
                names.add(new Name(middle(facts.diff.after(), change.now(), block),
                        PoolChange.name(facts.diff.after(), change.now(), block)));
            }
        }
        return names;
    }

    private double middle(HeapSnapshot snapshot, int pool, int block) {
        return LEFT + (snapshot.header().geometry().poolHeader() + (block + .5) * snapshot.pools().blockSize(pool)) * pxPerByte;
    }

    /** Where each name can stand without touching its neighbours, in order; none if they do not fit on one line. */
    private List<Name> laidOut(List<Name> names) {
        double total = 0;
        for (Name name : names) {
            total += width(name) + NAME_GAP;
        }
        if (total > Sheet.RIGHT - LEFT || names.isEmpty()) {
            return List.of();
        }
        double[] left = new double[names.size()];
        double free = LEFT;
        for (int i = 0; i < left.length; i++) {
            left[i] = Math.max(free, names.get(i).at() - width(names.get(i)) / 2);
            free = left[i] + width(names.get(i)) + NAME_GAP;
        }
        double limit = Sheet.RIGHT;
        for (int i = left.length - 1; i >= 0; i--) {
            left[i] = Math.min(left[i], limit - width(names.get(i)));
            limit = left[i] - NAME_GAP;
        }
        centre(names, left);
        var placed = new ArrayList<Name>();
        for (int i = 0; i < left.length; i++) {
            placed.add(new Name(left[i], names.get(i).text()));
            placed.add(new Name(names.get(i).at(), ""));
        }
        return placed;
    }

    /** Moves runs of names that touch to the left, so that they stand in the middle above what they name. */
    private void centre(List<Name> names, double[] left) {
        for (int i = 0; i < left.length; i++) {
            int end = i;
            while (end + 1 < left.length && left[end + 1] - left[end] - width(names.get(end)) <= NAME_GAP + .01) {
                end++;
            }
            double wanted = 0;
            for (int k = i; k <= end; k++) {
                wanted += left[k] + width(names.get(k)) / 2 - names.get(k).at();
            }
            double room = left[i] - (i == 0 ? LEFT : left[i - 1] + width(names.get(i - 1)) + NAME_GAP);
            double shift = Math.clamp(wanted / (end - i + 1), 0, Math.max(0, room));
            for (int k = i; k <= end; k++) {
                left[k] -= shift;
            }
            i = end;
        }
    }

    private static double width(Name name) {
        return TextWidth.of(shown(name), TextStyle.NOTE_INK);
    }

    private static String shown(Name name) {
        return Words.cutMiddle(name.text(), 14);
    }

    private void leaders(List<Name> placed, double from, double length) {
        for (int i = 0; i < placed.size(); i += 2) {
            Name name = placed.get(i);
            double x = name.at() + width(name) / 2;
            sheet.line(LineRole.LEADER, 0, placed.get(i + 1).at(), from, x, from + length);
            sheet.textMiddle(x, length < 0 ? from + length - 4 : from + length + 12, TextStyle.NOTE_INK, shown(name));
        }
    }

    private void strip(HeapSnapshot snapshot, int pool, List<Role> roles, String when) {
        double top = sheet.y();
        int size = pool == PoolTable.NONE ? 0 : snapshot.pools().blockSize(pool);
        if (size == 0) {
            sheet.textEnd(LABEL_RIGHT, top + 15, TextStyle.NOTE, when);
            sheet.text(LEFT, top + 15, TextStyle.NOTE, pool == PoolTable.NONE ? "not mapped" : "untouched");
            sheet.moveTo(top + HEIGHT);
            return;
        }
        int capacity = snapshot.pools().capacity(pool);
        String pair = snapshot.pools().used(pool) + "/" + capacity;
        sheet.textEnd(LABEL_RIGHT, top + 15, TextStyle.NOTE, TextWidth.firstFitting(TextStyle.NOTE, LABEL_RIGHT - Sheet.LEFT,
                when + " " + pair, pair));
        double header = snapshot.header().geometry().poolHeader() * pxPerByte;
        sheet.box(LEFT, top, Math.max(1, header - .5), HEIGHT, Role.HEADER);
        double pitch = size * pxPerByte;
        if (pitch < NARROWEST) {
            for (Role role : Role.values()) {
                runs(LEFT + header, pitch, top, roles, role);
            }
        } else {
            for (int block = 0; block < roles.size(); block++) {
                String name = snapshot.pools().allocated(pool, block) ? PoolChange.name(snapshot, pool, block) : "";
                sheet.box(LEFT + header + block * pitch + 1, top + .5, pitch - 2, HEIGHT - 1, roles.get(block), name);
            }
        }
        double end = LEFT + header + roles.size() * pitch + 1;
        sheet.line(LineRole.WATERMARK, 0, end, top - 3, end, top + HEIGHT + 3);
        int untouched = capacity - roles.size();
        if (untouched > 0) {
            sheet.text(end + 8, top + 15, TextStyle.NOTE, Words.number(untouched) + " untouched");
        }
        sheet.moveTo(top + HEIGHT);
    }

    /** The runs of one role, one after the other, so that they become one path in SVG. */
    private void runs(double left, double pitch, double top, List<Role> roles, Role role) {
        int first = 0;
        for (int block = 1; block <= roles.size(); block++) {
            if (block == roles.size() || roles.get(block) != roles.get(first)) {
                if (roles.get(first) == role) {
                    sheet.box(left + first * pitch + .5, top + .5, Math.max(1, (block - first) * pitch - 1), HEIGHT - 1, role);
                }
                first = block;
            }
        }
    }
}
