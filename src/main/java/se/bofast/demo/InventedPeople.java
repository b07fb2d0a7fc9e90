package se.bofast.demo;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.IdentityNumber;
import se.bofast.person.Household.ChildStay;
import se.bofast.person.NewAddress;

/// People who do not exist. Their numbers are of the official test series: birth number 238x or
/// 239x, which Skatteverket gives to nobody.
final class InventedPeople {

    private static final List<String> WOMEN =
            List.of(
                    "Alva",
                    "Amina",
                    "Astrid",
                    "Birgitta",
                    "Cecilia",
                    "Daniela",
                    "Ebba",
                    "Elif",
                    "Fatima",
                    "Gunilla",
                    "Hanna",
                    "Ingrid",
                    "Jasmin",
                    "Karin",
                    "Leila",
                    "Lovisa",
                    "Maja",
                    "Mariam",
                    "Nadja",
                    "Olga",
                    "Petra",
                    "Rania",
                    "Sara",
                    "Selma",
                    "Svetlana",
                    "Tova",
                    "Ulla",
                    "Vera",
                    "Yasmin",
                    "Zahra");
    private static final List<String> MEN =
            List.of(
                    "Abdi", "Adam", "Ahmed", "Anders", "Bengt", "Carlos", "Dawit", "Elias", "Erik",
                    "Filip", "Göran", "Hassan", "Henrik", "Ivan", "Jonas", "Karim", "Lars", "Liam",
                    "Mikael", "Mohamed", "Nils", "Omar", "Oskar", "Pavel", "Robin", "Samuel",
                    "Sven", "Tesfay", "Viktor", "Yusuf");
    private static final List<String> FAMILIES =
            List.of(
                    "Abdulahi",
                    "Ahlberg",
                    "Ali",
                    "Backman",
                    "Berggren",
                    "Björk",
                    "Dahl",
                    "Demir",
                    "Ek",
                    "Eklund",
                    "Farah",
                    "Forsman",
                    "Garcia",
                    "Gebre",
                    "Grahn",
                    "Haddad",
                    "Hall",
                    "Hedlund",
                    "Holm",
                    "Ibrahim",
                    "Jansson",
                    "Kaya",
                    "Kovac",
                    "Kvist",
                    "Lind",
                    "Lindström",
                    "Lundin",
                    "Molin",
                    "Nasser",
                    "Nyberg",
                    "Norén",
                    "Ochoa",
                    "Palm",
                    "Petrov",
                    "Qvist",
                    "Rask",
                    "Rosén",
                    "Said",
                    "Sjögren",
                    "Sundin",
                    "Tekle",
                    "Törn",
                    "Uddin",
                    "Vik",
                    "Wallin",
                    "Yilmaz",
                    "Zetterlund",
                    "Åberg",
                    "Åkerman",
                    "Öberg");
    private static final List<String> STREETS =
            List.of(
                    "Björkgatan",
                    "Trädgårdsgatan",
                    "Kvarngatan",
                    "Norra vägen",
                    "Parkgatan",
                    "Skolgatan",
                    "Smedjegatan",
                    "Strandvägen",
                    "Torggatan",
                    "Västergatan",
                    "Ängsvägen",
                    "Östra gatan",
                    "Lindvägen",
                    "Bryggargatan",
                    "Hantverkargatan");

    /// Spoken in the homes, beside Swedish; Arabic most often.
    private static final List<String> LANGUAGES = List.of("ar", "ar", "so", "ti", "fa", "uk");

    /// A child of the home.
    record Child(ChildStay stay, int birthYear) {}

    /// @param language ISO 639-1; with anything but `sv` an interpreter is needed
    /// @param phone of the numbers that Post- och telestyrelsen keeps for books and films
    record Person(
            String given,
            String family,
            IdentityNumber number,
            String street,
            String apartment,
            String postalCode,
            List<Child> children,
            String language,
            @Nullable String phone,
            @Nullable String email) {

        Person {
            children = List.copyOf(children);
        }

        String written() {
            return family + ", " + given;
        }

        LocalDate birthOn() {
            return number.dateInNumber().orElseThrow();
        }

        NewAddress home() {
            return new NewAddress(null, street, apartment, postalCode, "Björkstad");
        }
    }

    private final Random random;
    private final Set<String> used = new HashSet<>();

    InventedPeople(Random random) {
        this.random = random;
        // Kept for whom a number is followed by another.
        used.add(PlayingNumbers.number(0).digits());
    }

    Person next(LocalDate today) {
        var woman = random.nextInt(100) < 38;
        var age = 19 + (int) Math.min(70, Math.abs(random.nextGaussian() * 16 + 24));
        var born = today.minusYears(age).minusDays(random.nextInt(365));
        var number = number(born, woman);
        var street = STREETS.get(random.nextInt(STREETS.size())) + " " + (1 + random.nextInt(119));
        var given = pick(woman ? WOMEN : MEN);
        var family = pick(FAMILIES);
        return new Person(
                given,
                family,
                number,
                street,
                "1%d0%d".formatted(1 + random.nextInt(6), 1 + random.nextInt(6)),
                "1%02d %02d".formatted(10 + random.nextInt(80), 10 + random.nextInt(80)),
                age < 66 && random.nextInt(100) < 28 ? children(today) : List.of(),
                random.nextInt(100) < 12 ? LANGUAGES.get(random.nextInt(LANGUAGES.size())) : "sv",
                random.nextInt(100) < 72
                        ? "070-174 06 %02d".formatted(5 + random.nextInt(95))
                        : null,
                random.nextInt(100) < 18 ? mail(given, family) : null);
    }

    /// Of the same family and home, so many years old.
    Person relative(Person of, int age, LocalDate today) {
        var woman = random.nextBoolean();
        var born = today.minusYears(age).minusDays(random.nextInt(365));
        return new Person(
                pick(woman ? WOMEN : MEN),
                of.family(),
                number(born, woman),
                of.street(),
                of.apartment(),
                of.postalCode(),
                List.of(),
                of.language(),
                null,
                null);
    }

    private List<Child> children(LocalDate today) {
        var dice = random.nextInt(100);
        var stay =
                dice < 64
                        ? ChildStay.PERMANENT
                        : dice < 84 ? ChildStay.ALTERNATING : ChildStay.VISITING;
        return random.ints(1 + random.nextInt(3), 1, 18)
                .mapToObj(years -> new Child(stay, today.getYear() - years))
                .toList();
    }

    /// In a domain that is kept for examples.
    private static String mail(String given, String family) {
        return Normalizer.normalize(given + "." + family, Normalizer.Form.NFD)
                        .replaceAll("\\p{M}", "")
                        .toLowerCase(Locale.ROOT)
                + "@example.org";
    }

    private String pick(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    /// 238x and 239x: even last digit for women, odd for men; twenty numbers a day and sex at most.
    private IdentityNumber number(LocalDate born, boolean woman) {
        for (var day = born; ; day = day.minusDays(1)) {
            for (var tries = 0; tries < 6; tries++) {
                var serial = 238 + random.nextInt(2);
                var last = serial % 2 == 0 == woman ? serial : serial == 238 ? 239 : 238;
                var digits =
                        "%04d%02d%02d%03d"
                                .formatted(
                                        day.getYear(),
                                        day.getMonthValue(),
                                        day.getDayOfMonth(),
                                        last);
                var whole = digits + check(digits.substring(2));
                if (used.add(whole)) {
                    return new IdentityNumber(whole);
                }
            }
        }
    }

    /// Luhn's check digit over the nine digits.
    static int check(String nine) {
        var sum = 0;
        for (var i = 0; i < nine.length(); i++) {
            var value = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
