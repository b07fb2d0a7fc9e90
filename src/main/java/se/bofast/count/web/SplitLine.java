package se.bofast.count.web;

import java.util.List;

/// A row of a split table: each cell the number, with its share if it has one.
public record SplitLine(String name, List<String> cells) {

    public SplitLine {
        cells = List.copyOf(cells);
    }
}
