package se.bofast.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.IdentityNumber;

/// A person to register.
///
/// @param given may be empty: the name is not known
/// @param family may be empty: the name is not known
/// @param birthOn the birthday; null with a number means the day written in it
/// @param sex null with a number means what the number says
/// @param language ISO 639-1 code of the language letters are also written in; `sv` if only Swedish
public record NewPerson(
        String given,
        String family,
        @Nullable LocalDate birthOn,
        @Nullable Sex sex,
        @Nullable IdentityNumber number,
        Protection protection,
        @Nullable NewAddress home,
        String language,
        boolean interpreter) {

    public NewPerson {
        given = given.strip();
        family = family.strip();
        if (number != null) {
            birthOn = birthOn == null ? number.dateInNumber().orElse(null) : birthOn;
            sex = sex != null ? sex : number.isFemale() ? Sex.FEMALE : Sex.MALE;
        }
    }

    /// A person known by name and number only.
    public static NewPerson of(String given, String family, @Nullable IdentityNumber number) {
        return new NewPerson(given, family, null, null, number, Protection.NONE, null, "sv", false);
    }

    public NewPerson bornOn(@Nullable LocalDate day) {
        return new NewPerson(
                given, family, day, sex, number, protection, home, language, interpreter);
    }

    public NewPerson livingAt(@Nullable NewAddress address) {
        return new NewPerson(
                given, family, birthOn, sex, number, protection, address, language, interpreter);
    }

    public NewPerson protectedBy(Protection how) {
        return new NewPerson(given, family, birthOn, sex, number, how, home, language, interpreter);
    }
}
