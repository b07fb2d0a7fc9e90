package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.bofast.deadline.FactKind.BOARD_NOTICE_ARRIVED_ON;
import static se.bofast.deadline.FactKind.BOARD_NOTICE_REGISTERED_MAIL;
import static se.bofast.deadline.FactKind.CHILD_IN_HOUSEHOLD;
import static se.bofast.deadline.FactKind.DISTURBANCE_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.EVICTION_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.INQUIRY_DECIDED_ON;
import static se.bofast.deadline.FactKind.NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.TENANT_SERVED_ON;
import static se.bofast.deadline.Given.CLOCK;
import static se.bofast.deadline.Given.day;
import static se.bofast.deadline.Given.no;
import static se.bofast.deadline.Given.on;
import static se.bofast.deadline.Given.remark;
import static se.bofast.deadline.Given.yes;

import java.util.List;
import org.junit.jupiter.api.Test;

/// [impl->req~deadline.clock~1]
class LegalClockTest {

    private static final Facts CASE =
            Facts.of(
                    on(NOTICE_RECEIVED_ON, "2026-11-02"),
                    on(INQUIRY_DECIDED_ON, "2026-11-03"),
                    on(BOARD_NOTICE_ARRIVED_ON, "2026-11-02"),
                    no(BOARD_NOTICE_REGISTERED_MAIL),
                    on(TENANT_SERVED_ON, "2026-11-03"));

    @Test
    void says_each_rule_once_even_where_there_are_older_wordings() {
        assertThat(CLOCK.findings(CASE).stream().map(found -> found.rule().id()))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        Rules.ALL.stream().map(Rule::id).distinct().toList());
    }

    @Test
    void puts_the_nearest_and_gravest_day_first_and_what_does_not_apply_last() {
        var found = CLOCK.findings(CASE);
        var names = found.stream().map(each -> each.rule().id().value()).toList();

        assertThat(names)
                .startsWith(
                        "payment-undertaking",
                        "recovery-period",
                        "eviction-decision",
                        "child-in-household",
                        "inquiry-decision");
        assertThat(found.stream().map(each -> each.finding().getClass().getSimpleName()).distinct())
                .containsExactly("Runs", "NotRunning", "Done", "NotApplicable");
    }

    @Test
    void shows_only_what_we_must_do_when_asked_by_duty() {
        var ours =
                CLOCK.findings(CASE.with(yes(CHILD_IN_HOUSEHOLD))).stream()
                        .filter(found -> found.rule().duty() == Duty.WE_MUST)
                        .filter(found -> found.finding() instanceof Finding.Runs)
                        .map(found -> found.rule().id().value());

        assertThat(ours).containsExactly("child-in-household", "payment-undertaking");
    }

    @Test
    void an_event_older_than_the_oldest_wording_is_not_computed() {
        var found =
                CLOCK.finding(
                        new RuleId("disturbance-notice"),
                        Facts.of(on(DISTURBANCE_NOTICE_RECEIVED_ON, "2019-10-01")));

        assertThat(found.finding().remarks())
                .containsExactly(remark(RemarkCode.BEFORE_THE_RULE, "2019-10-02"));
    }

    @Test
    void the_latest_event_chooses_the_wording() {
        var both =
                Facts.of(
                        on(EVICTION_NOTICE_RECEIVED_ON, "2025-06-16"),
                        on(EVICTION_NOTICE_RECEIVED_ON, "2025-07-07"));

        assertThat(CLOCK.finding(new RuleId("eviction-confirmation"), both).rule().version())
                .isEqualTo(2);
    }

    @Test
    void without_an_event_the_newest_wording_answers() {
        for (var rule : Rules.ALL) {
            var found = CLOCK.finding(rule.id(), Facts.none());
            assertThat(found.rule().inForceUntil()).as("%s", rule).isNull();
            assertThat(found.finding()).as("%s", rule).isInstanceOf(Finding.NotApplicable.class);
        }
    }

    @Test
    void carries_the_fingerprint_of_what_the_rule_read() {
        var found = CLOCK.finding(new RuleId("recovery-period"), CASE);

        assertThat(found.fingerprint()).isEqualTo(CASE.fingerprintOf(found.rule().reads()));
        assertThat(
                        CLOCK.finding(
                                        new RuleId("recovery-period"),
                                        CASE.with(on(NOTICE_RECEIVED_ON, "2026-11-09")))
                                .fingerprint())
                .isEqualTo(found.fingerprint());
    }

    @Test
    void a_rule_added_beside_an_old_one_leaves_the_old_answer_as_it_was() {
        var old =
                CLOCK.finding(
                        new RuleId("eviction-confirmation"),
                        Facts.of(on(EVICTION_NOTICE_RECEIVED_ON, "2025-06-16")));

        assertThat(old.rule().basis())
                .isEqualTo(new LegalBasis("2001:937", "5 kap. 4 §", "2017:472"));
        assertThat(((Finding.Runs) old.finding()).day()).isEqualTo(day("2025-06-16"));
    }

    @Test
    void refuses_the_name_of_a_rule_that_is_not_there() {
        assertThatThrownBy(() -> CLOCK.finding(new RuleId("no-such-rule"), Facts.none()))
                .isInstanceOf(IllegalArgumentException.class);
        for (var wrong : List.of("", "Recovery", "recovery_period", "-recovery")) {
            assertThatThrownBy(() -> new RuleId(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
