package se.bofast.placement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.placement.StayFact.Layer;
import se.bofast.placement.Timeline.Span;

/// A row of the picture of where a person has lived, as wide as {@link #WIDTH}.
public record Band(Row row, List<Piece> pieces) {

    public static final int WIDTH = 1000;

    public enum Row {
        /// Where the person slept.
        NIGHTS,
        /// The home that was kept meanwhile.
        HOME_KEPT,
        /// A child's home with the other parent.
        SECOND_HOME
    }

    /// @param stay null: a gap
    public record Piece(double x, double width, @Nullable StayFact stay) {}

    public Band {
        pieces = List.copyOf(pieces);
    }

    /// The rows from the first known night up to the day; none where nothing is known.
    public static List<Band> of(Timeline timeline, LocalDate today) {
        var first = timeline.firstNight().filter(day -> !day.isAfter(today)).orElse(null);
        if (first == null) {
            return List.of();
        }
        var bands = new ArrayList<Band>();
        bands.add(
                new Band(
                        Row.NIGHTS,
                        timeline.spans(first, today).stream()
                                .map(span -> piece(span, first, today))
                                .toList()));
        if (!timeline.band(Layer.AWAY, 1).isEmpty()) {
            bands.add(row(Row.HOME_KEPT, timeline.band(Layer.LIVES, 1), first, today));
        }
        if (!timeline.band(Layer.LIVES, 2).isEmpty()) {
            bands.add(row(Row.SECOND_HOME, timeline.band(Layer.LIVES, 2), first, today));
        }
        return List.copyOf(bands);
    }

    private static Band row(Row row, List<StayFact> stays, LocalDate first, LocalDate today) {
        return new Band(
                row,
                stays.stream()
                        .filter(stay -> !stay.startOn().isAfter(today))
                        .map(stay ->
                                piece(
                                        new Span(
                                                stay.startOn(),
                                                stay.endOn() == null || stay.endOn().isAfter(today)
                                                        ? today
                                                        : stay.endOn(),
                                                stay),
                                        first,
                                        today))
                        .toList());
    }

    private static Piece piece(Span span, LocalDate first, LocalDate today) {
        var whole = Timeline.nights(first, today);
        return new Piece(
                (double) WIDTH * (Timeline.nights(first, span.startOn()) - 1) / whole,
                (double) WIDTH * span.nights() / whole,
                span.stay());
    }
}
