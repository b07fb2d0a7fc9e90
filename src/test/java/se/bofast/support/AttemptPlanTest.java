package se.bofast.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.access.Subject;
import se.bofast.kernel.HouseClock;

class AttemptPlanTest {

    private static final LocalDate BEGAN = LocalDate.of(2026, 11, 2);
    private static final AttemptPlan PLAN = AttemptPlan.SUGGESTED;

    @Test
    void begins_with_a_letter_on_the_first_day() {
        assertThat(PLAN.next(List.of(), BEGAN))
                .isEqualTo(new AttemptPlan.Next.Try(Contact.By.LETTER, BEGAN, false));
    }

    @Test
    void goes_on_with_the_next_way_when_nobody_answered() {
        var contacts =
                List.of(
                        tried(Contact.By.LETTER, 0, Contact.Outcome.SENT),
                        tried(Contact.By.PHONE, 3, Contact.Outcome.NO_ANSWER));
        assertThat(PLAN.next(contacts, BEGAN))
                .isEqualTo(new AttemptPlan.Next.Try(Contact.By.SMS, BEGAN.plusDays(4), false));
    }

    @Test
    void goes_on_with_home_visits_when_every_way_was_tried() {
        var contacts = new ArrayList<Contact>();
        for (var step : PLAN.steps()) {
            contacts.add(tried(step.by(), 5, Contact.Outcome.NO_ANSWER));
        }
        assertThat(PLAN.next(contacts, BEGAN))
                .isEqualTo(
                        new AttemptPlan.Next.Try(Contact.By.HOME_VISIT, BEGAN.plusDays(12), false));
    }

    @Test
    void is_done_when_the_person_was_reached() {
        var contacts = List.of(tried(Contact.By.PHONE, 1, Contact.Outcome.PERSONAL_CONTACT));
        assertThat(PLAN.next(contacts, BEGAN))
                .isEqualTo(new AttemptPlan.Next.Reached(BEGAN.plusDays(1)));
    }

    @Test
    void a_day_somebody_wrote_down_goes_before_the_plan() {
        var agreed = BEGAN.plusDays(9);
        var contacts =
                List.of(
                        contact(
                                Contact.By.PHONE,
                                1,
                                Contact.Outcome.NO_ANSWER,
                                Contact.With.TENANT,
                                agreed,
                                null));
        assertThat(PLAN.next(contacts, BEGAN))
                .isEqualTo(new AttemptPlan.Next.Try(Contact.By.OFFICE, agreed, true));
    }

    @Test
    void a_call_to_the_landlord_and_a_withdrawn_contact_are_no_attempts() {
        var contacts =
                List.of(
                        contact(
                                Contact.By.PHONE,
                                1,
                                Contact.Outcome.PERSONAL_CONTACT,
                                Contact.With.LANDLORD,
                                null,
                                null),
                        contact(
                                Contact.By.PHONE,
                                1,
                                Contact.Outcome.PERSONAL_CONTACT,
                                Contact.With.TENANT,
                                null,
                                "fel ärende"));
        assertThat(PLAN.next(contacts, BEGAN))
                .isEqualTo(new AttemptPlan.Next.Try(Contact.By.LETTER, BEGAN, false));
    }

    @Test
    void a_protected_person_gets_neither_letter_nor_text_message() {
        assertThat(PLAN.forProtected().steps())
                .extracting(AttemptPlan.Step::by)
                .doesNotContain(Contact.By.LETTER, Contact.By.SMS)
                .isNotEmpty();
    }

    @Property
    void never_suggests_a_day_before_the_last_attempt(@ForAll List<Contact.By> ways) {
        var contacts = new ArrayList<Contact>();
        for (var i = 0; i < ways.size(); i++) {
            contacts.add(tried(ways.get(i), i, Contact.Outcome.NO_ANSWER));
        }
        var next = PLAN.next(contacts, BEGAN);
        assertThat(next).isInstanceOf(AttemptPlan.Next.Try.class);
        assertThat(((AttemptPlan.Next.Try) next).on())
                .isAfterOrEqualTo(BEGAN.plusDays(Math.max(0, ways.size() - 1)));
    }

    private static Contact tried(Contact.By by, int after, Contact.Outcome outcome) {
        return contact(by, after, outcome, Contact.With.TENANT, null, null);
    }

    private static Contact contact(
            Contact.By by,
            int after,
            Contact.Outcome outcome,
            Contact.With with,
            @Nullable LocalDate nextOn,
            @Nullable String withdrawn) {
        return new Contact(
                new Contact.ContactId(new UUID(1, after)),
                new Subject("matter", new UUID(1, 1)),
                null,
                with,
                by,
                outcome,
                false,
                BEGAN.plusDays(after).atTime(LocalTime.NOON).atZone(HouseClock.ZONE).toInstant(),
                null,
                null,
                Set.of(),
                nextOn,
                nextOn == null ? null : Contact.By.OFFICE,
                null,
                null,
                withdrawn);
    }
}
