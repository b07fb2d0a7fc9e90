package se.bofast.person;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.PersonNumber;

/// A person to register.
///
/// @param given may be empty: the name is not known
/// @param family may be empty: the name is not known
/// @param birthOn the birthday; null with a number means the day written in it
/// @param sex null with a number means what the number says
/// @param number null: the person has none, or nobody knows it
/// @param workingLabel what a person without a name is called here; null for who has one
/// @param language ISO 639-1 code of the language letters are also written in; `sv` if only Swedish
public record NewPerson(
        String given,
        String family,
        @Nullable LocalDate birthOn,
        @Nullable Sex sex,
        @Nullable PersonNumber number,
        @Nullable String workingLabel,
        Protection protection,
        @Nullable NewAddress home,
        String language,
        boolean interpreter) {

    public NewPerson {
        given = given.strip();
        family = family.strip();
        if (number instanceof IdentityNumber known) {
            birthOn = birthOn == null ? known.dateInNumber().orElse(null) : birthOn;
            sex = sex != null ? sex : Sex.of(known);
        }
    }

    /// Nobody is called anything by it.
    public NewPerson(
            String given,
            String family,
            @Nullable LocalDate birthOn,
            @Nullable Sex sex,
            @Nullable PersonNumber number,
            Protection protection,
            @Nullable NewAddress home,
            String language,
            boolean interpreter) {
        this(given, family, birthOn, sex, number, null, protection, home, language, interpreter);
    }

    /// A person known by name and number only.
    public static NewPerson of(String given, String family, @Nullable PersonNumber number) {
        return new NewPerson(given, family, null, null, number, Protection.NONE, null, "sv", false);
    }

    public NewPerson bornOn(@Nullable LocalDate day) {
        return with(day, number, workingLabel, protection, home);
    }

    public NewPerson livingAt(@Nullable NewAddress address) {
        return with(birthOn, number, workingLabel, protection, address);
    }

    public NewPerson protectedBy(Protection how) {
        return with(birthOn, number, workingLabel, how, home);
    }

    NewPerson numbered(PersonNumber other) {
        return with(birthOn, other, workingLabel, protection, home);
    }

    NewPerson called(String label) {
        return with(birthOn, number, label, protection, home);
    }

    private NewPerson with(
            @Nullable LocalDate day,
            @Nullable PersonNumber other,
            @Nullable String label,
            Protection how,
            @Nullable NewAddress address) {
        return new NewPerson(
                given, family, day, sex, other, label, how, address, language, interpreter);
    }

    boolean isNameless() {
        return given.isEmpty() && family.isEmpty();
    }

    /// What stands in lists: the name, or the label of who has none.
    String sortName() {
        return isNameless() && workingLabel != null ? workingLabel : People.sortName(given, family);
    }
}
