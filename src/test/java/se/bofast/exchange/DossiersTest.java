package se.bofast.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.audit.DossierRecord;
import se.bofast.kernel.NotFound;
import se.bofast.kernel.PersonId;
import se.bofast.page.Words;
import se.bofast.person.Consent.ConsentForm;
import se.bofast.person.Consent.ConsentScope;
import se.bofast.person.Consents;
import se.bofast.person.CorrectingIdentity;
import se.bofast.person.Counterpart;
import se.bofast.person.Counterpart.CounterpartKind;
import se.bofast.person.GivingNumber;
import se.bofast.person.NewPerson;
import se.bofast.person.People;
import se.bofast.person.TestNumbers;

/// A dossier is gathered whole, and from one board only.
@HouseTest
class DossiersTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);

    private final Boards boards;
    private final People people;
    private final Consents consents;
    private final GivingNumber giving;
    private final CorrectingIdentity identities;
    private final Dossiers dossiers;
    private final TransactionTemplate transaction;

    DossiersTest(
            Boards boards,
            People people,
            Consents consents,
            GivingNumber giving,
            CorrectingIdentity identities,
            Dossiers dossiers,
            TransactionTemplate transaction) {
        this.boards = boards;
        this.people = people;
        this.consents = consents;
        this.giving = giving;
        this.identities = identities;
        this.dossiers = dossiers;
        this.transaction = transaction;
    }

    @Test
    void an_almost_empty_dossier_is_a_dossier() {
        var board = boards.make();
        var actor = board.coordinator();
        var dossier = dossier(board, actor, register(board, actor, "Anna"));
        assertThat(dossier.shownName()).isEqualTo("Anna Prövad");
        assertThat(tables(dossier)).containsExactlyInAnyOrder("person.person", "person.identity");
    }

    @Test
    void tells_earlier_numbers_with_their_days_and_the_label_of_who_has_no_name() {
        var board = boards.make();
        var actor = board.coordinator();
        var id =
                board.as(
                        actor,
                        TODAY,
                        () -> people.register(actor, NewPerson.of("", "", null), true, true));
        assertThat(dossier(board, actor, id).shownName()).isEqualTo("Okänd person 1");
        var number = TestNumbers.next();
        board.as(
                actor,
                TODAY,
                () ->
                        giving.replace(
                                actor,
                                id,
                                identities.current(id).orElseThrow().id(),
                                number,
                                TODAY,
                                "Numret blev känt"));
        var dossier = dossier(board, actor, id);
        assertThat(dossier.number()).isEqualTo(number.digits());
        assertThat(dossier.of("person.identity"))
                .extracting(
                        row -> row.value("number_kind"),
                        row -> row.value("number_until_on"),
                        row -> row.value("reason"))
                .containsExactlyInAnyOrder(
                        org.assertj.core.api.Assertions.tuple(
                                "RESERVE", TODAY.toString(), "REGISTERED"),
                        org.assertj.core.api.Assertions.tuple(
                                "PERSONAL", null, "Numret blev känt"));
    }

    @Test
    void tells_a_consent_with_what_was_agreed() {
        var board = boards.make();
        var actor = board.coordinator();
        var anna = register(board, actor, "Anna");
        board.as(
                actor,
                TODAY,
                () ->
                        consents.give(
                                actor,
                                anna,
                                ConsentScope.AGREED_STEPS,
                                new Counterpart(CounterpartKind.RELATIVE, null, "Systern"),
                                ConsentForm.ORAL,
                                TODAY,
                                null));
        var consent = dossier(board, actor, anna).of("person.consent").getFirst();
        assertThat(consent.day()).isEqualTo(TODAY);
        assertThat(consent.value("scope")).isEqualTo("AGREED_STEPS");
        assertThat(consent.value("counterpart_name")).isEqualTo("Systern");
        assertThat(consent.ofOthers()).isFalse();
    }

    @Test
    void another_boards_person_has_no_dossier_here() {
        var theirs = boards.make();
        var person = register(theirs, theirs.coordinator(), "Berit");
        var board = boards.make();
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> dossier(board, board.coordinator(), person))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void every_kind_field_and_code_has_words_in_both_languages() {
        for (var words : List.of(Words.swedish(), Words.english())) {
            for (var kind : dossiers.kinds()) {
                if (kind.isTold()) {
                    words.t(DossierWords.kindKey(kind));
                }
                for (var field : kind.fields()) {
                    words.t(DossierWords.fieldKey(field));
                    field.codes().forEach(code -> words.t(DossierWords.codeKey(code)));
                    if (field.labels() != null) {
                        Arrays.stream(field.labels().getEnumConstants()).forEach(words::label);
                    }
                }
            }
        }
        assertThat(dossiers.kinds()).hasSizeGreaterThan(40);
    }

    private PersonId register(TestBoard board, Actor actor, String given) {
        return board.as(
                actor, TODAY, () -> people.register(actor, NewPerson.of(given, "Prövad", null)));
    }

    private Dossier dossier(TestBoard board, Actor actor, PersonId person) {
        return java.util.Objects.requireNonNull(
                board.as(actor, TODAY, () -> transaction.execute(status -> dossiers.of(person))));
    }

    private static List<String> tables(Dossier dossier) {
        return dossier.records().stream()
                .map(DossierRecord::kind)
                .map(kind -> kind.table())
                .toList();
    }
}
