package se.bofast.count;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Somebody as a count counts them: once.
///
/// @param person null for who is known by a few facts only
/// @param since the first night of the run without a home
/// @param sure false if the few facts may be of somebody else who is counted
public record CountedPerson(
        @Nullable UUID person,
        @Nullable UUID form,
        CountSplit.Sex sex,
        @Nullable Integer age,
        @Nullable UUID household,
        CountSplit.Family family,
        int children,
        @Nullable LocalDate since,
        boolean sure,
        Map<Definition, Verdict> verdicts) {

    public CountedPerson {
        verdicts = Map.copyOf(verdicts);
    }

    static CountedPerson of(PersonOfDay one) {
        return new CountedPerson(
                one.person(),
                one.form(),
                CountSplit.Sex.of(one.sex()),
                one.age(),
                one.household().id(),
                CountSplit.Family.of(one.household().adults(), one.household().children()),
                one.household().children(),
                one.homelessSince(),
                true,
                one.verdicts());
    }

    public Verdict under(Definition definition) {
        return java.util.Objects.requireNonNull(verdicts.get(definition));
    }
}
