package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.deadline.FactKind.BOARD_NOTICE_ARRIVED_ON;
import static se.bofast.deadline.FactKind.BOARD_NOTICE_POSTED_ON;
import static se.bofast.deadline.FactKind.BOARD_NOTICE_REGISTERED_MAIL;
import static se.bofast.deadline.FactKind.ILLNESS_NOTED_ON;
import static se.bofast.deadline.FactKind.MUST_MOVE_WITHIN_MONTH;
import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;
import static se.bofast.deadline.FactKind.TENANT_SERVED_ON;
import static se.bofast.deadline.FactKind.UNDERTAKING_DECLINED_ON;
import static se.bofast.deadline.FactKind.UNDERTAKING_SENT_ON;
import static se.bofast.deadline.FactKind.VERDICT_ON;
import static se.bofast.deadline.FactKind.WITHDRAWN_ON;
import static se.bofast.deadline.Given.DAYS;
import static se.bofast.deadline.Given.ask;
import static se.bofast.deadline.Given.codes;
import static se.bofast.deadline.Given.day;
import static se.bofast.deadline.Given.done;
import static se.bofast.deadline.Given.flag;
import static se.bofast.deadline.Given.no;
import static se.bofast.deadline.Given.on;
import static se.bofast.deadline.Given.remark;
import static se.bofast.deadline.Given.runs;
import static se.bofast.deadline.Given.waits;
import static se.bofast.deadline.Given.yes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The three weeks and what hangs on them: [RecoveryPeriodRule], [PaymentUndertakingRule],
/// [EvictionDecisionRule], [ExcusedLatenessRule].
///
/// [impl->req~deadline.recovery-period~1] [impl->req~deadline.payment-undertaking~1]
/// [impl->req~deadline.eviction-decision~1] [impl->req~deadline.excused-lateness~1]
class RecoveryPeriodRuleTest {

    private static final Fact BY_HAND = no(BOARD_NOTICE_REGISTERED_MAIL);
    private static final Fact REGISTERED = yes(BOARD_NOTICE_REGISTERED_MAIL);

    /// All test vectors of the domain notes, section 3, with Saturdays not counted in the last
    /// column. The statute is JB 12 kap. 44 § with lag 1930:173 2 §.
    @ParameterizedTest
    @CsvSource({
        "2026-01-12, 2026-01-12, 2026-02-02, 2026-02-02, 2026-02-04",
        "2026-05-29, 2026-05-29, 2026-06-19, 2026-06-22, 2026-06-24",
        "2026-03-13, 2026-03-16, 2026-04-06, 2026-04-07, 2026-04-09",
        "2026-12-03, 2026-12-01, 2026-12-24, 2026-12-28, 2026-12-30",
        "2026-12-10, 2026-12-04, 2026-12-31, 2027-01-04, 2027-01-07",
        "2027-06-04, 2027-06-04, 2027-06-25, 2027-06-28, 2027-06-30"
    })
    void ends_as_the_vectors_of_the_domain_notes_say(
            String served, String told, LocalDate raw, LocalDate moved, LocalDate decision) {
        Fact[] facts = {on(TENANT_SERVED_ON, served), on(BOARD_NOTICE_ARRIVED_ON, told), BY_HAND};

        var last = runs("recovery-period", facts);
        assertThat(last.rawDay()).isEqualTo(raw);
        assertThat(last.day()).isEqualTo(moved);
        assertThat(last.kind()).isEqualTo(Finding.Kind.DEADLINE);
        assertThat(codes(last).contains(RemarkCode.MOVED)).isEqualTo(!raw.equals(moved));

        assertThat(runs("payment-undertaking", facts).day()).isEqualTo(moved);

        var earliest = runs("eviction-decision", facts);
        assertThat(earliest.otherReading() == null ? earliest.day() : earliest.otherReading())
                .isEqualTo(decision);
    }

    /// Saturdays counted: the reading shown first. Worked by hand from the calendar.
    @ParameterizedTest
    @CsvSource({
        "2026-01-12, 2026-02-04", // Mon 2 Feb, then Tue and Wed
        "2026-01-08, 2026-01-31", // Thu 29 Jan, then Fri and Sat
        "2026-01-09, 2026-02-02", // Fri 30 Jan, then Sat and Mon
        "2026-05-28, 2026-06-22" // Thu 18 Jun, then midsommarafton and Mon
    })
    void the_earliest_decision_shown_first_counts_saturdays_and_eves(
            String served, LocalDate earliest) {
        var finding =
                runs(
                        "eviction-decision",
                        on(TENANT_SERVED_ON, served),
                        on(BOARD_NOTICE_ARRIVED_ON, served),
                        BY_HAND);

        assertThat(finding.day()).isEqualTo(earliest);
        assertThat(finding.kind()).isEqualTo(Finding.Kind.EARLIEST);
        assertThat(codes(finding)).contains(RemarkCode.TWO_DAYS_MUST_HAVE_PASSED);
    }

