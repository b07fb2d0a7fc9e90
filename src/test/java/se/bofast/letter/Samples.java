package se.bofast.letter;

import java.net.URI;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Money;
import se.bofast.letter.EvictionConfirmation.Enforcement;
import se.bofast.letter.Invitation.Reason;
import se.bofast.letter.LandlordReceipt.ReceivedNotice;
import se.bofast.letter.PaymentUndertaking.Delegate;

/// Invented letters. Every value is one that can be found again in the text of the PDF.
final class Samples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 4);
    static final Money DEBT = Money.kronor(14_320);
    static final LetterCode CODE = LetterCode.read("7K4M-PQ8T-XW3R-D").orElseThrow();

    static final SenderDetails SENDER =
            new SenderDetails(
                    "Exempelstads kommun",
                    "Boende och bosamordning",
                    "Socialnämnden i Exempelstad",
                    "Bosamordnaren",
                    "010-123 45 67",
                    LocalTime.of(8, 30),
                    LocalTime.of(16, 0),
                    "bosamordnaren@exempelstad.example",
                    "Torggatan 3, Exempelstad",
                    "Box 1234, 123 45 Exempelstad",
                    URI.create("https://tid.exempelstad.example/"));

    static final Recipient PERSON =
            new Recipient("Anna Berg", List.of("Norrbackagatan 4 lgh 1102", "123 47 Exempelstad"));

    static final Recipient LANDLORD =
            new Recipient(
                    "Exempelbostäder AB",
                    List.of("Hyresavdelningen", "Box 77", "123 46 Exempelstad"));

    static final Recipient KRONOFOGDEN =
            new Recipient(
                    "Kronofogdemyndigheten",
                    List.of("Verkställighet, vräkning", "Box 99", "123 48 Exempelstad"));

    static final Appointment APPOINTMENT =
            new Appointment(
                    LocalDate.of(2026, 12, 1),
                    LocalTime.of(10, 0),
                    "Torggatan 3, plan 2, Exempelstad",
                    "Kim Ek",
                    Locale.forLanguageTag("ar"));

    static final Caseworker CASEWORKER =
            new Caseworker(
                    "Kim Ek", "socialsekreterare", "010-123 45 68", "kim.ek@exempelstad.example");

    static final EvictionConfirmation CONFIRMATION =
            new EvictionConfirmation(
                    Enforcement.EVICTION,
                    "U-7788-26",
                    "Anna Berg",
                    "Norrbackagatan 4 lgh 1102, Exempelstad",
                    TODAY,
                    LocalDate.of(2026, 12, 12),
                    LocalTime.of(9, 0),
                    CASEWORKER);

    private Samples() {}

    static Invitation invitation() {
        return new Invitation(Reason.PAYMENT_ORDER, DEBT, LAST_DAY, 2, APPOINTMENT, CODE);
    }

    static Reminder reminder() {
        return new Reminder(LocalDate.of(2026, 11, 17), APPOINTMENT, CODE);
    }

    static LandlordReceipt receipt() {
        return new LandlordReceipt(
                new ReceivedNotice(
                        LocalDate.of(2026, 11, 20), "Norrbackagatan 4 lgh 1102", "K-2209"));
    }

    static EvictionConfirmationCopy copy() {
        return new EvictionConfirmationCopy(CONFIRMATION, KRONOFOGDEN, 1);
    }

    static PaymentUndertaking undertaking() {
        return new PaymentUndertaking(
                "Anna Berg",
                "Norrbackagatan 4 lgh 1102, Exempelstad",
                DEBT,
                List.of(YearMonth.of(2026, 10), YearMonth.of(2026, 9)),
                new Delegate("Robin Lind", "enhetschef", "4.7"),
                TODAY,
                LAST_DAY,
                LocalDate.of(2026, 11, 30),
                "K-2209");
    }

    static List<LetterContent> contents() {
        return List.of(invitation(), reminder(), receipt(), CONFIRMATION, copy(), undertaking());
    }

    static Letter letter(LetterContent content, @Nullable LetterLanguage beside) {
        var recipient =
                switch (content) {
                    case Invitation i -> PERSON;
                    case Reminder r -> PERSON;
                    case EvictionConfirmationCopy c -> PERSON;
                    case LandlordReceipt r -> LANDLORD;
                    case PaymentUndertaking u -> LANDLORD;
                    case EvictionConfirmation c -> KRONOFOGDEN;
                };
        var reference = content instanceof LandlordReceipt ? null : "2026-0412";
        return new Letter(content, recipient, SENDER, TODAY, beside, reference);
    }
}
