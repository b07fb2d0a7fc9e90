package se.bofast.person;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Period;
import se.bofast.kernel.PersonId;

/// People who share a home.
public record Household(HouseholdId id, List<Member> members) {

    public Household {
        members = List.copyOf(members);
    }

    public record HouseholdId(UUID value) {}

    /// The same through all corrections of one membership.
    public record MemberId(UUID value) {}

    public enum MemberKind {
        ADULT,
        CHILD
    }

    /// How a child lives there, in Kronofogden's three codes.
    public enum ChildStay {
        /// Permanent bostad.
        PERMANENT,
        /// Växelvis boende.
        ALTERNATING,
        /// Umgängesbarn.
        VISITING
    }

    /// Who is a member, how and when.
    ///
    /// @param person null: somebody the board knows only by kind and perhaps year of birth
    /// @param stay of a child, and only of a child
    /// @param birthYear where no person says the birthday
    public record Membership(
            @Nullable PersonId person,
            MemberKind kind,
            @Nullable ChildStay stay,
            @Nullable Integer birthYear,
            Period period) {

        public Membership {
            if ((kind == MemberKind.CHILD) != (stay != null)) {
                throw new IllegalArgumentException("a child, and only a child, stays in some way");
            }
        }

        public static Membership adult(@Nullable PersonId person, Period period) {
            return new Membership(person, MemberKind.ADULT, null, null, period);
        }

        public static Membership child(
                @Nullable PersonId person,
                ChildStay stay,
                @Nullable Integer birthYear,
                Period period) {
            return new Membership(person, MemberKind.CHILD, stay, birthYear, period);
        }

        Membership ending(java.time.LocalDate endOn) {
            return new Membership(
                    person, kind, stay, birthYear, new Period(period.startOn(), endOn));
        }
    }

    /// A membership as it is believed now.
    ///
    /// @param fact the row it is believed by, to be shown back when it is corrected
    public record Member(
            MemberId id,
            UUID fact,
            HouseholdId household,
            Membership membership,
            Instant recordedAt,
            String reason) {}

    /// A child in somebody's home on a day.
    public record HouseholdChild(
            MemberId member,
            HouseholdId household,
            @Nullable PersonId person,
            ChildStay stay,
            @Nullable Integer birthYear) {}

    /// What came of adding or correcting a member.
    public sealed interface Joining {

        record Joined(MemberId member) implements Joining {}

        /// The person is already a member of the household in some of the days.
        record AlreadyMember() implements Joining {}
    }
}
