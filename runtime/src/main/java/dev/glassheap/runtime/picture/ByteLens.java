package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.picture.Shape.Mark;
import dev.glassheap.runtime.picture.Shape.Span;
import dev.glassheap.runtime.snapshot.BlockBytes;
import dev.glassheap.runtime.snapshot.BlockBytes.Word;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.ArrayList;
import java.util.List;

/** The bytes of a block as named words, two in a row; at most 16 are drawn. */
final class ByteLens {

    static final int MOST = 16;
    private static final int ROW = 42;
    private static final int LEFT = 82;
    private static final int WIDTH = 325;
    private static final int STEP = 330;

    private final Sheet sheet;
    private final PoolFacts facts;

    ByteLens(Sheet sheet, PoolFacts facts) {
        this.sheet = sheet;
        this.facts = facts;
    }

    /** {@code , its 64 bytes as eight words; id(Node#7) = 0x7f5c00003980, the address of its header}. */
    static String sentence(PoolFacts facts, BlockBytes bytes) {
        int count = bytes.words().size();
        String cut = count > MOST ? ", the first " + MOST + " shown" : "";
        String words = "its " + facts.size + " bytes as " + Words.count(count, "word") + cut;
        int owner = owner(facts, bytes);
        if (owner == PoolTable.NONE || !facts.pools.role(bytes.pool(), bytes.block()).isEmpty()) {
            return words;
        }
        return words + "; id(" + facts.names.object(owner) + ") = " + String.format("0x%x", facts.snapshot.objects().id(owner));
    }

    static String title(PoolFacts facts, BlockBytes bytes) {
        boolean allocated = facts.pools.allocated(bytes.pool(), bytes.block());
        return "Block " + bytes.block() + " = " + (allocated ? facts.names.block(bytes.pool(), bytes.block()) : "free");
    }

    private static int owner(PoolFacts facts, BlockBytes bytes) {
        return facts.pools.allocated(bytes.pool(), bytes.block()) ? facts.pools.owner(bytes.pool(), bytes.block()) : PoolTable.NONE;
    }

    void draw(BlockBytes bytes) {
        double base = sheet.y() + 14;
        sheet.badge(28, base - 4, Mark.CIRCLED, "1");
        String title = TextWidth.fit(title(facts, bytes), TextStyle.SECTION, 300);
        sheet.spans(44, base, Shape.Anchor.START, "", new Span(title, TextStyle.SECTION),
                new Span(", " + sentence(facts, bytes), TextStyle.MUTED));
        double top = base + 12;
        List<Word> words = bytes.words();
        int shown = Math.min(MOST, words.size());
        var rows = new ArrayList<List<String>>();
        for (int i = 0; i < shown; i++) {
            double y = top + i / 2 * (double) ROW;
            if (i % 2 == 0) {
                sheet.textEnd(74, y + 15, TextStyle.CODE_NOTE, String.format("+0x%02x", i * 8));
                sheet.textEnd(74, y + 30, TextStyle.NOTE, TextWidth.fit(words.get(i).group(), TextStyle.NOTE, 54));
            }
            field(words.get(i), LEFT + i % 2 * (double) STEP, y);
            rows.add(List.of(String.format("+0x%02x", i * 8), Words.visible(words.get(i).name()), words.get(i).hex(),
                    Words.visible(words.get(i).meaning())));
        }
        sheet.table(new Table(title(facts, bytes), List.of(Table.right("offset"), Table.left("field"), Table.left("bytes"),
                Table.left("meaning")), rows));
        sheet.moveTo(top + (shown + 1) / 2 * ROW + 8);
    }

    private void field(Word word, double x, double y) {
        sheet.box(x, y + .5, WIDTH, 37, word.group().equals("GC head") ? Role.FIELD_GC : Role.FIELD);
        String meaning = TextWidth.fit(Words.visible(word.meaning()), TextStyle.BODY, 150);
        sheet.text(x + 7.5, y + 15, TextStyle.STRONG, TextWidth.fit(Words.visible(word.name()), TextStyle.STRONG, 150));
        sheet.text(x + 7.5, y + 31, TextStyle.CODE_NOTE, word.hex());
        if (!meaning.isEmpty()) {
            sheet.textEnd(x + WIDTH - 7.5, y + 15, TextStyle.BODY, meaning);
        }
        if (word.pointer()) {
            sheet.textEnd(x + WIDTH - 7.5, y + 31, TextStyle.CODE_NOTE, String.format("0x%x", word.value()));
        }
    }
}
