package se.bofast.count;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the people of a homelessness count are told apart by.
public enum CountSplit {
    TOTAL,
    /// Of the definition; the city's says acute and longer-term.
    CATEGORY,
    SEX,
    /// Sex within category: the codes of both.
    SEX_AND_CATEGORY,
    AGE,
    HOUSEHOLD,
    FORM,
    YEARS,
    /// Children of those counted, each household once. No split of the people.
    CHILDREN;

    static final String ALL = "ALL";
    static final String NONE = "UNKNOWN";

    public enum Sex {
        FEMALE,
        MALE,
        UNKNOWN;

        static Sex of(@Nullable String code) {
            return code == null ? UNKNOWN : valueOf(code);
        }
    }

    public enum AgeGroup {
        UNDER_25,
        FROM_25,
        FROM_45,
        FROM_65,
        UNKNOWN;

        static AgeGroup of(@Nullable Integer age) {
            if (age == null) {
                return UNKNOWN;
            }
            return age < 25 ? UNDER_25 : age < 45 ? FROM_25 : age < 65 ? FROM_45 : FROM_65;
        }
    }

    public enum Family {
        ALONE,
        ALONE_WITH_CHILDREN,
        ADULTS,
        ADULTS_WITH_CHILDREN,
        UNKNOWN;

        static Family of(int adults, int children) {
            if (adults == 0) {
                return UNKNOWN;
            }
            return adults == 1
                    ? children == 0 ? ALONE : ALONE_WITH_CHILDREN
                    : children == 0 ? ADULTS : ADULTS_WITH_CHILDREN;
        }
    }

    /// For how long without a home.
    public enum Years {
        UNDER_1,
        FROM_1,
        FROM_2,
        FROM_5,
        FROM_10,
        UNKNOWN;

        static Years of(@Nullable LocalDate since, LocalDate day) {
            if (since == null) {
                return UNKNOWN;
            }
            var years = java.time.Period.between(since, day).getYears();
            return years < 1
                    ? UNDER_1
                    : years < 2 ? FROM_1 : years < 5 ? FROM_2 : years < 10 ? FROM_5 : FROM_10;
        }
    }

    /// In which group of the split the person is, under the definition.
    String code(CountedPerson person, Definition definition, LocalDate day) {
        var category = String.valueOf(person.under(definition).category());
        return switch (this) {
            case TOTAL, CHILDREN -> ALL;
            case CATEGORY -> category;
            case SEX -> person.sex().name();
            case SEX_AND_CATEGORY -> person.sex().name() + "|" + category;
            case AGE -> AgeGroup.of(person.age()).name();
            case HOUSEHOLD -> person.family().name();
            case FORM -> form(person.form());
            case YEARS -> Years.of(person.since(), day).name();
        };
    }

    private static String form(@Nullable UUID form) {
        return form == null ? NONE : form.toString();
    }
}
