package se.bofast.person;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.IdentityNumber;

/// Invented registers with doubles in them, the same for one seed: slips of the pen, misreadings,
/// names as they sound, fields left out or changed with each other, several doubles of one person.
/// Families live together, twins are born together, sons are called as their fathers, and many were
/// given the first of January.
public final class InventedDoubles {

    /// A record and who it is.
    record Told(LinkRecord record, String human) {}

    /// @param doubles how many doubles one person has at most
    /// @param inField how many changes a field at most
    /// @param inRecord how many changes a record at most
    /// @param lacking per cent of the fields of a double that nobody filled in
    record Hardship(int doubles, int inField, int inRecord, int lacking) {

        Hardship(int doubles, int inField, int inRecord) {
            this(doubles, inField, inRecord, 0);
        }
    }

    private static final String[] GIVEN = {
        "Anna",
        "Maria",
        "Erik",
        "Lars",
        "Karl",
        "Eva",
        "Birgitta",
        "Johan",
        "Per",
        "Karin",
        "Nils",
        "Kristina",
        "Jan",
        "Lena",
        "Mikael",
        "Elisabeth",
        "Hans",
        "Peter",
        "Emma",
        "Björn",
        "Åsa",
        "Göran",
        "Östen",
        "Sören",
        "Märta",
        "Mohamed",
        "Ahmed",
        "Fatima",
        "Amina",
        "Ali",
        "Hassan",
        "Hussein",
        "Abdi",
        "Hodan",
        "Ayaan",
        "Omar",
        "Yusuf",
        "Ibrahim",
        "Khadija",
        "Layla",
        "Zahra",
        "Maryam",
        "Nour",
        "Samir",
        "Rania",
        "Tariq",
        "Aino",
        "Eino",
        "Helmi",
        "Juhani",
        "Päivi",
        "Timo",
        "Väinö",
        "Mika",
        "Marjatta",
        "Antti",
        "Jelena",
        "Dragan",
        "Goran",
        "Ewa",
        "Piotr",
        "Małgorzata",
        "Nguyen",
        "Thanh",
        "Ann-Marie",
        "Karl-Erik",
        "Lars Olof",
        "Anna Maria",
        "Sara",
        "Linnea",
        "Oskar",
        "Alva",
        "Elsa",
        "Hugo",
        "Liam",
        "Alia",
        "Hana",
        "Hanna",
        "Sofia",
        "Sofie",
        "Marie",
        "Anne",
        "Kristin",
        "Jonas",
        "Johannes",
        "Daniel",
        "Daniela",
        "Simon",
        "Simone"
    };
    private static final String[] FAMILY = {
        "Andersson",
        "Johansson",
        "Karlsson",
        "Nilsson",
        "Eriksson",
        "Larsson",
        "Olsson",
        "Persson",
        "Svensson",
        "Gustafsson",
        "Lindberg",
        "Lindström",
        "Lindgren",
        "Åkerman",
        "Öberg",
        "Sjögren",
        "Ali",
        "Mohamed",
        "Hassan",
        "Ahmed",
        "Abdi",
        "Warsame",
        "Al-Hassan",
        "El Amin",
        "Farah",
        "Jama",
        "Khalil",
        "Haddad",
        "Nasser",
        "Virtanen",
        "Korhonen",
        "Mäkinen",
        "Nieminen",
        "Hämäläinen",
        "Laine",
        "Petrović",
        "Kovač",
        "Nowak",
        "Wójcik",
        "Tran",
        "Nguyen",
        "von Platen",
        "af Klint",
        "Berg-Lind",
        "Yılmaz",
        "Kaya",
        "Demir",
        "Bergqvist",
        "Bergkvist",
        "Holm",
        "Holmberg"
    };
    private static final String[] SYLLABLES = {
        "berg", "lund", "sten", "dal", "qvist", "ros", "hed", "ek", "alm", "strand", "mar", "van",
        "kor", "hal", "nie", "sal", "mir", "dur", "bek", "tov", "ran", "zar", "gul", "ost", "wes"
    };
    private static final String[] STREETS = {
        "Storgatan",
        "Kungsgatan",
        "Skolgatan",
        "Ringvägen",
        "Björkvägen",
        "Parkgatan",
        "Östra Ågatan",
        "Sankt Eriksgatan",
        "Nygatan",
        "Linnégatan",
        "Hantverkargatan",
        "Vasagatan",
        "Granvägen"
    };
    private static final String[] TOWNS = {
        "Uppsala", "Knivsta", "Märsta", "Enköping", "Östervåla", "Gimo"
    };
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final LocalDate FIRST = LocalDate.of(1930, 1, 1);

