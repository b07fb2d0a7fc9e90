package se.bofast.person;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;
import se.bofast.kernel.PersonNumber;

/// What other rooms may show and use of a person. Of a protected person: no name, number, address
/// or way of contact, whoever asks.
///
/// @param language ISO 639-1 code of the language letters are also written in
/// @param ways current ways of contact
public record PersonCard(
        PersonId id,
        PersonName name,
        @Nullable LocalDate birthOn,
        @Nullable Sex sex,
        @Nullable PersonNumber number,
        @Nullable PersonAddress home,
        @Nullable PersonAddress postal,
        String language,
        boolean interpreter,
        List<ContactWay> ways) {

    public PersonCard {
        ways = List.copyOf(ways);
    }

    public boolean isProtected() {
        return name.isProtected();
    }

    /// Where a letter goes: the postal address if there is one, else the home.
    public @Nullable PersonAddress letterAddress() {
        return postal != null ? postal : home;
    }
}
