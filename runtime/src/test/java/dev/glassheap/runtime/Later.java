package dev.glassheap.runtime;

import java.util.List;

/** Oracle programs that belong to later work. Each is a debt: {@code OracleTest} fails when one of them works already. */
final class Later {

    private Later() {
    }

    static final List<String> ORACLE_PROGRAMS = List.of(
        "best-practice/concat_versus_join",
        "best-practice/generator_versus_list",
        "best-practice/intern_repeated_strings",
        "closures-generators/itertools_tee_buffers",
        "tracemalloc/compare_to",
        "tracemalloc/diff_of_synthetic_snapshots",
        "tracemalloc/instance_traceback_quirk",
        "tracemalloc/realloc_updates_the_trace",
        "tracemalloc/statistic_formats",
        "tracemalloc/statistics_grouping",
        "weakrefs/supported_types");
}