    private final Random chance;
    private final boolean numbersOfTheirOwn;
    private final List<Told> all = new ArrayList<>();
    private int humans;
    private int births;
    private final java.util.Set<String> taken = new java.util.HashSet<>();

    /// @param numbersOfTheirOwn numbers of seven figures that check nothing, as in the published
    ///   sets
    private InventedDoubles(long seed, boolean numbersOfTheirOwn) {
        chance = new Random(seed);
        this.numbersOfTheirOwn = numbersOfTheirOwn;
    }

    /// People as in the published sets: no families, numbers that check nothing.
    static List<Told> strangers(long seed, int people, Hardship hardship) {
        var made = new InventedDoubles(seed, true);
        for (var n = 0; n < people; n++) {
            made.add(made.person(made.family(), made.day(), made.address(), null));
        }
        made.corrupt(people, hardship);
        return made.all;
    }

    /// A Swedish board's register: families, twins, namesakes, made-up birthdays, and doubles of
    /// `share` of them.
    static List<Told> register(long seed, int people, double share, Hardship hardship) {
        var made = new InventedDoubles(seed, false);
        while (made.all.size() < people) {
            made.household();
        }
        made.corrupt((int) (people * share), hardship);
        return made.all;
    }

    private void household() {
        var address = address();
        var family = family();
        switch (chance.nextInt(10)) {
            case 0 -> {
                // Twins, sometimes with names that sound alike.
                var day = day();
                var alike =
                        List.of(
                                List.of("Hassan", "Hussein"),
                                List.of("Maria", "Marie"),
                                List.of("Ali", "Alia"),
                                List.of("Anna", "Hanna"),
                                List.of("Amina", "Amin"),
                                List.of("Erik", "Erika"));
                var names = alike.get(chance.nextInt(alike.size()));
                var kindred = chance.nextBoolean();
                var first = kindred ? names.get(0) : given();
                var second = kindred ? names.get(1) : given();
                while (second.equals(first)) {
                    second = given();
                }
                add(person(family, day, address, first));
                add(person(family, day, address, second));
            }
            case 1 -> {
                // Father and son with one name.
                var given = given();
                var day = day();
                add(person(family, day, address, given));
                add(person(family, day.plusDays(8000 + chance.nextInt(5000)), address, given));
            }
            case 2 -> {
                // A home for many, most with a made-up birthday.
                for (var n = 0; n < 12; n++) {
                    var born = LocalDate.of(1985 + chance.nextInt(20), 1, 1);
                    add(person(family(), chance.nextInt(3) == 0 ? day() : born, address, null));
                }
            }
            default -> {
                var size = 1 + chance.nextInt(5);
                var day = day();
                for (var n = 0; n < size; n++) {
                    add(
                            person(
                                    family,
                                    day.plusDays(n * 400L + chance.nextInt(300)),
                                    address,
                                    null));
                }
            }
        }
    }

    private void add(LinkRecord record) {
        all.add(new Told(record, "h" + humans++));
    }

    private record Home(String street, String house, String postcode, String town) {}

    private Home address() {
        var street =
                chance.nextInt(3) == 0
                        ? STREETS[chance.nextInt(STREETS.length)]
                        : capital(syllables(2)) + (chance.nextBoolean() ? "gatan" : "vägen");
        return new Home(
                street,
                String.valueOf(1 + chance.nextInt(90)),
                "75" + (100 + chance.nextInt(400)),
                TOWNS[(int) Math.min(TOWNS.length - 1, Math.abs(chance.nextGaussian()) * 2)]);
    }

