package se.bofast.person.web;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.PersonNumber;
import se.bofast.kernel.ReserveNumber;
import se.bofast.page.Choice;
import se.bofast.page.Form;
import se.bofast.page.Words;
import se.bofast.person.NewAddress;

/// Fields that several forms about a person have.
public final class Fields {

    static final int NAME = 100;
    static final int REASON = 500;
    private static final int LONGEST_NUMBER = 30;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    private Fields() {}

    /// The day in a personal or coordination number.
    static Optional<LocalDate> dayIn(Optional<? extends PersonNumber> number) {
        return number.flatMap(given ->
                given instanceof IdentityNumber known ? known.dateInNumber() : Optional.empty());
    }

    /// A number of any kind, in any usual form.
    static Optional<PersonNumber> anyNumber(Form form, String name, LocalDate today) {
        var reserve = form.text(name, LONGEST_NUMBER).filter(ReserveNumber::looksLike);
        if (reserve.isEmpty()) {
            return number(form, name, today).map(known -> known);
        }
        var read = ReserveNumber.read(reserve.get());
        if (read.isEmpty()) {
            form.error(name, "person.number.wrong");
        }
        return read.map(known -> known);
    }

    /// A personal or coordination number in any usual form.
    static Optional<IdentityNumber> number(Form form, String name, LocalDate today) {
        return form.text(name, LONGEST_NUMBER)
                .flatMap(text -> {
                    if (ReserveNumber.looksLike(text)) {
                        form.error(name, "person.number.notReserve");
                        return Optional.empty();
                    }
                    var number = IdentityNumber.read(text, today);
                    if (number.isEmpty()) {
                        form.error(
                                name,
                                text.replaceAll("\\D", "").length() < 10
                                        ? "person.number.short"
                                        : "person.number.wrong");
                    }
                    return number;
                });
    }

    /// A birthday: not in the future.
    static Optional<LocalDate> birthOn(Form form, LocalDate today) {
        var day = form.date("birthOn", today);
        if (day.isPresent() && day.get().isAfter(today)) {
            form.error("birthOn", "person.birthOn.future");
            return Optional.empty();
        }
        return day;
    }

    /// The address of the form; null when nothing of it is filled in.
    static @Nullable NewAddress address(Form form) {
        var careOf = form.text("careOf", 100);
        var street = form.text("street", 200);
        var apartment = form.text("apartment", 4);
        var postalCode = form.text("postalCode", 10);
        var city = form.text("city", 100);
        if (street.isEmpty()) {
            if (careOf.isPresent()
                    || apartment.isPresent()
                    || postalCode.isPresent()
                    || city.isPresent()) {
                form.error("street", "person.street.missing");
            }
            return null;
        }
        if (apartment.isPresent() && !apartment.get().matches("\\d{4}")) {
            form.error("apartment", "person.apartment.wrong");
        }
        var code = postalCode.map(Fields::withSpace);
        if (code.isPresent() && !code.get().matches("\\d{3} \\d{2}")) {
            form.error("postalCode", "person.postalCode.wrong");
        }
        return new NewAddress(
                careOf.map(text -> text.replaceFirst("(?i)^c/o\\s+", "")).orElse(null),
                street.get(),
                apartment.orElse(null),
                code.orElse(null),
                city.orElse(null));
    }

    /// `11343` and `SE-113 43` become `113 43`.
    private static String withSpace(String code) {
        var digits = code.replaceAll("\\s|^(?:SE|S)-", "");
        return digits.matches("\\d{5}") ? digits.substring(0, 3) + " " + digits.substring(3) : code;
    }

    static Optional<String> language(Form form) {
        var code = form.requiredText("language", 2, "person.language.missing");
        if (code.isPresent() && !LANGUAGES.contains(code.get())) {
            form.error("language", "person.language.missing");
            return Optional.empty();
        }
        return code;
    }

    /// Languages by their names in the reader's language, in its order.
    public static List<Choice> languages(Words words) {
        var locale = words.locale();
        return LANGUAGES.stream()
                .filter(code -> !Locale.of(code).getDisplayLanguage(locale).equals(code))
                .map(code -> Choice.of(code, language(code, words)))
                .sorted(Comparator.comparing(Choice::label, Collator.getInstance(locale)))
                .toList();
    }

    /// The name of a language: "arabiska".
    public static String language(String code, Words words) {
        return Locale.of(code).getDisplayLanguage(words.locale());
    }

    /// The constants of the enum that are offered here.
    @SafeVarargs
    public static <E extends Enum<E>> List<Choice> some(Words words, E... offered) {
        return Arrays.stream(offered)
                .map(constant -> Choice.of(constant.name(), words.label(constant)))
                .toList();
    }
}
