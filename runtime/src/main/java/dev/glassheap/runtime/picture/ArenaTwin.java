package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.PoolTable;

/** An arena in text: four pools a line, then the sum. */
final class ArenaTwin {

    private static final int PER_LINE = 4;
    private static final int CELL = 20;

    private final ArenaFacts facts;

    ArenaTwin(ArenaFacts facts) {
        this.facts = facts;
    }

    String text() {
        var twin = new Twin().lines(Sheet.headline(facts.headline()));
        twin.line(facts.arena.verdict(facts.snapshot));
        if (!facts.detail().isEmpty()) {
            twin.line(facts.detail());
        }
        twin.blank().line("heap > arena " + facts.arena.number() + "    each pool: number  block size  allocated/capacity").blank();
        var line = new StringBuilder();
        for (int index = 0; index < facts.arena.pools(); index++) {
            line.append(Twin.left(cell(index), CELL));
            if (index % PER_LINE == PER_LINE - 1 || index + 1 == facts.arena.pools()) {
                twin.line(line.toString());
                line.setLength(0);
            }
        }
        twin.line("F full  E empty: any block size may take it  P pin  untouched: never carved").blank();
        twin.line("bytes of arena " + facts.arena.number());
        for (ArenaFacts.Part part : facts.parts()) {
            twin.line("  " + Twin.left(part.name(), 20) + Twin.right(Words.number(part.bytes()), 10) + "   " + part.note());
        }
        twin.line("  " + Twin.left("arena", 20) + Twin.right(Words.number(facts.snapshot.header().geometry().arenaSize()), 10));
        return twin.blank().footer(facts.footer()).text();
    }

    private String cell(int index) {
        PoolTable pools = facts.snapshot.pools();
        int pool = pools.pool(facts.arena.arena(), index);
        String number = Twin.right(Integer.toString(index), 2);
        if (pools.state(pool) == PoolTable.State.UNTOUCHED) {
            return number + " untouched";
        }
        String mark = pool == facts.arena.pin() ? " P" : switch (pools.state(pool)) {
            case FULL -> " F";
            case EMPTY -> " E";
            case USED, UNTOUCHED -> "  ";
        };
        String pair = pools.used(pool) + "/" + pools.capacity(pool);
        return number + Twin.right(Integer.toString(pools.blockSize(pool)), 4) + "B"
                + Twin.right(pair, Math.max(8, pair.length() + 1)) + mark;
    }
}
