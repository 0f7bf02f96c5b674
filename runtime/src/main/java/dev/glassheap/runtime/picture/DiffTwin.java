package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.List;

/** A diff in text. */
final class DiffTwin {

    private static final int HAPPENED = 38;
    private static final int WIDE_STRIP = 60;

    private final DiffFacts facts;
    private final Twin twin = new Twin();

    DiffTwin(DiffFacts facts) {
        this.facts = facts;
    }

    String text() {
        twin.lines(Sheet.headline(facts.headline()));
        twin.line((facts.call().isEmpty() ? "" : facts.call() + "   ") + facts.events()).blank();
        rows();
        twin.blank();
        totals();
        if (!facts.pools.isEmpty()) {
            twin.blank().line(facts.poolTitle());
            facts.pools.forEach(this::pool);
            twin.line("H header  # as before  . free  - removed  + added  R address reused");
            twin.line("* changed  g garbage  | watermark");
        }
        return twin.blank().footer(facts.footer()).text();
    }

    private void rows() {
        twin.line(Twin.left("", 9) + Twin.left("object", 16) + Twin.left("what happened", HAPPENED) + Twin.right("bytes", 6)
                + (facts.listing.grouped() ? "" : " pool:block"));
        for (DiffRow row : facts.listing.rows()) {
            String place = row.place().replace(", block ", ":").replace(", blocks ", ":").replace(" pool ", "/")
                    .replace("arena ", "a").replace("pool ", "");
            twin.line(Twin.left(row.kind().shortWord(), 9) + Twin.left(row.name(), 15) + " " + happened(row)
                    + Twin.right(row.bytes() == 0 ? "" : Words.signed(row.bytes()), 6) + " " + Words.cutEnd(Words.ascii(place), 10));
        }
        if (!facts.cut().isEmpty()) {
            twin.line("         " + facts.cut());
        }
    }

    private static String happened(DiffRow row) {
        String text = Words.cutEnd(Words.ascii(row.happened()), HAPPENED - 1);
        return text + " ".repeat(HAPPENED - text.length());
    }

    private void totals() {
        twin.line(Twin.left("", 40) + Twin.right("before", 13) + Twin.right("after", 13) + Twin.right("change", 13));
        for (DiffFacts.Total total : facts.totals()) {
            twin.line(Twin.left(total.name(), 40) + Twin.right(Words.number(total.before()), 13)
                    + Twin.right(Words.number(total.after()), 13)
                    + Twin.right(Words.signed(total.after() - total.before()), 13));
        }
    }

    private void pool(PoolChange change) {
        HeapSnapshot before = facts.diff.before();
        HeapSnapshot after = facts.diff.after();
        twin.line(change.title(facts.diff));
        strip("  before ", before, change.then(), change.before());
        strip("  after  ", after, change.now(), change.after());
    }

    private void strip(String label, HeapSnapshot snapshot, int pool, List<Role> roles) {
        if (pool == PoolTable.NONE || snapshot.pools().blockSize(pool) == 0) {
            twin.line(label + (pool == PoolTable.NONE ? "not mapped" : "untouched"));
            return;
        }
        var blocks = new StringBuilder("H ");
        for (int block = 0; block < roles.size(); block++) {
            if (block > 0 && block % WIDE_STRIP == 0) {
                twin.line((block == WIDE_STRIP ? label : " ".repeat(label.length())) + blocks);
                blocks = new StringBuilder("  ");
            }
            blocks.append(letter(roles.get(block)));
        }
        int untouched = snapshot.pools().capacity(pool) - roles.size();
        twin.line((roles.size() <= WIDE_STRIP ? label : " ".repeat(label.length())) + blocks + "|"
                + (untouched > 0 ? " " + untouched + " more" : ""));
    }

    private static char letter(Role role) {
        return switch (role) {
            case SURVIVED -> '#';
            case FREE -> '.';
            case REMOVED -> '-';
            case ADDED -> '+';
            case REUSED -> 'R';
            case CHANGED -> '*';
            case GARBAGE -> 'g';
            default -> throw new IllegalStateException("no letter for " + role);
        };
    }
}
