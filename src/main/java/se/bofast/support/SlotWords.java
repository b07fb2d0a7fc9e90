package se.bofast.support;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.HouseClock;
import se.bofast.page.Choice;
import se.bofast.page.Fact;
import se.bofast.page.Frame;
import se.bofast.page.Words;

/// How times are written on pages.
public final class SlotWords {

    private SlotWords() {}

    /// What a language is called in the reader's own.
    public static String language(@Nullable String code, Words words) {
        return code == null ? "" : Locale.of(code).getDisplayLanguage(Locale.of(words.language()));
    }

    /// How a state is coloured; its word says it.
    public static String tone(Appointment.State state) {
        return switch (state) {
            case PROPOSED -> "neutral";
            case CONFIRMED, MOVED -> "info";
            case CAME -> "success";
            case DECLINED, DID_NOT_COME -> "warning";
            case CANCELLED -> "neutral";
        };
    }

    /// A free time for a colleague to choose.
    public static Choice choice(Slot slot, Frame frame) {
        var label = when(slot.startAt(), slot.endAt(), frame);
        var hint =
                slot.language() == null
                        ? slot.place()
                        : slot.place()
                                + ", "
                                + frame.t(
                                        "support.slots.interpreter",
                                        language(slot.language(), frame.words()));
        return Choice.of(slot.id().value().toString(), label).withHint(hint);
    }

    /// A free time for the one with the letter; the place only where it is another.
    public static Choice choice(
            AnsweringByCode.Free free, AnsweringByCode.Answer.Shown shown, Frame frame) {
        var choice =
                Choice.of(free.id().value().toString(), when(free.startAt(), free.endAt(), frame));
        return free.place().equals(shown.place()) ? choice : choice.withHint(free.place());
    }

    /// All that the code's page may say.
    public static List<Fact> facts(AnsweringByCode.Answer.Shown shown, Frame frame) {
        var words = frame.words();
        return List.of(
                Fact.of(frame.t("support.code.day"), words.longDay(day(shown.startAt()))),
                Fact.of(
                        frame.t("support.code.time"),
                        words.time(shown.startAt()) + "–" + words.time(shown.endAt())),
                Fact.of(frame.t("support.code.place"), shown.place()),
                Fact.of(frame.t("support.code.whose"), shown.whose()));
    }

    /// The hidden fields of a button on the code's page.
    public static Map<String, String> fields(Map<String, String> known, String what) {
        var fields = new HashMap<>(known);
        fields.put("do", what);
        return fields;
    }

    private static String when(Instant start, Instant end, Frame frame) {
        var words = frame.words();
        return words.longDay(day(start)) + " " + words.time(start) + "–" + words.time(end);
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, HouseClock.ZONE);
    }
}
