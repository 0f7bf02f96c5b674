package dev.glassheap.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
    private static final long ADDRESS = 0x7fff_ffff_fff0L;
    private static final long EVENT = (1L << 55) - 7;

    @Test
    void every_kind_of_event_comes_back_as_it_went_in() {
        Journal journal = new Journal(20);
        journal.allocated(EVENT, ADDRESS, 1L << 46, Integer.MAX_VALUE);
        journal.freed(EVENT, ADDRESS, 48, 0xabcdef);
        journal.reallocated(EVENT, ADDRESS, 0x55d0_a000_0010L, 96, 0x7abc_def0);
        journal.arenaMapped(EVENT, ADDRESS, 262_144);
        journal.arenaReturned(EVENT, ADDRESS, 262_144);
        journal.refcountChanged(EVENT, ADDRESS, 4_000_000_000L, 9);
        journal.tracked(EVENT, ADDRESS, 2);
        journal.untracked(EVENT, ADDRESS);
        journal.gcPhaseEntered(EVENT, GcPhase.SUBTRACT_REFS, 1, 700);
        assertThat(journal.events()).containsExactly(
                new HeapEvent.Allocated(EVENT, ADDRESS, 1L << 46, Integer.MAX_VALUE),
                new HeapEvent.Freed(EVENT, ADDRESS, 48, 0xabcdef),
                new HeapEvent.Reallocated(EVENT, ADDRESS, 0x55d0_a000_0010L, 96, 0x7abc_def0),
                new HeapEvent.ArenaMapped(EVENT, ADDRESS, 262_144),
                new HeapEvent.ArenaReturned(EVENT, ADDRESS, 262_144),
                new HeapEvent.RefcountChanged(EVENT, ADDRESS, 4_000_000_000L, 9),
                new HeapEvent.Tracked(EVENT, ADDRESS, 2),
                new HeapEvent.Untracked(EVENT, ADDRESS),
                new HeapEvent.GcPhaseEntered(EVENT, GcPhase.SUBTRACT_REFS, 1, 700));
    }

    @Test
    void a_full_ring_forgets_the_oldest_and_says_how_many() {
        Journal journal = new Journal(3);
        for (int i = 1; i <= 8; i++) {
            journal.untracked(i, ADDRESS);
        }
        assertThat(journal.events()).extracting(HeapEvent::event).containsExactly(6L, 7L, 8L);
        assertThat(List.of(journal.recorded(), (long) journal.kept(), journal.cut())).containsExactly(8L, 3L, 5L);
    }

    @Test
    void an_exactly_full_ring_has_cut_nothing() {
        Journal journal = new Journal(2);
        journal.untracked(1, ADDRESS);
        journal.untracked(2, ADDRESS);
        assertThat(journal.events()).extracting(HeapEvent::event).containsExactly(1L, 2L);
        assertThat(journal.cut()).isZero();
    }

    @Test
    void a_cleared_journal_begins_again() {
        Journal journal = new Journal(2);
        journal.untracked(1, ADDRESS);
        journal.clear();
        journal.untracked(2, ADDRESS);
        assertThat(journal.events()).extracting(HeapEvent::event).containsExactly(2L);
        assertThat(journal.recorded()).isEqualTo(1);
    }

    @Test
    void a_journal_keeps_at_least_one_event() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Journal(0)).withMessageContaining("0");
    }
}
