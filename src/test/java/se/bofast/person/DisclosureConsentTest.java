package se.bofast.person;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.TestHouse.TestBoard;
import se.bofast.access.Actor;
import se.bofast.kernel.PersonId;
import se.bofast.person.Consent.ConsentForm;
import se.bofast.person.Consent.ConsentId;
import se.bofast.person.Consent.ConsentScope;

/// Even what passes by the Java of the room: a consent that does not hold grounds nothing.
@HouseTest
class DisclosureConsentTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 2);
    private static final String REFUSAL = "does not hold";

    private final Boards boards;
    private final People people;
    private final Consents consents;

    DisclosureConsentTest(Boards boards, People people, Consents consents) {
        this.boards = boards;
        this.people = people;
        this.consents = consents;
    }

    private final class At {
        final TestBoard board = boards.make();
        final Actor actor = board.coordinator();
        final PersonId anna = person("Anna");

        PersonId person(String given) {
            return board.as(
                    actor,
                    TODAY,
                    () -> people.register(actor, NewPerson.of(given, "Prövad", null)));
        }

        ConsentId consent(@Nullable LocalDate until) {
            return board.as(
                    actor,
                    TODAY,
                    () ->
                            consents.give(
                                    actor,
                                    anna,
                                    ConsentScope.AGREED_STEPS,
                                    new Counterpart(
                                            Counterpart.CounterpartKind.OTHER, null, "Systern"),
                                    ConsentForm.WRITTEN,
                                    TODAY.minusDays(30),
                                    until));
        }

        void tells(PersonId about, ConsentId consent, LocalDate on) {
            board.ask(
                    actor,
                    db ->
                            db.sql(
                                            """
                                            insert into person.disclosure (board_id, area_id, id, person_id, matter_kind, matter_id,
                                                counterpart_kind, counterpart_name, ground, consent_id, content, told_at, told_on)
                                            values (framework.board_id(), (framework.area_ids())[1], :id, :person, 'person', :person,
                                                'OTHER', 'Systern', 'CONSENT', :consent, 'Överenskomna steg', '2026-11-02T12:00Z', :on)
                                            """)
                                    .param("id", UUID.randomUUID())
                                    .param("person", about.value())
                                    .param("consent", consent.value())
                                    .param("on", on)
                                    .update());
        }
    }

    @Test
    void a_consent_that_holds_grounds_a_disclosure() {
        var at = new At();
        var consent = at.consent(TODAY);
        assertThatCode(() -> at.tells(at.anna, consent, TODAY)).doesNotThrowAnyException();
    }

    @Test
    void refuses_a_consent_that_has_ended_or_is_not_given_yet() {
        var at = new At();
        var consent = at.consent(TODAY.minusDays(1));
        assertThatThrownBy(() -> at.tells(at.anna, consent, TODAY)).hasMessageContaining(REFUSAL);
        assertThatThrownBy(() -> at.tells(at.anna, consent, TODAY.minusDays(31)))
                .hasMessageContaining(REFUSAL);
    }

    @Test
    void refuses_a_withdrawn_consent_from_the_day_it_was_withdrawn() {
        var at = new At();
        var consent = at.consent(null);
        at.board.as(
                at.actor,
                TODAY,
                () -> {
                    consents.withdraw(at.actor, at.anna, consent, TODAY);
                    return "";
                });
        assertThatThrownBy(() -> at.tells(at.anna, consent, TODAY)).hasMessageContaining(REFUSAL);
        assertThatCode(() -> at.tells(at.anna, consent, TODAY.minusDays(1)))
                .doesNotThrowAnyException();
    }

    @Test
    void refuses_another_persons_consent() {
        var at = new At();
        var consent = at.consent(null);
        var berit = at.person("Berit");
        assertThatThrownBy(() -> at.tells(berit, consent, TODAY)).hasMessageContaining(REFUSAL);
    }
}
