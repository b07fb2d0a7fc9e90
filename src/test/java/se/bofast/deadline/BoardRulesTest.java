package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.deadline.FactKind.*;
import static se.bofast.deadline.Given.CLOCK;
import static se.bofast.deadline.Given.ask;
import static se.bofast.deadline.Given.codes;
import static se.bofast.deadline.Given.day;
import static se.bofast.deadline.Given.done;
import static se.bofast.deadline.Given.no;
import static se.bofast.deadline.Given.on;
import static se.bofast.deadline.Given.remark;
import static se.bofast.deadline.Given.runs;
import static se.bofast.deadline.Given.waits;
import static se.bofast.deadline.Given.yes;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the board itself owes: inquiry, children, execution, promised rent (SoL 2025:400 and,
/// before July 2025, 2001:453; FL 44 §).
///
/// [impl->req~deadline.inquiry-decision~1] [impl->req~deadline.child-in-household~1]
/// [impl->req~deadline.child-protection-assessment~1] [impl->req~deadline.child-inquiry-decision~1]
/// [impl->req~deadline.child-inquiry-finished~1] [impl->req~deadline.decision-not-executed~1]
/// [impl->req~deadline.decision-appeal~1] [impl->req~deadline.rent-promise~1]
class BoardRulesTest {

    /// Old and new socialtjänstlag meet on 1 July 2025.
    @ParameterizedTest
    @CsvSource({
        "inquiry-decision, NOTICE_RECEIVED_ON, 11 kap. 1, 14 kap. 2",
        "child-in-household, NOTICE_RECEIVED_ON, 14 kap. 1, 19 kap. 1",
        "child-protection-assessment, CHILD_CONCERN_REPORTED_ON, 11 kap. 1 a, 20 kap. 1",
        "child-inquiry-decision, CHILD_CONCERN_REPORTED_ON, 11 kap. 1 a, 20 kap. 2",
        "child-inquiry-finished, CHILD_INQUIRY_OPENED_ON, 11 kap. 2, 20 kap. 3",
        "decision-not-executed, DECISION_GRANTED_ON, 16 kap. 6 f, 34 kap. 1",
        "rent-promise, RENT_PROMISED_DUE_ON, 14 kap. 3, 27 kap. 2"
    })
    void the_day_of_the_event_chooses_the_act(
            String rule, FactKind event, String oldSection, String newSection) {
        var id = new RuleId(rule);
        var before = CLOCK.finding(id, Facts.of(on(event, "2025-06-30")));
        var after = CLOCK.finding(id, Facts.of(on(event, "2025-07-01")));

        assertThat(before.rule().basis().statute()).isEqualTo("2001:453");
        assertThat(before.rule().basis().section()).startsWith(oldSection);
        assertThat(before.rule().version()).isEqualTo(1);
        assertThat(after.rule().basis().statute()).isEqualTo("2025:400");
        assertThat(after.rule().basis().section()).startsWith(newSection);
        assertThat(after.rule().version()).isEqualTo(2);
        assertThat(before.finding()).hasSameClassAs(after.finding());
    }

    /// JO 1683-2017: repeated notices, no inquiry, criticised.
    @Test
    void every_notice_ends_in_a_decision() {
        var finding = runs("inquiry-decision", on(NOTICE_RECEIVED_ON, "2026-03-05"));

        assertThat(finding.day()).isEqualTo(day("2026-03-12"));
        assertThat(finding.remarks())
                .containsExactly(
                        Remark.of(RemarkCode.AT_ONCE), Remark.of(RemarkCode.LOCAL_ROUTINE, 5));
        assertThat(
                        runs(
                                        "inquiry-decision",
                                        on(NOTICE_RECEIVED_ON, "2026-03-05"),
                                        Fact.number(INQUIRY_DECISION_WITHIN_DAYS, 2))
                                .day())
                .isEqualTo(day("2026-03-09"));
    }

    @Test
    void a_new_notice_after_a_decision_asks_for_a_new_one() {
        Fact[] first = {on(NOTICE_RECEIVED_ON, "2026-03-05"), on(INQUIRY_DECIDED_ON, "2026-03-10")};

        assertThat(done("inquiry-decision", first).isInTime()).isTrue();
        assertThat(
                        runs(
                                        "inquiry-decision",
                                        first[0],
                                        first[1],
                                        on(NOTICE_RECEIVED_ON, "2026-04-13"))
                                .day())
                .isEqualTo(day("2026-04-20"));
        assertThat(ask("inquiry-decision")).isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void a_notice_about_a_home_with_a_child_is_weighed_at_once() {
        var notice = on(NOTICE_RECEIVED_ON, "2026-03-05");

        assertThat(waits("child-in-household", notice).missing())
                .containsExactly(CHILD_IN_HOUSEHOLD);
        assertThat(ask("child-in-household", notice, no(CHILD_IN_HOUSEHOLD)))
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(ask("child-in-household", yes(CHILD_IN_HOUSEHOLD)))
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(runs("child-in-household", notice, yes(CHILD_IN_HOUSEHOLD)).day())
                .isEqualTo(day("2026-03-05"));
        assertThat(
                        done(
                                        "child-in-household",
                                        notice,
                                        yes(CHILD_IN_HOUSEHOLD),
                                        on(CHILD_CONCERN_WEIGHED_ON, "2026-03-05"))
                                .isInTime())
                .isTrue();
    }

    @Test
    void the_word_of_an_eviction_day_asks_for_the_child_again() {
        Fact[] weighed = {
            on(NOTICE_RECEIVED_ON, "2026-03-05"),
            yes(CHILD_IN_HOUSEHOLD),
            on(CHILD_CONCERN_REPORTED_ON, "2026-03-06")
        };

        assertThat(done("child-in-household", weighed).doneOn()).isEqualTo(day("2026-03-06"));
        assertThat(
                        runs(
                                        "child-in-household",
                                        weighed[0],
                                        weighed[1],
                                        weighed[2],
                                        on(EVICTION_NOTICE_RECEIVED_ON, "2026-04-10"))
                                .day())
                .isEqualTo(day("2026-04-10"));
    }

    /// SoL (2025:400) 20 kap. 1 §.
    @Test
    void a_report_of_concern_is_assessed_the_day_it_came() {
        var reported = on(CHILD_CONCERN_REPORTED_ON, "2026-03-07");

        assertThat(runs("child-protection-assessment", reported).day())
                .isEqualTo(day("2026-03-07"));
        assertThat(
                        done(
                                        "child-protection-assessment",
                                        reported,
                                        on(CHILD_PROTECTION_ASSESSED_ON, "2026-03-07"))
                                .isInTime())
                .isTrue();
        assertThat(
                        ask(
                                "child-protection-assessment",
                                reported,
                                on(CHILD_PROTECTION_ASSESSED_ON, "2026-03-06")))
                .isInstanceOf(Finding.Runs.class);
        assertThat(ask("child-protection-assessment")).isInstanceOf(Finding.NotApplicable.class);
    }

    /// SoL (2025:400) 20 kap. 2 §: within fourteen days. We do not lean on a move to a working day.
    @ParameterizedTest
    @CsvSource({"2026-03-05, 2026-03-19,", "2026-03-07, 2026-03-21, 2026-03-23"})
    void the_decision_on_a_child_inquiry_takes_fourteen_days_at_most(
            String reported, LocalDate last, LocalDate moved) {
        var finding = runs("child-inquiry-decision", on(CHILD_CONCERN_REPORTED_ON, reported));

        assertThat(finding.day()).isEqualTo(last);
        assertThat(finding.otherReading()).isEqualTo(moved);
        assertThat(codes(finding).contains(RemarkCode.MOVE_NOT_RELIED_ON)).isEqualTo(moved != null);
    }

    @Test
    void opening_an_inquiry_is_a_decision_and_an_open_one_needs_none() {
        var reported = on(CHILD_CONCERN_REPORTED_ON, "2026-03-05");

        assertThat(
                        done(
                                        "child-inquiry-decision",
                                        reported,
                                        on(CHILD_INQUIRY_OPENED_ON, "2026-03-19"))
                                .isInTime())
                .isTrue();
        assertThat(
                        done(
                                        "child-inquiry-decision",
                                        reported,
                                        on(CHILD_INQUIRY_DECIDED_ON, "2026-03-20"))
                                .isInTime())
                .isFalse();
        assertThat(
                        codes(
                                ask(
                                        "child-inquiry-decision",
                                        reported,
                                        on(CHILD_INQUIRY_OPENED_ON, "2026-02-01"))))
                .containsExactly(RemarkCode.INQUIRY_ALREADY_OPEN);
        assertThat(
                        ask(
                                "child-inquiry-decision",
                                reported,
                                on(CHILD_INQUIRY_OPENED_ON, "2026-02-01"),
                                on(CHILD_INQUIRY_FINISHED_ON, "2026-03-04")))
                .isInstanceOf(Finding.Runs.class);
        assertThat(ask("child-inquiry-decision")).isInstanceOf(Finding.NotApplicable.class);
    }

    /// SoL (2025:400) 20 kap. 3 §.
    @Test
    void a_child_inquiry_is_finished_in_four_months_or_when_it_was_extended_to() {
        var opened = on(CHILD_INQUIRY_OPENED_ON, "2025-10-31");

        var finding = runs("child-inquiry-finished", opened);
        assertThat(finding.day()).isEqualTo(day("2026-02-28"));
        assertThat(finding.otherReading()).isEqualTo(day("2026-03-02"));
        assertThat(
                        runs(
                                        "child-inquiry-finished",
                                        opened,
                                        on(CHILD_INQUIRY_EXTENDED_TO, "2026-05-15"))
                                .day())
                .isEqualTo(day("2026-05-15"));
        assertThat(
                        done(
                                        "child-inquiry-finished",
                                        opened,
                                        on(CHILD_INQUIRY_FINISHED_ON, "2026-02-28"))
                                .isInTime())
                .isTrue();
        assertThat(ask("child-inquiry-finished")).isInstanceOf(Finding.NotApplicable.class);
    }

    /// SoL (2025:400) 34 kap. 1-2 §§.
    @Test
    void a_decision_is_carried_out_within_three_months() {
        var granted = on(DECISION_GRANTED_ON, "2025-11-30");

        var open = runs("decision-not-executed", granted);
        assertThat(open.day()).isEqualTo(day("2026-02-28"));
        assertThat(codes(open)).contains(RemarkCode.THEN_REPORT_EACH_QUARTER);

        assertThat(
                        done(
                                        "decision-not-executed",
                                        granted,
                                        on(DECISION_EXECUTED_ON, "2026-02-28"))
                                .isInTime())
                .isTrue();
        assertThat(
                        codes(
                                done(
                                        "decision-not-executed",
                                        granted,
                                        on(DECISION_EXECUTED_ON, "2026-03-01"))))
                .contains(RemarkCode.DONE_LATE, RemarkCode.REPORT_THAT_IT_WAS_EXECUTED);
        assertThat(ask("decision-not-executed")).isInstanceOf(Finding.NotApplicable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-02, 2026-06-30",
        "2026-03-31, 2026-06-30",
        "2026-04-01, 2026-09-30",
        "2026-11-30, 2027-03-31"
    })
    void a_reported_delay_is_reported_again_next_quarter(String reported, LocalDate next) {
        assertThat(
                        runs(
                                        "decision-not-executed",
                                        on(DECISION_GRANTED_ON, "2025-11-30"),
                                        on(NON_EXECUTION_REPORTED_ON, reported))
                                .day())
                .isEqualTo(next);
    }

    @Test
    void an_interruption_starts_three_months_of_its_own() {
        Fact[] interrupted = {
            on(DECISION_GRANTED_ON, "2025-11-03"),
            on(DECISION_EXECUTED_ON, "2025-12-01"),
            on(DECISION_INTERRUPTED_ON, "2026-02-02")
        };

        var finding = runs("decision-not-executed", interrupted);
        assertThat(finding.day()).isEqualTo(day("2026-05-02"));
        assertThat(finding.remarks())
                .contains(remark(RemarkCode.COUNTED_FROM_INTERRUPTION, "2026-02-02"));
        assertThat(
                        CLOCK.finding(
                                        new RuleId("decision-not-executed"),
                                        Facts.of(interrupted)
                                                .with(on(DECISION_RESUMED_ON, "2026-04-01")))
                                .finding())
                .isInstanceOfSatisfying(
                        Finding.Done.class,
                        done -> assertThat(done.doneOn()).isEqualTo(day("2026-04-01")));
    }

    /// FL (2017:900) 44 § with lag (1930:173) 2 §.
    @ParameterizedTest
    @CsvSource({"2026-03-05, 2026-03-26", "2026-03-16, 2026-04-07"})
    void an_appeal_comes_within_three_weeks_of_receiving_the_decision(
            String received, LocalDate last) {
        assertThat(runs("decision-appeal", on(DECISION_RECEIVED_ON, received)).day())
                .isEqualTo(last);
        assertThat(
                        ask(
                                "decision-appeal",
                                on(DECISION_RECEIVED_ON, received),
                                Fact.on(APPEALED_ON, last)))
                .isInstanceOf(Finding.Done.class);
        assertThat(
                        codes(
                                ask(
                                        "decision-appeal",
                                        on(DECISION_RECEIVED_ON, received),
                                        Fact.on(APPEALED_ON, last.plusDays(1)))))
                .contains(RemarkCode.TOO_LATE);
        assertThat(ask("decision-appeal")).isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void promised_rent_is_paid_by_the_due_day_or_the_working_day_before() {
        var weekday = runs("rent-promise", on(RENT_PROMISED_DUE_ON, "2026-03-31"));
        assertThat(weekday.day()).isEqualTo(day("2026-03-31"));
        assertThat(weekday.remarks()).containsExactly(remark(RemarkCode.ALERT_FROM, "2026-03-26"));

        var saturday = runs("rent-promise", on(RENT_PROMISED_DUE_ON, "2026-02-28"));
        assertThat(saturday.day()).isEqualTo(day("2026-02-27"));
        assertThat(saturday.rawDay()).isEqualTo(day("2026-02-28"));
        assertThat(codes(saturday)).contains(RemarkCode.PAY_BEFORE_DAY_OFF);
        assertThat(ask("rent-promise")).isInstanceOf(Finding.NotApplicable.class);
    }

    /// Hem & Hyra 2023: municipalities that missed rents did not report it under lex Sarah.
    @Test
    void promised_rent_paid_late_is_to_be_weighed_under_lex_sarah() {
        assertThat(
                        codes(
                                done(
                                        "rent-promise",
                                        on(RENT_PROMISED_DUE_ON, "2026-03-31"),
                                        on(RENT_PROMISED_PAID_ON, "2026-03-31"))))
                .doesNotContain(RemarkCode.LEX_SARAH_TO_BE_WEIGHED);
        assertThat(
                        codes(
                                done(
                                        "rent-promise",
                                        on(RENT_PROMISED_DUE_ON, "2026-03-31"),
                                        on(RENT_PROMISED_PAID_ON, "2026-04-01"))))
                .contains(RemarkCode.LEX_SARAH_TO_BE_WEIGHED);
    }

    @Test
    void the_next_unpaid_promise_is_the_one_to_watch() {
        var finding =
                runs(
                        "rent-promise",
                        on(RENT_PROMISED_DUE_ON, "2026-03-31"),
                        on(RENT_PROMISED_DUE_ON, "2026-04-30"),
                        on(RENT_PROMISED_PAID_ON, "2026-04-02"));

        assertThat(finding.day()).isEqualTo(day("2026-04-30"));
        assertThat(codes(finding)).contains(RemarkCode.LEX_SARAH_TO_BE_WEIGHED);
    }
}
