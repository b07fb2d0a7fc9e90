package se.bofast.support;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.HouseClock;

/// Which ways to try, in which order, how long to wait between (A4): the goal is personal contact
/// in every matter. A suggestion: a day somebody has written down goes before it.
///
/// @param steps in the order they are tried
/// @param again how many days to wait between further home visits when every way has been tried
public record AttemptPlan(List<Step> steps, int again) {

    /// @param after days to wait after the attempt before; after the matter began, for the first
    public record Step(Contact.By by, int after) {}

    /// The house's own plan, after how the Väsby and Norrmalm teams worked (product.md S1-S3).
    public static final AttemptPlan SUGGESTED =
            new AttemptPlan(
                    List.of(
                            new Step(Contact.By.LETTER, 0),
                            new Step(Contact.By.PHONE, 3),
                            new Step(Contact.By.SMS, 1),
                            new Step(Contact.By.HOME_VISIT, 2)),
                    7);

    /// What the plan says of a matter.
    public sealed interface Next {

        /// The person was reached in person on the day.
        record Reached(LocalDate on) implements Next {}

        /// @param agreed somebody wrote the day down; false: the plan suggests it
        record Try(Contact.@Nullable By by, LocalDate on, boolean agreed) implements Next {}
    }

    /// A step with what has been done of it.
    ///
    /// @param triedOn the last day it was tried; null: not yet
    public record Tried(Contact.By by, int times, @Nullable LocalDate triedOn) {}

    public AttemptPlan {
        steps = List.copyOf(steps);
    }

    /// The plan for a person whose identity is protected: no letter and no SMS by routine
    /// (product.md H).
    public AttemptPlan forProtected() {
        return without(EnumSet.of(Contact.By.LETTER, Contact.By.SMS));
    }

    /// The plan when nobody has a number the person gave.
    public AttemptPlan withoutSms() {
        return without(EnumSet.of(Contact.By.SMS));
    }

    private AttemptPlan without(Set<Contact.By> ways) {
        return new AttemptPlan(
                steps.stream().filter(step -> !ways.contains(step.by())).toList(), again);
    }

    /// How far each step has come.
    public List<Tried> tried(List<Contact> contacts) {
        return steps.stream()
                .map(step -> {
                    var days =
                            attempts(contacts).stream()
                                    .filter(contact -> contact.by() == step.by())
                                    .map(AttemptPlan::day)
                                    .toList();
                    return new Tried(
                            step.by(),
                            days.size(),
                            days.isEmpty() ? null : days.get(days.size() - 1));
                })
                .toList();
    }

    /// What to do next.
    ///
    /// @param beganOn the day the matter began
    public Next next(List<Contact> contacts, LocalDate beganOn) {
        var attempts = attempts(contacts);
        var reached = attempts.stream().filter(Contact::isPersonal).findFirst();
        var last = attempts.isEmpty() ? null : attempts.get(attempts.size() - 1);
        if (last != null && last.nextTryOn() != null) {
            return new Next.Try(last.nextTryBy(), last.nextTryOn(), true);
        }
        if (reached.isPresent()) {
            return new Next.Reached(day(reached.get()));
        }
        var from = last == null ? beganOn : day(last);
        return untried(attempts)
                .map(step -> new Next.Try(step.by(), from.plusDays(step.after()), false))
                .orElseGet(() -> new Next.Try(Contact.By.HOME_VISIT, from.plusDays(again), false));
    }

    private Optional<Step> untried(List<Contact> attempts) {
        return steps.stream()
                .filter(step -> attempts.stream().noneMatch(c -> c.by() == step.by()))
                .findFirst();
    }

    /// The first attempt first.
    private static List<Contact> attempts(List<Contact> contacts) {
        return contacts.stream()
                .filter(Contact::isAttempt)
                .sorted(Comparator.comparing(Contact::happenedAt))
                .toList();
    }

    private static LocalDate day(Contact contact) {
        return LocalDate.ofInstant(contact.happenedAt(), HouseClock.ZONE);
    }
}
