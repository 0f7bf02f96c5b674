package dev.glassheap.runtime.interpreter;

import dev.glassheap.runtime.object.World;
import dev.glassheap.runtime.syntax.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The table of sites: an id for each place in guest source that can allocate or raise. Ids start at 1; 0 is native start-up. */
public final class Sites implements World.Sites {

    /** A place in guest source. */
    public record Site(String fileName, String codeName, Span span) {

        /** 1-based. */
        public int line() {
            return span.line();
        }
    }

    private final List<Site> sites = new ArrayList<>(List.of(new Site("<native>", "<start-up>", new Span(0, 0, 0, 0))));
    private final Map<Site, Integer> ids = new HashMap<>();
    private final Map<String, String[]> sources = new HashMap<>();

    /** The id of a place, the same for equal places. */
    int id(String fileName, String codeName, Span span) {
        return ids.computeIfAbsent(new Site(fileName, codeName, span), s -> {
            sites.add(s);
            return sites.size() - 1;
        });
    }

    @Override
    public int line(int id) {
        return sites.get(id).line();
    }

    public Site site(int id) {
        return sites.get(id);
    }

    /** Remembers the source of a file name, for tracebacks and labels; a later text replaces it. */
    public void source(String fileName, String text) {
        sources.put(fileName, text.split("\n", -1));
    }

    /** A source line by its number from 1, without its end. */
    public Optional<String> sourceLine(String fileName, int line) {
        String[] lines = sources.get(fileName);
        return lines == null || line < 1 || line > lines.length ? Optional.empty() : Optional.of(lines[line - 1]);
    }
}
