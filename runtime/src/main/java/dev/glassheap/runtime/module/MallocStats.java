package dev.glassheap.runtime.module;

import dev.glassheap.runtime.heap.DebugMallocStats;
import dev.glassheap.runtime.object.FreeLists;
import dev.glassheap.runtime.object.World;
import java.util.ArrayList;
import java.util.List;

/** {@code sys._debugmallocstats()}: the allocator's report and the free lists of types, in CPython's layout. */
final class MallocStats {

    private MallocStats() {
    }

    static String report(World w) {
        FreeLists f = w.freeLists;
        List<DebugMallocStats.FreeListLine> lines = new ArrayList<>();
        lines.add(new DebugMallocStats.FreeListLine("PyDictObject", f.dicts.size(), 48));
        lines.add(new DebugMallocStats.FreeListLine("PyFloatObject", f.floats.size(), 24));
        lines.add(new DebugMallocStats.FreeListLine("PyListObject", f.lists.size(), 40));
        for (int length = 1; length <= FreeLists.MAX_TUPLE_LENGTH; length++) {
            lines.add(new DebugMallocStats.FreeListLine(length + "-sized PyTupleObject", f.tuples(length).size(), 24 + 8 * length));
        }
        return DebugMallocStats.report(w.heap, lines);
    }
}