    @Test
    void says_when_the_two_readings_of_saturday_differ() {
        var differ =
                runs(
                        "eviction-decision",
                        on(TENANT_SERVED_ON, "2026-01-08"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-01-08"),
                        BY_HAND);

        assertThat(differ.otherReading()).isEqualTo(day("2026-02-02"));
        assertThat(differ.remarks())
                .contains(remark(RemarkCode.IF_SATURDAYS_DO_NOT_COUNT, "2026-02-02"));
    }

    /// JB 12 kap. 44 §: both must have happened; NJA 1985 s. 586 counted from the later notice.
    @Test
    void counts_from_the_later_of_service_and_notice() {
        var serviceLast =
                runs(
                        "recovery-period",
                        on(TENANT_SERVED_ON, "2026-11-03"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-11-01"),
                        BY_HAND);
        assertThat(serviceLast.day()).isEqualTo(day("2026-11-24"));
        assertThat(serviceLast.remarks())
                .containsExactly(remark(RemarkCode.COUNTED_FROM_SERVICE, "2026-11-03"));

        var noticeLast =
                runs(
                        "recovery-period",
                        on(TENANT_SERVED_ON, "2026-11-03"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-11-05"),
                        BY_HAND);
        assertThat(noticeLast.day()).isEqualTo(day("2026-11-26"));
        assertThat(noticeLast.remarks())
                .containsExactly(remark(RemarkCode.COUNTED_FROM_BOARD_NOTICE, "2026-11-05"));
    }

    /// JB 12 kap. 63 §: a registered letter counts as given when it was sent.
    @Test
    void a_registered_letter_counts_from_the_day_it_was_posted() {
        var finding =
                runs(
                        "recovery-period",
                        on(TENANT_SERVED_ON, "2026-11-02"),
                        on(BOARD_NOTICE_POSTED_ON, "2026-11-03"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-11-09"),
                        REGISTERED);

        assertThat(finding.day()).isEqualTo(day("2026-11-24"));
        assertThat(finding.remarks())
                .containsExactly(
                        remark(RemarkCode.COUNTED_FROM_BOARD_NOTICE, "2026-11-03"),
                        remark(RemarkCode.POSTED_DAY_COUNTS, "2026-11-03"),
                        Remark.of(RemarkCode.DAYS_ALREADY_USED, 6));
        assertThat(finding.from())
                .containsExactlyInAnyOrder(
                        TENANT_SERVED_ON,
                        BOARD_NOTICE_POSTED_ON,
                        BOARD_NOTICE_ARRIVED_ON,
                        BOARD_NOTICE_REGISTERED_MAIL);
    }

    @Test
    void no_days_are_used_while_the_tenant_is_not_served() {
        var finding =
                runs(
                        "recovery-period",
                        on(TENANT_SERVED_ON, "2026-11-12"),
                        on(BOARD_NOTICE_POSTED_ON, "2026-11-03"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-11-09"),
                        REGISTERED);

        assertThat(finding.day()).isEqualTo(day("2026-12-03"));
        assertThat(codes(finding)).doesNotContain(RemarkCode.DAYS_ALREADY_USED);
    }

    @Test
    void a_letter_sent_otherwise_counts_from_the_day_it_arrived() {
        var finding =
                runs(
                        "recovery-period",
                        on(TENANT_SERVED_ON, "2026-11-02"),
                        on(BOARD_NOTICE_POSTED_ON, "2026-11-03"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-11-09"),
                        BY_HAND);

        assertThat(finding.day()).isEqualTo(day("2026-11-30"));
    }

    @Test
    void a_posting_day_after_the_arrival_is_questioned() {
        var finding =
                runs(
                        "recovery-period",
                        on(TENANT_SERVED_ON, "2026-11-02"),
                        on(BOARD_NOTICE_POSTED_ON, "2026-11-10"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-11-09"),
                        REGISTERED);

        assertThat(codes(finding)).contains(RemarkCode.POSTED_AFTER_ARRIVED);
    }

    @Test
    void does_not_run_before_the_tenant_is_served() {
        assertThat(waits("recovery-period", on(BOARD_NOTICE_ARRIVED_ON, "2026-11-09"), BY_HAND))
                .isEqualTo(Finding.NotRunning.without(TENANT_SERVED_ON));
    }

    @Test
    void does_not_run_before_the_board_is_told() {
        assertThat(waits("recovery-period", on(TENANT_SERVED_ON, "2026-11-09")).missing())
                .containsExactlyInAnyOrder(BOARD_NOTICE_ARRIVED_ON, BOARD_NOTICE_REGISTERED_MAIL);
        assertThat(
                        waits("recovery-period", on(TENANT_SERVED_ON, "2026-11-09"), REGISTERED)
                                .missing())
                .containsExactly(BOARD_NOTICE_POSTED_ON);
        assertThat(waits("recovery-period", on(TENANT_SERVED_ON, "2026-11-09"), BY_HAND).missing())
                .containsExactly(BOARD_NOTICE_ARRIVED_ON);
    }

    @Test
    void does_not_guess_the_way_but_says_when_the_time_has_ended_at_the_latest() {
        var wayUnknown =
                waits(
                        "recovery-period",
                        on(TENANT_SERVED_ON, "2026-11-02"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-11-09"));
        assertThat(wayUnknown.missing()).containsExactly(BOARD_NOTICE_REGISTERED_MAIL);
        assertThat(wayUnknown.remarks())
                .containsExactly(remark(RemarkCode.ENDS_AT_LATEST, "2026-11-30"));

        var postingUnknown =
                waits(
                        "recovery-period",
                        on(TENANT_SERVED_ON, "2026-11-02"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-11-09"),
                        REGISTERED);
        assertThat(postingUnknown.missing()).containsExactly(BOARD_NOTICE_POSTED_ON);
        assertThat(postingUnknown.remarks())
                .containsExactly(remark(RemarkCode.ENDS_AT_LATEST, "2026-11-30"));
    }

    @Test
    void does_not_concern_a_matter_without_service_and_notice() {
        assertThat(ask("recovery-period")).isEqualTo(Finding.NotApplicable.because());
        assertThat(ask("payment-undertaking", on(RENT_PAID_ON, "2026-11-02")))
                .isEqualTo(Finding.NotApplicable.because());
    }

    /// RH 2001:22: two services, litigated which counts. Both ends are shown.
    @Test
    void several_services_give_the_earliest_end_and_the_latest() {
        Fact[] facts = {
            on(TENANT_SERVED_ON, "2026-11-03"),
            on(TENANT_SERVED_ON, "2026-11-12"),
            on(BOARD_NOTICE_ARRIVED_ON, "2026-11-02"),
            BY_HAND
        };

        var finding = runs("recovery-period", facts);
        assertThat(finding.day()).isEqualTo(day("2026-11-24"));
        assertThat(finding.otherReading()).isEqualTo(day("2026-12-03"));
        assertThat(finding.remarks()).contains(remark(RemarkCode.SEVERAL_DATES, "2026-12-03"));
        assertThat(runs("eviction-decision", facts).remarks())
                .contains(remark(RemarkCode.SEVERAL_DATES, "2026-12-03"));
    }

    @Test
    void a_payment_between_two_possible_ends_is_left_to_a_person() {
        var finding =
                runs(
                        "recovery-period",
                        on(TENANT_SERVED_ON, "2026-11-03"),
                        on(TENANT_SERVED_ON, "2026-11-12"),
                        on(BOARD_NOTICE_ARRIVED_ON, "2026-11-02"),
                        BY_HAND,
                        on(RENT_PAID_ON, "2026-11-25"));

        assertThat(finding.remarks()).contains(remark(RemarkCode.BETWEEN_READINGS, "2026-11-25"));
    }

    private static Fact[] running(Fact... more) {
        var facts =
                new ArrayList<>(
                        List.of(
                                on(TENANT_SERVED_ON, "2026-11-03"),
                                on(BOARD_NOTICE_ARRIVED_ON, "2026-11-02"),
                                BY_HAND));
        facts.addAll(List.of(more));
        return facts.toArray(Fact[]::new);
    }

    @Test
    void rent_paid_or_deposited_on_the_last_day_saves_the_home() {
        for (var kind : List.of(RENT_PAID_ON, RENT_DEPOSITED_ON)) {
            var finding = done("recovery-period", running(on(kind, "2026-11-24")));
            assertThat(finding.doneOn()).isEqualTo(day("2026-11-24"));
            assertThat(finding.day()).isEqualTo(day("2026-11-24"));
            assertThat(finding.isInTime()).isTrue();
            assertThat(codes(done("payment-undertaking", running(on(kind, "2026-11-24")))))
                    .contains(RemarkCode.RENT_PAID);
            assertThat(codes(done("eviction-decision", running(on(kind, "2026-11-24")))))
                    .contains(RemarkCode.RENT_SETTLED);
        }
    }

    @Test
    void rent_paid_the_day_after_does_not() {
        var late = running(on(RENT_PAID_ON, "2026-11-25"));

        assertThat(runs("recovery-period", late).remarks())
                .contains(remark(RemarkCode.TOO_LATE, "2026-11-25"));
        assertThat(ask("eviction-decision", late)).isInstanceOf(Finding.Runs.class);
        assertThat(ask("payment-undertaking", late)).isInstanceOf(Finding.Runs.class);
    }

    /// JB 12 kap. 44 § fourth paragraph 1.
    @Test
    void a_written_undertaking_in_time_saves_the_home() {
        var sent = running(on(UNDERTAKING_SENT_ON, "2026-11-24"));

        assertThat(codes(done("recovery-period", sent))).contains(RemarkCode.BOARD_UNDERTOOK);
        assertThat(done("payment-undertaking", sent).doneOn()).isEqualTo(day("2026-11-24"));
        assertThat(ask("eviction-decision", sent)).isInstanceOf(Finding.Done.class);
    }

    @Test
    void a_written_undertaking_the_day_after_does_not() {
        var sent = running(on(UNDERTAKING_SENT_ON, "2026-11-25"));

        assertThat(runs("recovery-period", sent).remarks())
                .contains(remark(RemarkCode.TOO_LATE, "2026-11-25"));
        assertThat(runs("payment-undertaking", sent).remarks())
                .contains(remark(RemarkCode.TOO_LATE, "2026-11-25"));
    }

    @Test
    void a_decision_not_to_undertake_ends_our_duty_but_not_the_tenants_right() {
        var declined = running(on(UNDERTAKING_DECLINED_ON, "2026-11-10"));

        assertThat(codes(done("payment-undertaking", declined)))
                .contains(RemarkCode.BOARD_DECLINED);
        assertThat(ask("recovery-period", declined)).isInstanceOf(Finding.Runs.class);
    }

    @Test
    void a_withdrawn_claim_ends_the_count() {
        var withdrawn = running(on(WITHDRAWN_ON, "2026-12-01"));

        for (var rule : List.of("recovery-period", "payment-undertaking", "eviction-decision")) {
            assertThat(codes(done(rule, withdrawn))).contains(RemarkCode.WITHDRAWN);
        }
        assertThat(
                        codes(
                                ask(
                                        "recovery-period",
                                        on(TENANT_SERVED_ON, "2026-11-03"),
                                        on(WITHDRAWN_ON, "2026-11-05"))))
                .containsExactly(RemarkCode.WITHDRAWN);
    }

    @Test
    void paid_rent_asks_for_no_missing_facts() {
        assertThat(
                        codes(
                                ask(
                                        "recovery-period",
                                        on(TENANT_SERVED_ON, "2026-11-03"),
                                        on(RENT_PAID_ON, "2026-11-05"))))
                .containsExactly(RemarkCode.RENT_PAID);
    }

    /// JB 12 kap. 44 § fifth paragraph.
    @Test
    void there_is_no_period_for_one_who_must_move_anyway() {
        assertThat(codes(ask("recovery-period", running(yes(MUST_MOVE_WITHIN_MONTH)))))
                .containsExactly(RemarkCode.MUST_MOVE_ANYWAY);
    }

    @Test
    void a_verdict_before_the_earliest_day_is_pointed_out() {
        assertThat(codes(done("eviction-decision", running(on(VERDICT_ON, "2026-11-25")))))
                .contains(RemarkCode.DECIDED_TOO_EARLY);
        assertThat(codes(done("eviction-decision", running(on(VERDICT_ON, "2026-11-26")))))
                .contains(RemarkCode.VERDICT_GIVEN);
    }

    @Test
    void a_corrected_day_gives_a_new_count_and_a_new_fingerprint() {
        var id = new RuleId("recovery-period");
        var before = Facts.of(running());
        var after = before.without(TENANT_SERVED_ON).with(on(TENANT_SERVED_ON, "2026-11-05"));

        assertThat(Given.CLOCK.finding(id, after).finding())
                .isInstanceOfSatisfying(
                        Finding.Runs.class,
                        runs -> assertThat(runs.day()).isEqualTo(day("2026-11-26")));
        assertThat(Given.CLOCK.finding(id, after).fingerprint())
                .isNotEqualTo(Given.CLOCK.finding(id, before).fingerprint());
    }

    /// JB 12 kap. 44 § fourth paragraph 2: an assessment; the rule only points.
    @Test
    void illness_is_a_flag_for_a_person_to_weigh() {
        assertThat(codes(flag("excused-lateness", running(on(ILLNESS_NOTED_ON, "2026-11-24")))))
                .containsExactly(
                        RemarkCode.EXCUSE_NOTED,
                        RemarkCode.ASSESS_EXCUSE,
                        RemarkCode.PAY_AS_SOON_AS_POSSIBLE);
        assertThat(codes(flag("excused-lateness", running(on(ILLNESS_NOTED_ON, "2026-11-25")))))
                .contains(RemarkCode.EXCUSE_NOTED_AFTER_PERIOD);
        assertThat(codes(flag("excused-lateness", on(ILLNESS_NOTED_ON, "2026-11-25"))))
                .contains(RemarkCode.EXCUSE_NOTED);
        assertThat(
                        codes(
                                flag(
                                        "excused-lateness",
                                        running(
                                                on(ILLNESS_NOTED_ON, "2026-11-20"),
                                                on(RENT_PAID_ON, "2026-11-27")))))
                .doesNotContain(RemarkCode.PAY_AS_SOON_AS_POSSIBLE);
        assertThat(
                        ask(
                                "excused-lateness",
                                running(
                                        on(ILLNESS_NOTED_ON, "2026-11-20"),
                                        on(RENT_PAID_ON, "2026-11-24"))))
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(ask("excused-lateness", running())).isInstanceOf(Finding.NotApplicable.class);
    }

    /// The wording before SFS 2019:533 was not read.
    @Test
    void is_not_computed_for_events_before_the_wording_that_was_read() {
        Fact[] old = {
            on(TENANT_SERVED_ON, "2019-10-01"), on(BOARD_NOTICE_ARRIVED_ON, "2019-10-01"), BY_HAND
        };

        assertThat(ask("recovery-period", old).remarks())
                .containsExactly(remark(RemarkCode.BEFORE_THE_RULE, "2019-10-02"));
    }

    @Provide
    Arbitrary<LocalDate> anyDay() {
        return Dates.dates().between(LocalDate.of(2020, 1, 1), LocalDate.of(2040, 12, 31));
    }

    @Property
    void the_last_day_is_a_working_day_three_weeks_or_a_little_more_after_the_later_day(
            @ForAll("anyDay") LocalDate served, @ForAll("anyDay") LocalDate told) {
        var later = served.isAfter(told) ? served : told;

        var finding =
                runs(
                        "recovery-period",
                        Fact.on(TENANT_SERVED_ON, served),
                        Fact.on(BOARD_NOTICE_ARRIVED_ON, told),
                        BY_HAND);

        assertThat(finding.rawDay()).isEqualTo(later.plusDays(21));
        assertThat(finding.day()).isBetween(later.plusDays(21), later.plusDays(26));
        assertThat(DAYS.isWorkingDay(finding.day())).isTrue();
    }

    @Property
    void a_later_fact_never_gives_an_earlier_end(
            @ForAll("anyDay") LocalDate served, @ForAll("anyDay") LocalDate told) {
        var first = lastDay(served, told);

        assertThat(lastDay(served.plusDays(1), told)).isAfterOrEqualTo(first);
        assertThat(lastDay(served, told.plusDays(1))).isAfterOrEqualTo(first);
        assertThat(lastDay(told, served)).isEqualTo(first);
    }

    private static LocalDate lastDay(LocalDate served, LocalDate told) {
        return runs(
                        "recovery-period",
                        Fact.on(TENANT_SERVED_ON, served),
                        Fact.on(BOARD_NOTICE_ARRIVED_ON, told),
                        BY_HAND)
                .day();
    }

    @Property
    void registered_mail_never_ends_later_than_arrival(
            @ForAll("anyDay") LocalDate served,
            @ForAll("anyDay") LocalDate arrived,
            @ForAll @IntRange(max = 14) int daysInPost) {
        var registered =
                runs(
                        "recovery-period",
                        Fact.on(TENANT_SERVED_ON, served),
                        Fact.on(BOARD_NOTICE_POSTED_ON, arrived.minusDays(daysInPost)),
                        Fact.on(BOARD_NOTICE_ARRIVED_ON, arrived),
                        REGISTERED);

        assertThat(registered.day()).isBeforeOrEqualTo(lastDay(served, arrived));
    }
}
