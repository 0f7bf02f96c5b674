package dev.glassheap.kernel.dispatch;

import dev.glassheap.kernel.protocol.History;
import dev.glassheap.kernel.protocol.History.Access;
import dev.glassheap.kernel.protocol.History.Entry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/** The stored cells of this process, the last {@value #CAPACITY} of them. Used by the shell's thread alone. */
final class SessionHistory {

    static final int CAPACITY = 10_000;

    /** There is one session as long as nothing is kept beyond the process. */
    private static final int SESSION = 1;

    private final Deque<Entry> entries = new ArrayDeque<>();

    void add(int line, String input, Optional<String> output) {
        entries.addLast(new Entry(SESSION, line, input, output));
        if (entries.size() > CAPACITY) {
            entries.removeFirst();
        }
    }

    History.Reply answer(History.Request request) {
        List<Entry> found = switch (request.access()) {
            case Access.Tail(int n) -> last(n, List.copyOf(entries));
            case Access.Range range -> range(range);
            case Access.Search search -> search(search);
        };
        return new History.Reply(found, request.output());
    }

    private List<Entry> range(Access.Range range) {
        if (range.session() != 0 && range.session() != SESSION) {
            return List.of();
        }
        int stop = range.stop().orElse(Integer.MAX_VALUE);
        return entries.stream()
                .filter(entry -> entry.line() >= range.start() && entry.line() < stop)
                .toList();
    }

    private List<Entry> search(Access.Search search) {
        Pattern pattern = glob(search.pattern());
        List<Entry> found = entries.stream()
                .filter(entry -> pattern.matcher(entry.input()).matches())
                .toList();
        if (search.unique()) {
            SequencedMap<String, Entry> newest = new LinkedHashMap<>();
            found.forEach(entry -> newest.putLast(entry.input(), entry));
            found = List.copyOf(newest.values());
        }
        return search.n().isPresent() ? last(search.n().get(), found) : found;
    }

    private static List<Entry> last(int n, List<Entry> entries) {
        int count = Math.clamp(n, 0, entries.size());
        return entries.subList(entries.size() - count, entries.size());
    }

    private static Pattern glob(String glob) {
        StringBuilder regex = new StringBuilder();
        glob.codePoints().forEach(c -> regex.append(
                switch (c) {
                    case '*' -> ".*";
                    case '?' -> ".";
                    default -> Pattern.quote(Character.toString(c));
                }));
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
