package dev.glassheap.runtime.picture;

import dev.glassheap.runtime.snapshot.HeapSnapshot;
import dev.glassheap.runtime.snapshot.PoolTable;
import java.util.List;

/** What an arena's picture and its twin say. */
final class ArenaFacts {

    final HeapSnapshot snapshot;
    final ArenaSummary arena;
    private final Names names;

    ArenaFacts(HeapSnapshot snapshot, int arena) {
        this.snapshot = snapshot;
        this.arena = ArenaSummary.of(snapshot, arena);
        this.names = new Names(snapshot);
    }

    /** A share of the arena's bytes. */
    record Part(String name, long bytes, Role role, String note) { }

    String headline() {
        String pools = "its " + arena.pools() + " pools";
        if (arena.inUse() == 0) {
            boolean kept = snapshot.header().geometry().keepsLastArena() && snapshot.pools().arenaCount() == 1;
            return "Arena " + arena.number() + (kept ? " stays mapped as the last one: none of "
                    : " can go back to the OS: none of ") + pools + " holds a block";
        }
        return "Arena " + arena.number() + " cannot go back to the OS: " + arena.inUse() + " of " + pools + " "
                + (arena.inUse() == 1 ? "holds " + (arena.blocks() == 1 ? "a block" : "blocks") : "hold blocks");
    }

    /** Who is in the pool that pins the arena, and what else holds it; empty if nothing does. */
    String detail() {
        if (arena.pin() == PoolTable.NONE) {
            return "";
        }
        List<String> inside = names.inPool(arena.pin(), 2);
        String who = inside.size() > 2 ? String.join(", ", inside.subList(0, 2)) + " and others are in it"
                : Words.list(inside) + (inside.size() == 1 ? " is in it" : " are in it");
        String others = arena.others(snapshot);
        return others.isEmpty() ? who : who + "; " + others;
    }

    /** The part of {@link #detail} that must not be missing: that other pools hold blocks too; who is in the pool if none do. */
    String briefDetail() {
        String others = arena.others(snapshot);
        return others.isEmpty() ? detail() : others;
    }

    /** Their bytes sum up to the arena. */
    List<Part> parts() {
        long pool = snapshot.header().geometry().poolSize();
        return List.of(
                new Part("in blocks", arena.bytes(), Role.ALLOCATED, Words.number(arena.slack()) + " of it slack"),
                new Part("free", arena.freeBlocks(), Role.FREE, "blocks in used pools"),
                new Part("overhead", arena.overhead(), Role.HEADER, "headers and tails"),
                new Part("empty", arena.empty() * pool, Role.OUTLINE, Words.count(arena.empty(), "pool")),
                new Part("untouched", arena.untouched() * pool, Role.UNTOUCHED, Words.count(arena.untouched(), "pool")));
    }

    static String word(PoolTable.State state) {
        return switch (state) {
            case USED -> "in use";
            case FULL -> "full";
            case EMPTY -> "empty";
            case UNTOUCHED -> "untouched";
        };
    }

    List<String> footer() {
        var geometry = snapshot.header().geometry();
        return Footer.of(snapshot.header(), "one arena of " + Words.size(geometry.arenaSize()) + ", "
                + Words.count(arena.pools(), "pool") + " of " + Words.size(geometry.poolSize()),
                String.format("arena base 0x%x", snapshot.pools().arenaAddress(arena.arena())));
    }
}
