package se.bofast.deadline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a rule answers.
public sealed interface Finding {

    /// What the day is.
    enum Kind {
        /// Last day to act.
        DEADLINE,
        /// First day on which something can lawfully happen.
        EARLIEST,
        /// Last day to which something can last or be put off.
        LATEST,
        /// The day by which it should be done; nothing lapses.
        TARGET,
        /// The day on which something is set to happen.
        EVENT,
        /// From here on, keep watch.
        WARNING
    }

    List<Remark> remarks();

    /// The rule gives a day.
    ///
    /// @param day the day to show and to act on
    /// @param rawDay the day before it was moved for weekend or holiday; else the same day
    /// @param otherReading the day under the other reading of law or facts; a remark says which
    /// @param from the facts the day rests on
    record Runs(
            LocalDate day,
            Kind kind,
            LocalDate rawDay,
            @Nullable LocalDate otherReading,
            List<Remark> remarks,
            Set<FactKind> from)
            implements Finding {

        public Runs {
            remarks = List.copyOf(remarks);
            from = Set.copyOf(from);
        }

        /// A day that no weekend moves.
        static Runs fixed(LocalDate day, Kind kind, Set<FactKind> from, Remark... remarks) {
            return new Runs(day, kind, day, null, Arrays.asList(remarks), from);
        }

        /// The last day of a statutory time limit, moved to the next working day (lag 1930:173).
        static Runs moved(
                LocalDate rawDay,
                Kind kind,
                WorkingDays days,
                Set<FactKind> from,
                Remark... remarks) {
            var said = new ArrayList<>(Arrays.asList(remarks));
            var day = days.onOrAfter(rawDay);
            if (!day.equals(rawDay)) {
                said.add(moveOf(RemarkCode.MOVED, rawDay, day, days));
            }
            return new Runs(day, kind, rawDay, null, said, from);
        }

        /// The last day of our own duty. We do not lean on a move the law may not grant us: the
        /// moved day is only the other reading.
        static Runs unmoved(
                LocalDate rawDay,
                Kind kind,
                WorkingDays days,
                Set<FactKind> from,
                Remark... remarks) {
            var said = new ArrayList<>(Arrays.asList(remarks));
            var moved = days.onOrAfter(rawDay);
            if (moved.equals(rawDay)) {
                return new Runs(rawDay, kind, rawDay, null, said, from);
            }
            said.add(moveOf(RemarkCode.MOVE_NOT_RELIED_ON, rawDay, moved, days));
            return new Runs(rawDay, kind, rawDay, moved, said, from);
        }

        static Remark moveOf(RemarkCode code, LocalDate raw, LocalDate moved, WorkingDays days) {
            return new Remark(
                    code,
                    List.of(
                            new Remark.OnDay(raw),
                            new Remark.CalendarDay(days.kindOf(raw)),
                            new Remark.OnDay(moved)));
        }

        Runs and(Remark remark) {
            var said = new ArrayList<>(remarks);
            said.add(remark);
            return new Runs(day, kind, rawDay, otherReading, said, from);
        }

        Done done(LocalDate doneOn, Remark... more) {
            var said = new ArrayList<>(remarks);
            said.addAll(Arrays.asList(more));
            return new Done(doneOn, day, said, from);
        }

        /// Our duty: done is done, and late is said to be late.
        Finding owed(@Nullable LocalDate doneOn) {
            if (doneOn == null) {
                return this;
            }
            return doneOn.isAfter(day)
                    ? done(doneOn, Remark.of(RemarkCode.DONE_LATE, day))
                    : done(doneOn);
        }

        /// Someone's right: too late does not count.
        Finding used(@Nullable LocalDate usedOn) {
            if (usedOn == null) {
                return this;
            }
            return usedOn.isAfter(day) ? and(Remark.of(RemarkCode.TOO_LATE, usedOn)) : done(usedOn);
        }
    }

    /// What the day was for has happened, or can no longer happen.
    record Done(LocalDate doneOn, LocalDate day, List<Remark> remarks, Set<FactKind> from)
            implements Finding {

        public Done {
            remarks = List.copyOf(remarks);
            from = Set.copyOf(from);
        }

        public boolean isInTime() {
            return !doneOn.isAfter(day);
        }
    }

    /// The rule concerns the matter, but facts are missing. Nothing is guessed.
    record NotRunning(Set<FactKind> missing, List<Remark> remarks) implements Finding {

        public NotRunning {
            missing = Set.copyOf(missing);
            remarks = List.copyOf(remarks);
        }

        static NotRunning without(FactKind... missing) {
            return new NotRunning(Set.of(missing), List.of());
        }
    }

    /// The rule does not concern the matter; a remark may say why.
    record NotApplicable(List<Remark> remarks) implements Finding {

        public NotApplicable {
            remarks = List.copyOf(remarks);
        }

        static NotApplicable because(Remark... remarks) {
            return new NotApplicable(Arrays.asList(remarks));
        }
    }

    /// No day, but something a person must weigh.
    record Flag(List<Remark> remarks, Set<FactKind> from) implements Finding {

        public Flag {
            remarks = List.copyOf(remarks);
            from = Set.copyOf(from);
        }

        static Flag of(Set<FactKind> from, Remark... remarks) {
            return new Flag(Arrays.asList(remarks), from);
        }
    }
}
