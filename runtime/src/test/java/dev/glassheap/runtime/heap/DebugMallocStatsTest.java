package dev.glassheap.runtime.heap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.glassheap.runtime.event.HeapEvents;
import dev.glassheap.runtime.heap.DebugMallocStats.FreeListLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DebugMallocStatsTest {

    @Test
    void the_report_has_the_layout_of_cpython() {
        Heap heap = new Heap(Profile.PY_3_11.withMisaligned(true), HeapEvents.NONE, 1L << 30);
        for (int i = 0; i < 1022; i++) {
            heap.malloc(16, 0, null);
        }
        heap.malloc(500, 0, null);
        heap.malloc(600, 0, null);
        assertThat(DebugMallocStats.report(heap, List.of(new FreeListLine("PyDictObject", 14, 48), new FreeListLine("20-sized PyTupleObject", 6, 184))))
                .isEqualTo("""
                        Small block threshold = 512, in 32 size classes.

                        class   size   num pools   blocks in use  avail blocks
                        -----   ----   ---------   -------------  ------------
                            0     16           2            1022          1020
                           31    512           1               1            30

                        # arenas allocated total           =                    1
                        # arenas reclaimed                 =                    0
                        # arenas highwater mark            =                    1
                        # arenas allocated current         =                    1
                        1 arenas * 1048576 bytes/arena     =            1,048,576

                        # bytes in allocated blocks        =               16,864
                        # bytes in available blocks        =               31,680
                        60 unused pools * 16384 bytes      =              983,040
                        # bytes lost to pool headers       =                  144
                        # bytes lost to quantization       =                  464
                        # bytes lost to arena alignment    =               16,384
                        Total                              =            1,048,576

                        arena map counts
                        # arena map mid nodes              =                    1
                        # arena map bot nodes              =                    1

                        # bytes lost to arena map root     =              262,144
                        # bytes lost to arena map mid      =              262,144
                        # bytes lost to arena map bot      =              131,072
                        Total                              =              655,360

                                   14 free PyDictObjects * 48 bytes each =                  672
                         6 free 20-sized PyTupleObjects * 184 bytes each =                1,104
                        """);
    }

    @Test
    void every_line_has_the_shape_it_has_in_cpython() throws IOException, InterruptedException {
        List<String> theirs = shapes(RealPython.run("import sys; sys._debugmallocstats()"));
        List<FreeListLine> freeLists = new ArrayList<>(List.of(new FreeListLine("PyDictObject", 1, 48), new FreeListLine("PyFloatObject", 1, 24),
                new FreeListLine("PyListObject", 1, 40)));
        for (int n = 1; n <= 20; n++) {
            freeLists.add(new FreeListLine(n + "-sized PyTupleObject", 1, 24 + 8L * n));
        }
        Heap heap = new Heap(Profile.PY_3_11, HeapEvents.NONE, 1L << 30);
        for (int size = 1; size <= 512; size++) {
            heap.malloc(size, 0, null);
        }
        assertThat(shapes(DebugMallocStats.report(heap, freeLists))).isEqualTo(theirs);
    }

    /** The lines with every number replaced and the padding before it removed; widths are checked by the other test. */
    private static List<String> shapes(String report) {
        return report.lines().map(line -> line.replaceAll(" *[0-9][0-9,]*(?!-sized)\\b", "#")).toList();
    }
}
