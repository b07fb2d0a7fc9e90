package se.bofast.count.web;

import org.jspecify.annotations.Nullable;

/// A figure as a page shows it.
///
/// @param before the same a year earlier, where that is asked for
/// @param definition where it is said what the figure means
/// @param cases where the cases behind it are listed, for those who may see them
public record ShownFigure(
        String key,
        String name,
        String number,
        String share,
        @Nullable String before,
        String definition,
        @Nullable String cases) {}
