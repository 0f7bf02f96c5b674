package dev.glassheap.runtime.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The table of sites: an id for each code and line that can allocate. Ids start at 1; 0 is native start-up. */
public final class Sites implements dev.glassheap.runtime.object.World.Sites {

    /** A place in guest source. @param line 1-based */
    public record Site(String fileName, String codeName, int line) {
    }

    private final List<Site> sites = new ArrayList<>(List.of(new Site("<native>", "<start-up>", 0)));
    private final Map<Site, Integer> ids = new HashMap<>();

    /** The id of a place, the same for equal places. */
    public int id(String fileName, String codeName, int line) {
        return ids.computeIfAbsent(new Site(fileName, codeName, line), s -> {
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
}
