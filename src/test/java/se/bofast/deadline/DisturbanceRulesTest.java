package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.deadline.FactKind.CONTACT_MADE_ON;
import static se.bofast.deadline.FactKind.CONTACT_WITHIN_DAYS;
import static se.bofast.deadline.FactKind.DISTURBANCE_NOTICE_RECEIVED_ON;
import static se.bofast.deadline.FactKind.DISTURBANCE_TERMINATED_ON;
import static se.bofast.deadline.FactKind.DISTURBANCE_WARNING_ON;
import static se.bofast.deadline.FactKind.SUBTENANT;
import static se.bofast.deadline.FactKind.TERMINATION_COPY_RECEIVED_ON;
import static se.bofast.deadline.Given.CLOCK;
import static se.bofast.deadline.Given.ask;
import static se.bofast.deadline.Given.codes;
import static se.bofast.deadline.Given.day;
import static se.bofast.deadline.Given.done;
import static se.bofast.deadline.Given.flag;
import static se.bofast.deadline.Given.no;
import static se.bofast.deadline.Given.on;
import static se.bofast.deadline.Given.remark;
import static se.bofast.deadline.Given.runs;
import static se.bofast.deadline.Given.yes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// JB 12 kap. 25 a, 42 §§ in the wording of SFS 2024:313, and before.
///
/// [impl->req~deadline.disturbance-notice~1] [impl->req~deadline.disturbance-contact~1]
/// [impl->req~deadline.termination-copy~1]
class DisturbanceRulesTest {

    /// SFS 2024:313 took effect on 1 July 2024.
    @ParameterizedTest
    @CsvSource({"2024-06-30, 1, 25 § andra", "2024-07-01, 2, 25 a §", "2026-03-02, 2, 25 a §"})
    void the_day_of_the_notice_chooses_the_wording(String noticed, int version, String section) {
        var rule =
                CLOCK.finding(
                                new RuleId("disturbance-notice"),
                                Facts.of(on(DISTURBANCE_NOTICE_RECEIVED_ON, noticed)))
                        .rule();

        assertThat(rule.version()).isEqualTo(version);
        assertThat(rule.basis().section()).contains(section);
    }

    @ParameterizedTest
    @CsvSource({"2024-06-30, 1", "2024-07-01, 2"})
    void the_day_of_the_copy_chooses_the_wording(String received, int version) {
        var found =
                CLOCK.finding(
                        new RuleId("termination-copy"),
                        Facts.of(on(TERMINATION_COPY_RECEIVED_ON, received)));

        assertThat(found.rule().version()).isEqualTo(version);
        assertThat(((Finding.Runs) found.finding()).day()).isEqualTo(day(received));
    }

    @Test
    void both_wordings_ask_for_the_landlords_warning() {
        for (var noticed : new String[] {"2024-06-30", "2024-07-01"}) {
            assertThat(
                            codes(
                                    flag(
                                            "disturbance-notice",
                                            on(DISTURBANCE_NOTICE_RECEIVED_ON, noticed))))
                    .containsExactly(RemarkCode.WARNING_NOT_KNOWN);
        }
    }

    @Test
    void nothing_is_flagged_when_warning_and_notice_came_first() {
        assertThat(
                        codes(
                                ask(
                                        "disturbance-notice",
                                        on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-03-02"),
                                        on(DISTURBANCE_WARNING_ON, "2026-03-01"),
                                        on(DISTURBANCE_TERMINATED_ON, "2026-04-01"))))
                .containsExactly(RemarkCode.NOTICE_IN_ORDER);
        assertThat(ask("disturbance-notice")).isEqualTo(Finding.NotApplicable.because());
    }

    /// JB 12 kap. 42 § third paragraph; RH 2004:38 on the older wording.
    @Test
    void a_termination_before_the_board_was_told_is_flagged() {
        assertThat(
                        flag(
                                        "disturbance-notice",
                                        on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-03-02"),
                                        on(DISTURBANCE_WARNING_ON, "2026-02-27"),
                                        on(DISTURBANCE_TERMINATED_ON, "2026-03-01"))
                                .remarks())
                .containsExactly(remark(RemarkCode.TERMINATED_BEFORE_BOARD_WAS_TOLD, "2026-03-01"));
        assertThat(codes(flag("disturbance-notice", on(DISTURBANCE_TERMINATED_ON, "2026-03-01"))))
                .containsExactly(RemarkCode.TERMINATED_BEFORE_BOARD_WAS_TOLD);
    }

    @Test
    void a_termination_on_the_day_the_board_was_told_is_not() {
        assertThat(
                        codes(
                                ask(
                                        "disturbance-notice",
                                        on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-03-02"),
                                        on(DISTURBANCE_WARNING_ON, "2026-03-02"),
                                        on(DISTURBANCE_TERMINATED_ON, "2026-03-02"))))
                .containsExactly(RemarkCode.NOTICE_IN_ORDER);
    }

