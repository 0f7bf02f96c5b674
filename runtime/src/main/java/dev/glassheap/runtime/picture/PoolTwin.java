package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.BlockBytes;
import dev.glassheap.runtime.snapshot.BlockBytes.Word;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.List;

/** A pool in text: one character a block, then the names, then the bytes. */
final class PoolTwin {

    private static final int NARROW = 32;
    private static final int WIDE = 64;
    private static final int PER_LINE = 4;
    private static final int CELL = 18;

    private final PoolFacts facts;
    private final List<BlockBytes> lens;
    private final Twin twin = new Twin();

    PoolTwin(PoolFacts facts, List<BlockBytes> lens) {
        this.facts = facts;
        this.lens = lens;
    }

    String text() {
        twin.lines(Sheet.headline(facts.headline())).line(String.join(" > ", facts.breadcrumb())).blank();
        if (facts.state != PoolTable.State.UNTOUCHED) {
            map();
            twin.line(facts.used + "/" + facts.capacity + " used, " + facts.freeList.length + " free"
                    + (facts.freeList.length > 0 ? " (list: " + facts.freeListWords().replace(" > ", ">") + ")" : "") + ", "
                    + facts.untouched() + " untouched; "
                    + facts.slackWords());
            twin.line(facts.equation()).blank();
            if (facts.capacity <= BlockGrid.MOST_NAMED) {
                names();
            } else {
                types();
            }
            lens.forEach(this::bytes);
            twin.blank();
        }
        return twin.footer(facts.footer(!lens.isEmpty())).text();
    }

    private void map() {
        int width = facts.capacity > BlockGrid.MOST_NAMED ? WIDE : NARROW;
        var line = new StringBuilder("H ");
        for (int block = 0; block < facts.capacity; block++) {
            if (block == facts.carved) {
                line.append('|');
            }
            line.append(block >= facts.carved ? '_' : facts.pools.allocated(facts.pool, block) ? '#' : '.');
            if (block % width == width - 1 && block + 1 < facts.capacity) {
                twin.line(line.toString());
                line = new StringBuilder("  ");
            }
        }
        int tail = facts.geometry.tail(facts.size);
        twin.line(line + (facts.carved == facts.capacity ? "|" : "") + (tail == 0 ? "" : " waste " + tail + " B"));
        twin.line("# allocated  . free  | watermark  _ untouched");
    }

    private void names() {
        var line = new StringBuilder();
        boolean cut = false;
        for (int block = 0; block < facts.carved; block++) {
            if (block % PER_LINE == 0) {
                line.append(Twin.right(Integer.toString(block), 3)).append("  ");
            }
            line.append(Twin.left(cell(block), CELL));
            cut |= cell(block).endsWith(")");
            if (block % PER_LINE == PER_LINE - 1 || block + 1 == facts.carved) {
                twin.line(line.toString());
                line.setLength(0);
            }
        }
        if (cut) {
            int example = firstWithSlack();
            twin.line("     (" + facts.pools.requested(facts.pool, example) + ") means " + facts.pools.requested(facts.pool,
                    example) + " of " + facts.size + " bytes requested");
        }
    }

    private int firstWithSlack() {
        int block = 0;
        while (!facts.pools.allocated(facts.pool, block) || facts.pools.requested(facts.pool, block) == facts.size) {
            block++;
        }
        return block;
    }

    private String cell(int block) {
        if (!facts.pools.allocated(facts.pool, block)) {
            int place = 0;
            while (facts.freeList[place] != block) {
                place++;
            }
            return "free " + (place + 1);
        }
        int requested = facts.pools.requested(facts.pool, block);
        String suffix = requested == facts.size ? "" : " (" + requested + ")";
        String mark = facts.garbage(block) ? " g" : "";
        return Words.cutMiddle(Words.ascii(facts.names.block(facts.pool, block)), CELL - 1 - suffix.length() - mark.length())
                + mark + suffix;
    }

    private void types() {
        var words = new ArrayList<String>();
        facts.typeCounts().forEach((type, count) -> words.add(Words.number(count) + " " + type));
        twin.line("holds blocks of: " + Words.some(words, 12));
    }

    private void bytes(BlockBytes bytes) {
        twin.blank().line(ByteLens.title(facts, bytes) + ", " + ByteLens.sentence(facts, bytes));
        int shown = Math.min(ByteLens.MOST, bytes.words().size());
        for (int i = 0; i < shown; i++) {
            Word word = bytes.words().get(i);
            twin.line(String.format("  +0x%02x  ", i * 8) + Twin.left(word.name(), 13) + word.hex() + "  " + Words.visible(word.meaning()));
        }
    }
}
