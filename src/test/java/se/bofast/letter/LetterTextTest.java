package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import se.bofast.kernel.Money;
import se.bofast.letter.Invitation.Reason;
import se.bofast.letter.PaymentUndertaking.Delegate;

class LetterTextTest {

    private static String text(LetterContent content) {
        return Reading.text(Reading.pdf(Samples.letter(content, null)));
    }

    @Test
    void the_invitation_says_what_happens_what_help_there_is_and_when() {
        assertThat(text(Samples.invitation()))
                .contains("Exempelstads kommun", "21 november 2026", "Vårt ärende: 2026-0412")
                .contains("Hej Anna Berg,")
                .contains("vänt sig till Kronofogden om obetald hyra")
                .contains("gäller det 14 320 kr.")
                .contains("Kronofogden vill ha ditt svar senast fredag 4 december 2026.")
                .contains("Räkna på din ekonomi")
                .contains("Det är frivilligt och kostar ingenting.")
                .contains("tisdag 1 december 2026 klockan 10.00")
                .contains("Torggatan 3, plan 2, Exempelstad", "Kim Ek")
                .contains("arabiska, bokad och gratis")
                .contains("tid.exempelstad.example", "7K4M-PQ8T-XW3R-D")
                .contains("010-123 45 67, vardagar klockan 08.30–16.00");
    }

    @Test
    void what_is_not_known_is_not_said() {
        var text =
                text(
                        new Invitation(
                                Reason.RENT_ARREARS,
                                null,
                                null,
                                0,
                                new Appointment(
                                        LocalDate.of(2026, 12, 1),
                                        Samples.APPOINTMENT.at(),
                                        "Torggatan 3",
                                        null,
                                        null),
                                Samples.CODE));
        assertThat(text)
                .contains("Sista dagen beror på när du fick uppsägningen.")
                .contains("Behöver du tolk?", "Bor det barn hos dig?")
                .doesNotContain(" kr.", "senast", "Du träffar", "bokad och gratis", "null");
    }

    @ParameterizedTest
    @EnumSource(
            value = Reason.class,
            names = {"DISTURBANCE", "WORRY"})
    void a_letter_about_something_else_speaks_of_no_debt(Reason reason) {
        var text = text(new Invitation(reason, null, null, 1, Samples.APPOINTMENT, Samples.CODE));
        assertThat(text).doesNotContain("skuld", "betalat", "Kronofogden", " kr");
        assertThat(text).contains("Du har ett barn hemma. Vi tänker på barnet först.");
    }