    @Test
    void a_termination_before_the_warning_is_flagged() {
        assertThat(
                        codes(
                                flag(
                                        "disturbance-notice",
                                        on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-03-02"),
                                        on(DISTURBANCE_WARNING_ON, "2026-03-09"),
                                        on(DISTURBANCE_TERMINATED_ON, "2026-03-05"))))
                .containsExactly(RemarkCode.TERMINATED_BEFORE_WARNING);
    }

    /// JB 12 kap. 42 § fourth paragraph.
    @Test
    void particularly_serious_disturbance_needs_no_notice_unless_a_sub_tenants() {
        Fact[] serious = {
            on(DISTURBANCE_TERMINATED_ON, "2026-03-01"),
            on(TERMINATION_COPY_RECEIVED_ON, "2026-03-03")
        };

        assertThat(ask("disturbance-notice", serious)).isInstanceOf(Finding.NotApplicable.class);
        assertThat(codes(flag("disturbance-notice", serious[0], serious[1], yes(SUBTENANT))))
                .containsExactly(RemarkCode.TERMINATED_BEFORE_BOARD_WAS_TOLD);
    }

    @Test
    void a_copy_of_a_termination_is_for_today_until_someone_has_spoken_with_the_tenant() {
        var open = runs("termination-copy", on(TERMINATION_COPY_RECEIVED_ON, "2026-03-03"));
        assertThat(open.day()).isEqualTo(day("2026-03-03"));
        assertThat(open.kind()).isEqualTo(Finding.Kind.TARGET);
        assertThat(codes(open))
                .containsExactly(RemarkCode.NO_DAY_IN_LAW, RemarkCode.ASK_IF_SUBTENANT);

        var late =
                done(
                        "termination-copy",
                        on(TERMINATION_COPY_RECEIVED_ON, "2026-03-03"),
                        on(CONTACT_MADE_ON, "2026-03-01"),
                        on(CONTACT_MADE_ON, "2026-03-05"));
        assertThat(late.doneOn()).isEqualTo(day("2026-03-05"));
        assertThat(late.isInTime()).isFalse();
        assertThat(codes(late)).contains(RemarkCode.DONE_LATE);
        assertThat(ask("termination-copy")).isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void a_sub_tenant_must_have_been_warned_and_the_board_told() {
        assertThat(
                        codes(
                                runs(
                                        "termination-copy",
                                        on(TERMINATION_COPY_RECEIVED_ON, "2026-03-03"),
                                        yes(SUBTENANT),
                                        on(DISTURBANCE_WARNING_ON, "2026-02-20"))))
                .contains(RemarkCode.SUBTENANT_MUST_BE_WARNED);
        assertThat(
                        codes(
                                runs(
                                        "termination-copy",
                                        on(TERMINATION_COPY_RECEIVED_ON, "2026-03-03"),
                                        yes(SUBTENANT),
                                        on(DISTURBANCE_WARNING_ON, "2026-02-20"),
                                        on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-02-20"))))
                .doesNotContain(RemarkCode.SUBTENANT_MUST_BE_WARNED);
        assertThat(
                        codes(
                                runs(
                                        "termination-copy",
                                        on(TERMINATION_COPY_RECEIVED_ON, "2026-03-03"),
                                        no(SUBTENANT))))
                .containsExactly(RemarkCode.NO_DAY_IN_LAW);
    }

    /// Own routine: no law names a number of days.
    @Test
    void contact_is_due_within_three_working_days_or_the_boards_own_number() {
        assertThat(
                        runs(
                                        "disturbance-contact",
                                        on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-03-05"))
                                .day())
                .isEqualTo(day("2026-03-10"));
        assertThat(
                        runs(
                                        "disturbance-contact",
                                        on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-03-05"),
                                        Fact.number(CONTACT_WITHIN_DAYS, 1))
                                .day())
                .isEqualTo(day("2026-03-06"));
        assertThat(
                        runs(
                                        "disturbance-contact",
                                        on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-03-07"),
                                        Fact.number(CONTACT_WITHIN_DAYS, 0))
                                .day())
                .isEqualTo(day("2026-03-07"));
    }

    @Test
    void the_oldest_notice_nobody_answered_sets_the_day_for_contact() {
        Fact[] two = {
            on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-03-02"),
            on(DISTURBANCE_NOTICE_RECEIVED_ON, "2026-03-09")
        };

        assertThat(runs("disturbance-contact", two).day()).isEqualTo(day("2026-03-05"));
        assertThat(
                        runs(
                                        "disturbance-contact",
                                        two[0],
                                        two[1],
                                        on(CONTACT_MADE_ON, "2026-03-04"))
                                .day())
                .isEqualTo(day("2026-03-12"));
        assertThat(
                        done(
                                        "disturbance-contact",
                                        two[0],
                                        two[1],
                                        on(CONTACT_MADE_ON, "2026-03-09"))
                                .isInTime())
                .isTrue();
    }
}
