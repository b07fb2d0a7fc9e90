package se.bofast.intake;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;

/// Who a notice is about, by what is written on it. Pure: the store finds who comes in question,
/// this weighs them.
///
/// A score says how much agrees, from 0 to 100, and each comes with its reason in words. Nothing is
/// guessed: from {@link #SURE} a single person is matched, from {@link #DOUBTFUL} a person is
/// asked.
final class Matching {

    static final int SURE = 85;
    static final int DOUBTFUL = 50;

    /// Why two belong together, as told to the one who decides.
    enum Reason {
        NUMBER_AND_NAME,
        NUMBER_WITHOUT_NAME,
        NUMBER_WITH_OTHER_NAME,
        NAME_AND_BIRTH_DAY,
        SIMILAR_NAME_AND_BIRTH_DAY,
        FAMILY_NAME_AND_BIRTH_DAY,
        NAME_AND_ADDRESS,
        SIMILAR_NAME_AND_ADDRESS
    }

    /// What the notice says.
    record Sought(
            @Nullable String number,
            Set<String> nameParts,
            Set<String> nameSounds,
            @Nullable LocalDate birthOn,
            @Nullable String addressKey) {}

    /// A person who comes in question.
    ///
    /// @param earlierNumbers those of the sought ones that the person had before
    record Known(
            PersonId id,
            @Nullable String number,
            Set<String> earlierNumbers,
            Set<String> nameParts,
            Set<String> nameSounds,
            @Nullable LocalDate birthOn,
            @Nullable String addressKey) {

        boolean has(String sought) {
            return sought.equals(number) || earlierNumbers.contains(sought);
        }
    }

    record Candidate(PersonId person, int score, Reason reason) {}

    /// What the weighing came to.
    sealed interface Verdict {
        record Sure(Candidate candidate) implements Verdict {}

        record Doubtful(List<Candidate> candidates) implements Verdict {}

        record Nobody() implements Verdict {}
    }

    private Matching() {}

    static Verdict weigh(Sought sought, List<Known> inQuestion) {
        var candidates =
                inQuestion.stream()
                        .map(known -> weigh(sought, known))
                        .filter(candidate -> candidate.score() >= DOUBTFUL)
                        .sorted(
                                Comparator.comparingInt(Candidate::score)
                                        .reversed()
                                        .thenComparing(c -> c.person().value()))
                        .limit(8)
                        .toList();
        if (candidates.isEmpty()) {
            return new Verdict.Nobody();
        }
        var best = candidates.getFirst();
        var alone = candidates.size() == 1 || candidates.get(1).score() < SURE;
        return best.score() >= SURE && (alone || best.score() == 100)
                ? new Verdict.Sure(best)
                : new Verdict.Doubtful(candidates);
    }

    private static Candidate weigh(Sought sought, Known known) {
        var sameName =
                !sought.nameParts().isEmpty() && agree(sought.nameParts(), known.nameParts());
        var soundsAlike =
                !sought.nameSounds().isEmpty() && agree(sought.nameSounds(), known.nameSounds());
        var sharesAName = sought.nameSounds().stream().anyMatch(known.nameSounds()::contains);
        if (sought.number() != null && known.has(sought.number())) {
            if (sought.nameParts().isEmpty()) {
                return new Candidate(known.id(), 100, Reason.NUMBER_WITHOUT_NAME);
            }
            return sharesAName
                    ? new Candidate(known.id(), 100, Reason.NUMBER_AND_NAME)
                    : new Candidate(known.id(), 70, Reason.NUMBER_WITH_OTHER_NAME);
        }
        if (sought.number() != null && known.number() != null) {
            // Two different numbers are two people, however alike the names.
            return nobody(known);
        }
        if (sought.birthOn() != null && sought.birthOn().equals(known.birthOn())) {
            if (sameName) {
                return new Candidate(known.id(), 95, Reason.NAME_AND_BIRTH_DAY);
            }
            if (soundsAlike) {
                return new Candidate(known.id(), 80, Reason.SIMILAR_NAME_AND_BIRTH_DAY);
            }
            if (sharesAName) {
                return new Candidate(known.id(), 60, Reason.FAMILY_NAME_AND_BIRTH_DAY);
            }
        }
        var contradicted =
                sought.birthOn() != null
                        && known.birthOn() != null
                        && !sought.birthOn().equals(known.birthOn());
        if (!contradicted
                && sought.addressKey() != null
                && sought.addressKey().equals(known.addressKey())) {
            if (sameName) {
                return new Candidate(known.id(), 90, Reason.NAME_AND_ADDRESS);
            }
            if (soundsAlike) {
                return new Candidate(known.id(), 65, Reason.SIMILAR_NAME_AND_ADDRESS);
            }
        }
        return nobody(known);
    }

    private static Candidate nobody(Known known) {
        return new Candidate(known.id(), 0, Reason.NUMBER_AND_NAME);
    }

    /// The shorter name stands wholly in the longer one, and it is more than a single name.
    private static boolean agree(Set<String> one, Set<String> other) {
        var shorter = one.size() <= other.size() ? one : other;
        var longer = one.size() <= other.size() ? other : one;
        return shorter.size() >= 2 && longer.containsAll(shorter);
    }
}
