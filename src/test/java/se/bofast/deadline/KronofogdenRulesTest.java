package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.deadline.FactKind.*;
import static se.bofast.deadline.Given.CLOCK;
import static se.bofast.deadline.Given.ask;
import static se.bofast.deadline.Given.codes;
import static se.bofast.deadline.Given.day;
import static se.bofast.deadline.Given.done;
import static se.bofast.deadline.Given.on;
import static se.bofast.deadline.Given.remark;
import static se.bofast.deadline.Given.runs;
import static se.bofast.deadline.Given.waits;
import static se.bofast.deadline.Given.yes;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The payment order (lag 1990:746), the eviction (UB 2 and 16 kap.) and the board's confirmation
/// (SoF 2025:468 11 kap. 3 §).
///
/// [impl->req~deadline.order-answer~1] [impl->req~deadline.order-transfer~1]
/// [impl->req~deadline.order-reopening~1] [impl->req~deadline.eviction-target~1]
/// [impl->req~deadline.eviction-earliest~1] [impl->req~deadline.eviction-deferral~1]
/// [impl->req~deadline.landlord-respite~1] [impl->req~deadline.eviction-day~1]
/// [impl->req~deadline.eviction-confirmation~1] [impl->req~deadline.confirmation-copy~1]
/// [impl->req~deadline.stored-goods~1] [impl->req~deadline.outcome-record~1]
class KronofogdenRulesTest {

    @Test
    void the_day_in_the_order_wins_and_is_not_moved() {
        var finding =
                runs(
                        "order-answer",
                        on(ORDER_SERVED_ON, "2026-03-02"),
                        on(ORDER_ANSWER_BY, "2026-03-14"));

        assertThat(finding.day()).isEqualTo(day("2026-03-14"));
        assertThat(codes(finding))
                .containsExactly(RemarkCode.DAY_IN_LETTER, RemarkCode.LETTER_DAY_NOT_MOVED);
    }

    /// Lag (1990:746) 25 §: not more than two weeks without special reasons; ten days are usual.
    @Test
    void without_it_ten_days_are_assumed_and_two_weeks_are_the_most() {
        var finding = runs("order-answer", on(ORDER_SERVED_ON, "2026-03-02"));

        assertThat(finding.day()).isEqualTo(day("2026-03-12"));
        assertThat(finding.otherReading()).isEqualTo(day("2026-03-16"));
        assertThat(finding.remarks())
                .containsExactly(remark(RemarkCode.TEN_DAYS_ASSUMED, "2026-03-16"));
    }

    @Test
    void a_longer_time_than_two_weeks_is_questioned() {
        assertThat(
                        codes(
                                runs(
                                        "order-answer",
                                        on(ORDER_SERVED_ON, "2026-03-02"),
                                        on(ORDER_ANSWER_BY, "2026-03-16"))))
                .doesNotContain(RemarkCode.LONGER_THAN_TWO_WEEKS);
        assertThat(
                        codes(
                                runs(
                                        "order-answer",
                                        on(ORDER_SERVED_ON, "2026-03-02"),
                                        on(ORDER_ANSWER_BY, "2026-03-17"))))
                .contains(RemarkCode.LONGER_THAN_TWO_WEEKS);
    }

