package dev.glassheap.runtime.picture;

import java.util.List;

/**
 * The figures of a picture as rows: for readers who do not see, and for test cells. Cells are finished text
 * ({@code "1,080"}), numbers with thousands commas, bytes without a unit where the column says bytes.
 */
public record Table(String title, List<Column> columns, List<List<String>> rows) {
    public Table {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(row.size() + " cells under " + columns.size() + " columns of " + title);
            }
        }
    }

    /** A column's name and side. */
    public record Column(String name, boolean right) { }

    public static Column left(String name) {
        return new Column(name, false);
    }

    public static Column right(String name) {
        return new Column(name, true);
    }
}