    @Test
    void a_debt_and_a_last_day_belong_to_unpaid_rent() {
        assertThatThrownBy(() ->
                        new Invitation(
                                Reason.DISTURBANCE,
                                Samples.DEBT,
                                null,
                                0,
                                Samples.APPOINTMENT,
                                Samples.CODE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        new Invitation(
                                Reason.WORRY,
                                null,
                                Samples.LAST_DAY,
                                0,
                                Samples.APPOINTMENT,
                                Samples.CODE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static Stream<Arguments> invitations_in_other_languages() {
        return Stream.of(
                Arguments.of(
                        LetterLanguage.ENGLISH,
                        List.of(
                                "We want to help you keep your home",
                                "Tuesday 1 December 2026 at 10:00",
                                "no later than Friday 4 December 2026",
                                "it concerns 14 320 kr.",
                                "Arabic, booked",
                                "Translation. The Swedish text is the one that counts.")),
                Arguments.of(
                        LetterLanguage.SPANISH,
                        List.of(
                                "Queremos ayudarle a conservar su vivienda",
                                "martes 1 de diciembre de 2026 a las 10:00",
                                "a más tardar el viernes 4 de diciembre de 2026",
                                "se trata de 14 320 kr.",
                                "árabe, reservado")),
                Arguments.of(
                        LetterLanguage.UKRAINIAN,
                        List.of(
                                "Ми хочемо допомогти вам зберегти житло",
                                "вівторок, 1 грудня 2026 року, 10:00",
                                "Останній день: пʼятниця, 4 грудня 2026 року",
                                "йдеться про 14 320 kr.",
                                "арабська, замовлено")));
    }

    @ParameterizedTest
    @MethodSource("invitations_in_other_languages")
    void the_translation_has_the_same_facts(LetterLanguage language, List<String> sentences) {
        var file = Reading.pdf(Samples.letter(Samples.invitation(), language));
        var translation = Reading.text(file, 2, file.pages()).replace('’', 'ʼ');
        assertThat(translation)
                .contains("Översättning. Den svenska texten gäller.")
                .contains(sentences.stream().map(one -> one.replace('’', 'ʼ')).toList())
                .contains("7K4M-PQ8T-XW3R-D", "tid.exempelstad.example", "010-123 45 67");
    }

    @ParameterizedTest
    @EnumSource
    void the_fullest_invitation_fills_one_side_for_each_language(LetterLanguage language) {
        var pages = language == LetterLanguage.SWEDISH ? 1 : 2;
        var letter = Samples.letter(Samples.fullestInvitation(), language);
        assertThat(Reading.pdf(letter).pages()).isEqualTo(pages);
    }

    @Test
    void a_language_without_a_translation_gives_swedish_alone() {
        var letter = Samples.letter(Samples.undertaking(), LetterLanguage.ARABIC);
        assertThat(Reading.letters().use(letter).written()).isEqualTo("PAYMENT_UNDERTAKING/1/sv");
        assertThat(Reading.pdf(letter).pages()).isEqualTo(1);
    }

    @Test
    void a_letter_can_tell_with_what_it_was_made() {
        assertThat(
                        Reading.letters()
                                .use(Samples.letter(Samples.reminder(), LetterLanguage.UKRAINIAN))
                                .written())
                .isEqualTo("REMINDER/1/sv+uk");
        assertThat(Reading.letters().use(Samples.letter(Samples.CONFIRMATION, null)).written())
                .isEqualTo("EVICTION_CONFIRMATION/2/sv");
    }

    @Test
    void the_reminder_gives_a_new_time_and_no_blame() {
        assertThat(text(Samples.reminder()))
                .contains("Vi hade bokat ett samtal med dig tisdag 17 november 2026.")
                .contains("Det gör inget.")
                .contains("tisdag 1 december 2026 klockan 10.00", "7K4M-PQ8T-XW3R-D")
                .doesNotContain("skuld", "Kronofogden", "nämnd");
    }

    @Test
    void the_receipt_repeats_only_what_the_landlord_wrote() {
        assertThat(text(Samples.receipt()))
                .contains("Norrbackagatan 4 lgh 1102 kom till oss fredag 20 november 2026")
                .contains("Er beteckning är K-2209")
                .contains("Detta ersätter inte meddelande enligt JB 12:25 a eller 12:44.")
                .contains("Det är ingen bedömning")
                .doesNotContain("Berg", "Vårt ärende", "14 320");
    }

    @Test
    void without_a_notice_the_landlord_gets_general_information_about_no_one() {
        assertThat(text(new LandlordReceipt(null)))
                .contains("Så arbetar vi när någon riskerar att förlora sin bostad")
                .contains("Detta ersätter inte meddelande enligt JB 12:25 a eller 12:44.")
                .doesNotContain("Norrbackagatan", "Berg", "K-2209", "Ert meddelande om");
    }

    @Test
    void a_receipt_with_a_case_number_would_tell_the_known_from_the_unknown() {
        assertThatThrownBy(() ->
                        new Letter(
                                Samples.receipt(),
                                Samples.LANDLORD,
                                Samples.SENDER,
                                Samples.TODAY,
                                null,
                                "2026-0412"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_confirmation_names_the_caseworker_and_cites_the_duty() {
        assertThat(text(Samples.CONFIRMATION))
                .contains("Kronofogdemyndigheten", "U-7788-26", "Anna Berg")
                .contains("lördag 12 december 2026 klockan 09.00")
                .contains("Underrättelsen kom till oss lördag 21 november 2026")
                .contains("Ansvarig handläggare Kim Ek, socialsekreterare")
                .contains("11 kap. 3 § socialtjänstförordningen (2025:468)")
                .contains("En kopia skickas till den som avhysningen gäller.")
                .doesNotContain("barn", "skuld");
    }

    @Test
    void a_removal_is_confirmed_without_a_copy_to_anyone() {
        assertThat(text(Samples.removal()))
                .contains("Bekräftelse av underrättelse om avlägsnande")
                .contains("lördag 12 december 2026")
                .doesNotContain("avhysning", "kopia", "klockan 00");
        assertThatThrownBy(() ->
                        new EvictionConfirmationCopy(Samples.removal(), Samples.KRONOFOGDEN, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_copy_says_what_can_still_be_done_and_holds_the_confirmation() {
        var file = Reading.pdf(Samples.letter(Samples.copy(), null));
        assertThat(Reading.text(file, 1, 1))
                .contains(
                        "avhysningen från din bostad ska ske lördag 12 december 2026 klockan 09.00")
                .contains("Kim Ek är din handläggare", "010-123 45 68")
                .contains("anstånd")
                .contains("hämta dem senast 12 mars 2027")
                .contains("Du har ett barn hemma.");
        assertThat(Reading.text(file, 2, 2))
                .contains("Kopia", "Kronofogdemyndigheten", "21 november 2026")
                .contains("Bekräftelse av underrättelse om avhysning", "U-7788-26");
    }

    @Test
    void belongings_can_be_fetched_until_the_same_date_three_months_on_or_the_months_last_day() {
        var confirmation =
                new EvictionConfirmation(
                        EvictionConfirmation.Enforcement.EVICTION,
                        "U-1",
                        "Anna Berg",
                        "Torggatan 9",
                        LocalDate.of(2026, 11, 1),
                        LocalDate.of(2026, 11, 30),
                        null,
                        Samples.CASEWORKER);
        var copy = new EvictionConfirmationCopy(confirmation, Samples.KRONOFOGDEN, 0);
        assertThat(copy.belongingsUntil()).isEqualTo(LocalDate.of(2027, 2, 28));
    }

    @Test
    void the_undertaking_says_what_is_promised_and_who_decided() {
        assertThat(text(Samples.undertaking()))
                .contains("Socialnämnden i Exempelstad åtar sig betalningsansvaret för hyran")
                .contains("12 kap. 44 § fjärde stycket 1 jordabalken")
                .contains("Hyra för september och oktober 2026")
                .contains("Belopp 14 320 kr")
                .contains("Vi betalar senast måndag 30 november 2026")
                .contains("fredag 4 december 2026 sista dagen")
                .contains("av Robin Lind, enhetschef, enligt punkt 4.7");
    }

    @Test
    void an_undertaking_without_a_delegate_cannot_be_written() {
        assertThatThrownBy(() -> new Delegate("", "enhetschef", "4.7"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Delegate("Robin Lind", "enhetschef", " "))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_undertaking_is_for_an_amount_and_at_least_a_month() {
        var delegate = new Delegate("Robin Lind", "enhetschef", "4.7");
        for (var refused :
                List.<Runnable>of(
                        () -> undertaking(Money.ZERO, List.of(YearMonth.of(2026, 9)), delegate),
                        () -> undertaking(Samples.DEBT, List.of(), delegate))) {
            assertThatThrownBy(refused::run).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private static void undertaking(Money amount, List<YearMonth> months, Delegate delegate) {
        var unused =
                new PaymentUndertaking(
                        "Anna Berg",
                        "Torggatan 9",
                        amount,
                        months,
                        delegate,
                        Samples.TODAY,
                        null,
                        null,
                        null);
    }

    @Test
    void the_files_own_details_name_no_person() {
        for (var content : Samples.contents()) {
            var file = Reading.pdf(Samples.letter(content, null));
            var details =
                    Reading.open(
                            file,
                            pdf -> {
                                var information = pdf.getDocumentInformation();
                                return information.getTitle()
                                        + information.getSubject()
                                        + information.getAuthor();
                            });
            assertThat(details).contains("Exempelstads kommun").doesNotContain("Berg", "7K4M");
        }
    }
}