    @Test
    void an_order_not_known_to_be_served_names_what_is_missing() {
        assertThat(waits("order-answer", on(ORDER_NOTICE_RECEIVED_ON, "2026-03-02")).missing())
                .containsExactlyInAnyOrder(ORDER_SERVED_ON, ORDER_ANSWER_BY);
        assertThat(
                        ask(
                                "order-answer",
                                on(ORDER_NOTICE_RECEIVED_ON, "2026-03-02"),
                                on(WITHDRAWN_ON, "2026-03-03")))
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(ask("order-answer")).isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void contesting_in_time_is_done_and_a_day_late_is_not() {
        assertThat(
                        done(
                                        "order-answer",
                                        on(ORDER_ANSWER_BY, "2026-03-12"),
                                        on(ORDER_CONTESTED_ON, "2026-03-12"))
                                .doneOn())
                .isEqualTo(day("2026-03-12"));
        assertThat(
                        runs(
                                        "order-answer",
                                        on(ORDER_ANSWER_BY, "2026-03-12"),
                                        on(ORDER_CONTESTED_ON, "2026-03-13"))
                                .remarks())
                .contains(remark(RemarkCode.TOO_LATE, "2026-03-13"));
    }

    @Test
    void a_verdict_or_a_withdrawal_ends_the_time_to_answer() {
        assertThat(
                        codes(
                                ask(
                                        "order-answer",
                                        on(ORDER_ANSWER_BY, "2026-03-12"),
                                        on(VERDICT_ON, "2026-03-16"))))
                .containsExactly(RemarkCode.VERDICT_GIVEN);
        assertThat(
                        codes(
                                done(
                                        "order-answer",
                                        on(ORDER_ANSWER_BY, "2026-03-12"),
                                        on(WITHDRAWN_ON, "2026-03-10"))))
                .contains(RemarkCode.WITHDRAWN);
    }

    /// Lag (1990:746) 34 §: four weeks from the day the word of the contest was sent.
    @ParameterizedTest
    @CsvSource({"2026-03-10, 2026-04-07, 2026-04-07", "2026-03-09, 2026-04-06, 2026-04-07"})
    void the_landlord_has_four_weeks_to_go_to_court(String sent, LocalDate raw, LocalDate moved) {
        var finding = runs("order-transfer", on(CONTEST_SENT_ON, sent));

        assertThat(finding.rawDay()).isEqualTo(raw);
        assertThat(finding.day()).isEqualTo(moved);
    }

    @Test
    void the_four_weeks_do_not_count_from_the_contest_itself() {
        assertThat(waits("order-transfer", on(ORDER_CONTESTED_ON, "2026-03-09")).missing())
                .containsExactly(CONTEST_SENT_ON);
        assertThat(ask("order-transfer")).isInstanceOf(Finding.NotApplicable.class);
        assertThat(
                        ask(
                                "order-transfer",
                                on(ORDER_CONTESTED_ON, "2026-03-09"),
                                on(WITHDRAWN_ON, "2026-03-10")))
                .isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void a_request_in_time_or_a_withdrawal_ends_the_four_weeks() {
        var sent = on(CONTEST_SENT_ON, "2026-03-10");

        assertThat(ask("order-transfer", sent, on(TRANSFER_REQUESTED_ON, "2026-04-07")))
                .isInstanceOf(Finding.Done.class);
        assertThat(codes(ask("order-transfer", sent, on(TRANSFER_REQUESTED_ON, "2026-04-08"))))
                .contains(RemarkCode.TOO_LATE);
        assertThat(codes(done("order-transfer", sent, on(WITHDRAWN_ON, "2026-03-20"))))
                .contains(RemarkCode.WITHDRAWN);
    }

    /// Lag (1990:746) 53 § with lag (1930:173) 1 and 2 §§.
    @ParameterizedTest
    @CsvSource({
        "2026-02-16, 2026-03-16, 2026-03-16",
        "2026-01-30, 2026-02-28, 2026-03-02", // no 30 February; the 28th is a Saturday
        "2026-03-31, 2026-04-30, 2026-04-30",
        "2026-05-19, 2026-06-19, 2026-06-22", // midsommarafton
        "2026-11-24, 2026-12-24, 2026-12-28" // julafton, then the weekend
    })
    void the_verdict_can_be_reopened_within_one_month_of_its_date(
            String verdict, LocalDate raw, LocalDate moved) {
        var finding = runs("order-reopening", on(VERDICT_ON, verdict));

        assertThat(finding.rawDay()).isEqualTo(raw);
        assertThat(finding.day()).isEqualTo(moved);
    }

    @Test
    void asking_for_reopening_on_the_last_day_is_in_time() {
        assertThat(
                        done(
                                        "order-reopening",
                                        on(VERDICT_ON, "2026-05-19"),
                                        on(REOPENING_APPLIED_ON, "2026-06-22"))
                                .isInTime())
                .isTrue();
        assertThat(
                        codes(
                                runs(
                                        "order-reopening",
                                        on(VERDICT_ON, "2026-05-19"),
                                        on(REOPENING_APPLIED_ON, "2026-06-23"))))
                .contains(RemarkCode.TOO_LATE);
        assertThat(ask("order-reopening")).isInstanceOf(Finding.NotApplicable.class);
    }

    /// UB 16 kap. 3 § second paragraph; UB 2 kap. 1 §: a verdict is enforced by itself.
    @Test
    void the_eviction_is_expected_within_four_weeks_of_documents_or_verdict() {
        var fromVerdict = runs("eviction-target", on(VERDICT_ON, "2026-03-02"));
        assertThat(fromVerdict.day()).isEqualTo(day("2026-03-30"));
        assertThat(fromVerdict.remarks())
                .containsExactly(remark(RemarkCode.COUNTED_FROM_VERDICT, "2026-03-02"));

        var fromDocuments =
                runs(
                        "eviction-target",
                        on(VERDICT_ON, "2026-03-02"),
                        on(ENFORCEMENT_DOCUMENTS_ON, "2026-03-07"));
        assertThat(fromDocuments.day()).isEqualTo(day("2026-04-04"));
        assertThat(fromDocuments.remarks()).isEmpty();

        assertThat(waits("eviction-target", on(EVICTION_APPLIED_ON, "2026-03-02")).missing())
                .containsExactly(ENFORCEMENT_DOCUMENTS_ON);
        assertThat(
                        ask(
                                "eviction-target",
                                on(EVICTION_APPLIED_ON, "2026-03-02"),
                                on(WITHDRAWN_ON, "2026-03-03")))
                .isInstanceOf(Finding.NotApplicable.class);
    }

    /// UB 16 kap. 3 § third paragraph.
    @Test
    void the_eviction_comes_a_week_after_the_hearing_at_the_earliest() {
        assertThat(runs("eviction-earliest", on(RESPONDENT_HEARD_ON, "2026-03-05")).day())
                .isEqualTo(day("2026-03-12"));
        assertThat(
                        runs(
                                        "eviction-earliest",
                                        yes(RESPONDENT_ABROAD),
                                        on(RESPONDENT_NOTICE_SENT_ON, "2026-03-05"))
                                .day())
                .isEqualTo(day("2026-03-19"));
    }

    @Test
    void an_unknown_hearing_is_named_while_an_eviction_is_coming() {
        assertThat(waits("eviction-earliest", on(VERDICT_ON, "2026-03-02")).missing())
                .containsExactly(RESPONDENT_HEARD_ON);
        assertThat(
                        waits(
                                        "eviction-earliest",
                                        on(EVICTION_APPLIED_ON, "2026-03-02"),
                                        yes(RESPONDENT_ABROAD))
                                .missing())
                .containsExactly(RESPONDENT_NOTICE_SENT_ON);
        for (var over : List.of(WITHDRAWN_ON, EVICTION_EXECUTED_ON)) {
            assertThat(
                            ask(
                                    "eviction-earliest",
                                    on(VERDICT_ON, "2026-03-02"),
                                    on(over, "2026-04-02")))
                    .isInstanceOf(Finding.NotApplicable.class);
        }
        assertThat(ask("eviction-earliest")).isInstanceOf(Finding.NotApplicable.class);
    }

    /// UB 16 kap. 4 §.
    @Test
    void deferral_lasts_two_weeks_after_the_four_and_four_with_extraordinary_reasons() {
        var finding = runs("eviction-deferral", on(ENFORCEMENT_DOCUMENTS_ON, "2026-03-02"));

        assertThat(finding.day()).isEqualTo(day("2026-04-13"));
        assertThat(finding.kind()).isEqualTo(Finding.Kind.LATEST);
        assertThat(finding.otherReading()).isEqualTo(day("2026-04-27"));
        assertThat(finding.remarks())
                .containsExactly(
                        remark(RemarkCode.LONGER_WITH_EXTRAORDINARY_REASONS, "2026-04-27"));
    }

    @Test
    void deferral_counts_from_the_first_possible_day_when_the_hearing_came_late() {
        var finding =
                runs(
                        "eviction-deferral",
                        on(ENFORCEMENT_DOCUMENTS_ON, "2026-03-02"),
                        on(RESPONDENT_HEARD_ON, "2026-03-25"));

        assertThat(finding.day()).isEqualTo(day("2026-04-15"));
        assertThat(finding.remarks())
                .contains(remark(RemarkCode.COUNTED_FROM_EARLIEST_EVICTION, "2026-04-01"));
    }

    /// UB 16 kap. 5 §.
    @Test
    void the_landlords_respite_lasts_six_months_from_the_application() {
        var respite = on(RESPITE_BY_LANDLORD_ON, "2026-04-01");

        assertThat(runs("landlord-respite", respite, on(EVICTION_APPLIED_ON, "2026-03-31")).day())
                .isEqualTo(day("2026-09-30"));
        var fromVerdict = runs("landlord-respite", respite, on(VERDICT_ON, "2026-03-02"));
        assertThat(fromVerdict.day()).isEqualTo(day("2026-09-02"));
        assertThat(codes(fromVerdict)).containsExactly(RemarkCode.COUNTED_FROM_VERDICT);
        assertThat(waits("landlord-respite", respite).missing())
                .containsExactly(EVICTION_APPLIED_ON);
        assertThat(ask("landlord-respite", on(VERDICT_ON, "2026-03-02")))
                .isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void an_eviction_carried_out_or_withdrawn_ends_the_enforcement_days() {
        Fact[] base = {
            on(VERDICT_ON, "2026-03-02"),
            on(RESPONDENT_HEARD_ON, "2026-03-05"),
            on(RESPITE_BY_LANDLORD_ON, "2026-03-06"),
            on(EVICTION_ON, "2026-03-26")
        };
        for (var rule :
                List.of(
                        "eviction-target",
                        "eviction-earliest",
                        "eviction-deferral",
                        "landlord-respite",
                        "eviction-day")) {
            var facts = Facts.of(base);
            var id = new RuleId(rule);
            assertThat(
                            CLOCK.finding(id, facts.with(on(EVICTION_EXECUTED_ON, "2026-03-26")))
                                    .finding())
                    .as(rule)
                    .isInstanceOfSatisfying(
                            Finding.Done.class,
                            done -> assertThat(done.doneOn()).isEqualTo(day("2026-03-26")));
            assertThat(
                            codes(
                                    CLOCK.finding(id, facts.with(on(WITHDRAWN_ON, "2026-03-20")))
                                            .finding()))
                    .as(rule)
                    .contains(RemarkCode.WITHDRAWN);
        }
    }

    @Test
    void the_day_of_eviction_is_taken_from_the_letter_and_never_computed() {
        assertThat(waits("eviction-day", on(EVICTION_NOTICE_RECEIVED_ON, "2026-03-05")).missing())
                .containsExactly(EVICTION_ON);
        var set =
                runs(
                        "eviction-day",
                        on(EVICTION_NOTICE_RECEIVED_ON, "2026-03-05"),
                        on(EVICTION_ON, "2026-03-26"));
        assertThat(set.day()).isEqualTo(day("2026-03-26"));
        assertThat(set.kind()).isEqualTo(Finding.Kind.EVENT);
        assertThat(ask("eviction-day")).isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void a_day_of_eviction_before_the_week_has_gone_is_pointed_out() {
        assertThat(
                        codes(
                                runs(
                                        "eviction-day",
                                        on(EVICTION_ON, "2026-03-11"),
                                        on(RESPONDENT_HEARD_ON, "2026-03-05"))))
                .containsExactly(RemarkCode.EVICTION_EARLIER_THAN_ALLOWED);
        assertThat(
                        codes(
                                runs(
                                        "eviction-day",
                                        on(EVICTION_ON, "2026-03-12"),
                                        on(RESPONDENT_HEARD_ON, "2026-03-05"))))
                .isEmpty();
    }

    @Test
    void an_eviction_called_off_is_over_until_a_new_day_is_set() {
        Fact[] calledOff = {
            on(EVICTION_NOTICE_RECEIVED_ON, "2026-03-05"),
            on(EVICTION_ON, "2026-03-26"),
            on(EVICTION_CANCELLED_ON, "2026-03-20")
        };

        assertThat(codes(done("eviction-day", calledOff)))
                .containsExactly(RemarkCode.EVICTION_CANCELLED);
        var again =
                Facts.of(calledOff)
                        .with(on(EVICTION_NOTICE_RECEIVED_ON, "2026-04-01"))
                        .with(on(EVICTION_ON, "2026-04-20"));
        assertThat(CLOCK.finding(new RuleId("eviction-day"), again).finding())
                .isInstanceOfSatisfying(
                        Finding.Runs.class,
                        runs -> assertThat(runs.day()).isEqualTo(day("2026-04-20")));
        assertThat(ask("eviction-day", on(EVICTION_ON, "2026-03-26"), calledOff[2]))
                .isInstanceOf(Finding.Done.class);
    }

    /// SoF (2025:468) 11 kap. 3 §: `samma dag`.
    @Test
    void the_confirmation_is_due_the_day_the_word_came() {
        var finding = runs("eviction-confirmation", on(EVICTION_NOTICE_RECEIVED_ON, "2026-03-05"));

        assertThat(finding.day()).isEqualTo(day("2026-03-05"));
        assertThat(finding.kind()).isEqualTo(Finding.Kind.DEADLINE);
        assertThat(codes(finding)).containsExactly(RemarkCode.SAME_CALENDAR_DAY);
    }

    @Test
    void the_same_day_stays_the_same_day_on_a_saturday() {
        var finding = runs("eviction-confirmation", on(EVICTION_NOTICE_RECEIVED_ON, "2026-03-07"));

        assertThat(finding.day()).isEqualTo(day("2026-03-07"));
        assertThat(codes(finding)).contains(RemarkCode.RECEIVED_ON_DAY_OFF);
    }

    @Test
    void each_word_of_a_day_is_confirmed_and_copied_for_itself() {
        var rules = List.of("eviction-confirmation", "confirmation-copy");
        var kinds = List.of(EVICTION_CONFIRMED_ON, CONFIRMATION_COPIED_ON);
        for (var i = 0; i < rules.size(); i++) {
            var first = on(EVICTION_NOTICE_RECEIVED_ON, "2026-03-05");
            var confirmed = on(kinds.get(i), "2026-03-05");
            assertThat(done(rules.get(i), first, confirmed).isInTime()).isTrue();
            assertThat(
                            runs(
                                            rules.get(i),
                                            first,
                                            confirmed,
                                            on(EVICTION_NOTICE_RECEIVED_ON, "2026-03-20"))
                                    .day())
                    .isEqualTo(day("2026-03-20"));
            assertThat(codes(done(rules.get(i), first, on(kinds.get(i), "2026-03-06"))))
                    .contains(RemarkCode.DONE_LATE);
            assertThat(ask(rules.get(i), first, on(kinds.get(i), "2026-03-04")))
                    .isInstanceOf(Finding.Runs.class);
            assertThat(ask(rules.get(i))).isInstanceOf(Finding.NotApplicable.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"2025-06-30, 1, 2001:937", "2025-07-01, 2, 2025:468"})
    void the_day_of_the_word_chooses_the_regulation(String received, int version, String statute) {
        for (var rule : List.of("eviction-confirmation", "confirmation-copy")) {
            var found =
                    CLOCK.finding(
                            new RuleId(rule), Facts.of(on(EVICTION_NOTICE_RECEIVED_ON, received)));
            assertThat(found.rule().version()).isEqualTo(version);
            assertThat(found.rule().basis().statute()).isEqualTo(statute);
            assertThat(((Finding.Runs) found.finding()).day()).isEqualTo(day(received));
        }
    }

    /// UB 16 kap. 6 § third paragraph.
    @ParameterizedTest
    @CsvSource({"2026-03-26, 2026-06-26", "2026-11-30, 2027-02-28"})
    void stored_belongings_can_be_collected_for_three_months(String executed, LocalDate last) {
        assertThat(runs("stored-goods", on(EVICTION_EXECUTED_ON, executed)).day()).isEqualTo(last);
    }

    @Test
    void collected_belongings_are_done() {
        assertThat(
                        done(
                                        "stored-goods",
                                        on(EVICTION_EXECUTED_ON, "2026-03-26"),
                                        on(GOODS_COLLECTED_ON, "2026-04-26"))
                                .isInTime())
                .isTrue();
        assertThat(ask("stored-goods", on(EVICTION_ON, "2026-03-26")))
                .isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void the_outcome_is_complete_when_it_also_says_how_children_lived_there() {
        var set = on(EVICTION_ON, "2026-03-26");
        var outcome = Fact.code(OUTCOME, "PAID_BY_TENANT");
        var recorded = on(OUTCOME_RECORDED_ON, "2026-03-27");

        assertThat(runs("outcome-record", set).day()).isEqualTo(day("2026-03-26"));
        assertThat(runs("outcome-record", set, on(EVICTION_EXECUTED_ON, "2026-03-30")).day())
                .isEqualTo(day("2026-03-30"));
        assertThat(done("outcome-record", set, outcome, recorded).doneOn())
                .isEqualTo(day("2026-03-27"));
        assertThat(codes(runs("outcome-record", set, outcome, recorded, yes(CHILD_IN_HOUSEHOLD))))
                .containsExactly(RemarkCode.CHILD_RESIDENCE_MISSING);
        assertThat(
                        ask(
                                "outcome-record",
                                set,
                                outcome,
                                recorded,
                                yes(CHILD_IN_HOUSEHOLD),
                                Fact.code(CHILD_RESIDENCE, "ALTERNATING")))
                .isInstanceOf(Finding.Done.class);
        assertThat(ask("outcome-record", set, recorded)).isInstanceOf(Finding.Runs.class);
        assertThat(ask("outcome-record")).isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void the_two_kinds_of_recovery_share_no_name() {
        var tenancy = Rules.of(new RuleId("recovery-period"), 1);
        var verdict = Rules.of(new RuleId("order-reopening"), 1);

        assertThat(tenancy.basis().statute()).isEqualTo("1970:994");
        assertThat(verdict.basis().statute()).isEqualTo("1990:746");
        assertThat(tenancy.reads()).doesNotContain(REOPENING_APPLIED_ON);
        assertThat(verdict.reads()).doesNotContain(TENANT_SERVED_ON, RENT_PAID_ON);
    }
}
