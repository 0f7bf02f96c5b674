package dev.glassheap.kernel.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.kernel.protocol.History;
import dev.glassheap.kernel.protocol.History.Access;
import dev.glassheap.kernel.protocol.History.Entry;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SessionHistoryTest {

    private final SessionHistory history = new SessionHistory();

    private List<Integer> lines(Access access) {
        return history.answer(new History.Request(false, access)).entries().stream().map(Entry::line).toList();
    }

    private void add(String... inputs) {
        for (String input : inputs) {
            history.add(lines(new Access.Tail(Integer.MAX_VALUE)).size() + 1, input, Optional.empty());
        }
    }

    @Test
    void tail_gives_the_last_and_not_more_than_there_are() {
        add("a", "b", "c");

        assertThat(lines(new Access.Tail(2))).containsExactly(2, 3);
        assertThat(lines(new Access.Tail(9))).containsExactly(1, 2, 3);
        assertThat(lines(new Access.Tail(-1))).isEmpty();
    }

    @Test
    void a_range_leaves_out_its_stop() {
        add("a", "b", "c");

        assertThat(lines(new Access.Range(0, 1, Optional.of(3)))).containsExactly(1, 2);
        assertThat(lines(new Access.Range(1, 2, Optional.empty()))).containsExactly(2, 3);
        assertThat(lines(new Access.Range(-1, 1, Optional.empty()))).isEmpty();
    }

    @Test
    void search_matches_whole_inputs_by_glob() {
        add("import gc", "x = [1]", "import sys", "import gc", "a\nimport gc");

        assertThat(lines(new Access.Search("import*", false, Optional.empty()))).containsExactly(1, 3, 4);
        assertThat(lines(new Access.Search("*gc", true, Optional.empty()))).containsExactly(4, 5);
        assertThat(lines(new Access.Search("*", false, Optional.of(2)))).containsExactly(4, 5);
        assertThat(lines(new Access.Search("x = [?]", false, Optional.empty()))).containsExactly(2);
    }

    @Test
    void the_oldest_cells_are_forgotten() {
        for (int line = 1; line <= SessionHistory.CAPACITY + 5; line++) {
            history.add(line, "x", Optional.empty());
        }

        assertThat(lines(new Access.Tail(Integer.MAX_VALUE))).hasSize(SessionHistory.CAPACITY).startsWith(6);
    }
}