    private LocalDate day() {
        return FIRST.plusDays(chance.nextInt(29_000));
    }

    private String given() {
        // Some names are many, most are few.
        var n =
                (int)
                        Math.min(
                                GIVEN.length - 1,
                                Math.abs(chance.nextGaussian()) * GIVEN.length / 2.5);
        return chance.nextInt(4) == 0 ? capital(syllables(2)) : GIVEN[n];
    }

    private String family() {
        return chance.nextInt(10) < 4
                ? FAMILY[chance.nextInt(FAMILY.length)]
                : capital(syllables(2 + chance.nextInt(2)));
    }

    private String syllables(int count) {
        var word = new StringBuilder();
        for (var n = 0; n < count; n++) {
            word.append(SYLLABLES[chance.nextInt(SYLLABLES.length)]);
        }
        return word.toString();
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private LinkRecord person(String family, LocalDate day, Home home, @Nullable String called) {
        var female = chance.nextBoolean();
        var foreign = chance.nextInt(6) == 0;
        String number =
                chance.nextInt(numbersOfTheirOwn ? 50 : 8) == 0
                        ? null
                        : numbersOfTheirOwn
                                ? String.valueOf(1_000_000 + chance.nextInt(9_000_000))
                                : number(day, female, foreign);
        return new LinkRecord(
                new UUID(1, all.size()),
                called == null ? given() : called,
                family,
                chance.nextInt(40) == 0 ? null : day.format(DAY),
                number,
                List.of(),
                home.street(),
                home.house(),
                null,
                home.postcode(),
                home.town(),
                chance.nextInt(5) == 0 ? null : female ? Sex.FEMALE : Sex.MALE);
    }

    private String number(LocalDate day, boolean female, boolean coordination) {
        while (true) {
            var birth = births++ % 500 * 2 + (female ? 0 : 1);
            for (var last = 0; last < 10; last++) {
                var digits =
                        "%04d%02d%02d%03d%d"
                                .formatted(
                                        day.getYear(),
                                        day.getMonthValue(),
                                        day.getDayOfMonth() + (coordination ? 60 : 0),
                                        birth,
                                        last);
                try {
                    if (taken.add(new IdentityNumber(digits).digits())) {
                        return digits;
                    }
                } catch (IllegalArgumentException e) {
                    // Another check digit.
                }
            }
        }
    }

    private void corrupt(int originals, Hardship hardship) {
        var first = List.copyOf(all);
        var order = new ArrayList<>(first);
        java.util.Collections.shuffle(order, chance);
        for (var told : order.subList(0, Math.min(originals, order.size()))) {
            // Few have many.
            var doubles =
                    1
                            + Math.min(
                                    hardship.doubles() - 1,
                                    (int)
                                            Math.abs(
                                                    chance.nextGaussian()
                                                            * hardship.doubles()
                                                            / 2.5));
            for (var n = 0; n < doubles; n++) {
                all.add(new Told(corrupted(told.record(), hardship), told.human()));
            }
        }
        java.util.Collections.shuffle(all, chance);
    }

    private LinkRecord corrupted(LinkRecord record, Hardship hardship) {
        @Nullable String[] f = {
            record.given(),
            record.family(),
            record.birth(),
            record.number(),
            record.street(),
            record.house(),
            record.secondLine(),
            record.postcode(),
            record.town()
        };
        var changes = 1 + chance.nextInt(hardship.inRecord());
        var made = new int[f.length];
        for (var n = 0; n < changes; n++) {
            var field = chance.nextInt(f.length);
            if (made[field] < hardship.inField()) {
                made[field]++;
                change(f, field);
            }
        }
        for (var n = 0; n < f.length && hardship.lacking() > 0; n++) {
            if (chance.nextInt(100) < hardship.lacking()) {
                f[n] = null;
            }
        }
        return new LinkRecord(
                new UUID(2, all.size()),
                f[0],
                f[1],
                f[2],
                f[3],
                List.of(),
                f[4],
                f[5],
                f[6],
                f[7],
                f[8],
                record.sex());
    }

    private void change(@Nullable String[] f, int field) {
        var kind = chance.nextInt(20);
        var was = f[field];
        if (kind == 0) {
            f[field] = null;
        } else if (kind == 1 && field <= 1) {
            swap(f, 0, 1);
        } else if (kind == 2 && (field == 4 || field == 6)) {
            swap(f, 4, 6);
        } else if (kind == 3 && field == 2 && was != null && was.length() == 8) {
            f[2] = was.substring(0, 4) + was.substring(6) + was.substring(4, 6);
        } else if (kind <= 5) {
            f[field] = another(field);
        } else if (was != null && !was.isEmpty()) {
            f[field] = field <= 1 && kind <= 9 ? asHeard(was) : slip(was, field);
        } else if (kind > 15) {
            f[field] = another(field);
        }
        var number = f[3];
        // The register takes no wrong number: a mistyped one is refused when it is written.
        if (!numbersOfTheirOwn && number != null && !right(number)) {
            f[3] = null;
        }
    }

    private static boolean right(String digits) {
        try {
            return new IdentityNumber(digits).digits().equals(digits);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private @Nullable String another(int field) {
        var other = address();
        return switch (field) {
            case 0 -> given();
            case 1 -> family();
            case 2 -> day().format(DAY);
            case 3 ->
                    numbersOfTheirOwn
                            ? String.valueOf(1_000_000 + chance.nextInt(9_000_000))
                            : null;
            case 4 -> other.street();
            case 5 -> other.house();
            case 6 -> "c/o " + given() + " " + family();
            case 7 -> other.postcode();
            default -> other.town();
        };
    }

    private static void swap(@Nullable String[] f, int a, int b) {
        var spare = f[a];
        f[a] = f[b];
        f[b] = spare;
    }

    private String asHeard(String name) {
        String[][] spellings = {
            {"k", "c"},
            {"c", "k"},
            {"ph", "f"},
            {"f", "ph"},
            {"v", "w"},
            {"w", "v"},
            {"ss", "s"},
            {"s", "ss"},
            {"j", "y"},
            {"y", "i"},
            {"i", "y"},
            {"o", "u"},
            {"a", "e"},
            {"th", "t"},
            {"h", ""},
            {"d", "dh"},
            {"å", "aa"},
            {"ä", "e"},
            {"ö", "o"},
            {"ll", "l"},
            {"l", "ll"},
            {"z", "s"},
            {"s", "z"},
            {"qv", "kv"}
        };
        for (var tries = 0; tries < 12; tries++) {
            var spelling = spellings[chance.nextInt(spellings.length)];
            if (name.indexOf(spelling[0]) > 0) {
                return name.replaceFirst("(?<=.)" + spelling[0], spelling[1]);
            }
        }
        return slip(name, 0);
    }

    private String slip(String text, int field) {
        var digits = field == 2 || field == 3 || field == 5 || field == 7;
        var sign = digits ? (char) ('0' + chance.nextInt(10)) : (char) ('a' + chance.nextInt(26));
        var at = chance.nextInt(text.length());
        return switch (chance.nextInt(5)) {
            case 0 -> text.substring(0, at) + sign + text.substring(at);
            case 1 -> text.substring(0, at) + text.substring(at + 1);
            case 2 ->
                    at + 1 < text.length()
                            ? text.substring(0, at)
                                    + text.charAt(at + 1)
                                    + text.charAt(at)
                                    + text.substring(at + 2)
                            : text;
            case 3 ->
                    digits
                            ? text.substring(0, at) + sign + text.substring(at + 1)
                            : text.substring(0, at) + " " + text.substring(at);
            default ->
                    text.substring(0, at) + misread(text.charAt(at), sign) + text.substring(at + 1);
        };
    }

    private static String misread(char letter, char otherwise) {
        return switch (letter) {
            case 'm' -> "rn";
            case 'l' -> "1";
            case 'o' -> "0";
            case '0' -> "o";
            case '1' -> "l";
            case '5' -> "s";
            case 'd' -> "cl";
            case 'h' -> "b";
            default -> String.valueOf(otherwise);
        };
    }
}
