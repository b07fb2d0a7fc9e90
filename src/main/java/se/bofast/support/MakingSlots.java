package se.bofast.support;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.access.Access;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.access.Scope;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.deadline.DayKind;
import se.bofast.deadline.SwedishWorkingDays;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.Forbidden;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.UnitId;

/// Offers times: one, several in a row, or the same every week.
@Component
public class MakingSlots {

    /// The kind of {@link se.bofast.access.Subject} a slot is in the log.
    public static final String KIND = "slot";

    public static final int MOST_WEEKS = 26;
    public static final int MOST_IN_A_ROW = 20;

    /// Words that would tell on the code's page what the meeting is about.
    private static final Pattern TELLING =
            Pattern.compile("social|nämnd|vräk|avhys|skuld|budget|kronofog|hyresråd|missbruk");

    /// @param firstOn the first day; a weekly series goes on from it, holidays left out
    /// @param length of each time
    /// @param inARow how many times after each other on each day
    /// @param weeks 1: that day only
    /// @param language ISO 639-1 of the interpreter booked with them
    public record NewSlots(
            EmployeeId adviser,
            UnitId unit,
            LocalDate firstOn,
            LocalTime at,
            Duration length,
            int inARow,
            int weeks,
            String place,
            @Nullable String language) {}

    public sealed interface Made {
        /// @param left times the adviser already had something, and holidays
        record Done(int made, int left) implements Made {}

        record Refused(Reason reason) implements Made {}
    }

    public enum Reason {
        IN_THE_PAST,
        /// The place would tell what the meeting is about; it is shown to whoever has the code.
        PLACE_TELLS,
        PAST_MIDNIGHT
    }

    private static final SwedishWorkingDays DAYS = new SwedishWorkingDays();

    private final Slots slots;
    private final Access access;
    private final Log log;
    private final Clock clock;

    MakingSlots(Slots slots, Access access, Log log, Clock clock) {
        this.slots = slots;
        this.access = access;
        this.log = log;
        this.clock = clock;
    }

    /// @throws Forbidden if the actor may only make times in another unit, or only own ones
    @Transactional
    public Made make(Actor actor, NewSlots wish) {
        var scope = access.require(actor, Action.MANAGE_SLOTS);
        if (scope != Scope.BOARD && !actor.units().contains(wish.unit())
                || scope == Scope.OWN && !wish.adviser().equals(actor.id())) {
            throw new Forbidden();
        }
        if (tells(wish.place())) {
            return new Made.Refused(Reason.PLACE_TELLS);
        }
        if (wish.length()
                        .multipliedBy(wish.inARow())
                        .plusSeconds(wish.at().toSecondOfDay())
                        .toHours()
                >= 24) {
            return new Made.Refused(Reason.PAST_MIDNIGHT);
        }
        var starts = starts(wish);
        if (starts.stream().anyMatch(start -> !start.isAfter(clock.instant()))) {
            return new Made.Refused(Reason.IN_THE_PAST);
        }
        var series = NewId.at(clock);
        var made = starts.isEmpty() ? 0 : slots.add(series, wish, starts);
        log.record(
                LogEntry.of(Action.MANAGE_SLOTS)
                        .about(KIND, series)
                        .because(Integer.toString(made)));
        return new Made.Done(made, wish.inARow() * wish.weeks() - made);
    }

    /// The moments of a wish, in Swedish time: nine o'clock is nine o'clock in summer and winter.
    static List<Instant> starts(NewSlots wish) {
        var starts = new ArrayList<Instant>();
        for (var week = 0; week < wish.weeks(); week++) {
            var day = wish.firstOn().plusWeeks(week);
            // The day one has chosen oneself is taken at one's word.
            if (DAYS.kindOf(wish.firstOn()) == DayKind.WORKING_DAY
                    && DAYS.kindOf(day) != DayKind.WORKING_DAY) {
                continue;
            }
            var first = day.atTime(wish.at()).atZone(HouseClock.ZONE);
            for (var i = 0; i < wish.inARow(); i++) {
                starts.add(first.plus(wish.length().multipliedBy(i)).toInstant());
            }
        }
        return starts;
    }

    /// True if the place says more than where.
    public static boolean tells(String place) {
        return TELLING.matcher(place.toLowerCase(Locale.ROOT)).find();
    }

    /// Takes back a time nobody has.
    ///
    /// @return false if somebody has it
    /// @throws NotFound if there is no such time within reach
    @Transactional
    public boolean withdraw(Actor actor, Slot.SlotId id) {
        var scope = access.require(actor, Action.MANAGE_SLOTS);
        var slot = slots.find(id).orElseThrow(NotFound::new);
        if (!reaches(actor, scope, slot)) {
            throw new NotFound();
        }
        log.record(LogEntry.of(Action.MANAGE_SLOTS).about(KIND, id.value()).because("WITHDRAWN"));
        return slots.withdraw(id);
    }

    static boolean reaches(Actor actor, Scope scope, Slot slot) {
        return switch (scope) {
            case NONE -> false;
            case OWN -> slot.adviser().equals(actor.id());
            case UNIT -> slot.adviser().equals(actor.id()) || actor.units().contains(slot.unit());
            case BOARD -> true;
        };
    }
}
