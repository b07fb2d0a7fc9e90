package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.deadline.FactKind.BOARD_NOTICE_ARRIVED_ON;
import static se.bofast.deadline.FactKind.CONTRACT_DEBT;
import static se.bofast.deadline.FactKind.FIRST_RENT_MONTH;
import static se.bofast.deadline.FactKind.LATE_MONTHS_IN_YEAR;
import static se.bofast.deadline.FactKind.LATE_RENT_WARNED_ON;
import static se.bofast.deadline.FactKind.NOTICE_AMOUNT;
import static se.bofast.deadline.FactKind.RENT_DEPOSITED_ON;
import static se.bofast.deadline.FactKind.RENT_DUE_ON;
import static se.bofast.deadline.FactKind.RENT_MONTH;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;
import static se.bofast.deadline.FactKind.TENANT_SERVED_ON;
import static se.bofast.deadline.FactKind.TERMINATED_ON;
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
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.bofast.kernel.Money;

/// Due, late, forfeited, paid in time: JB 12 kap. 20, 21, 42, 43, 46 §§.
///
/// [impl->req~deadline.rent-due~1] [impl->req~deadline.rent-overdue~1]
/// [impl->req~deadline.forfeiture~1] [impl->req~deadline.cured-before-termination~1]
/// [impl->req~deadline.amount-differs~1] [impl->req~deadline.repeated-late-rent~1]
class RentRulesTest {

    /// JB 12 kap. 20 §; the last working day of the month before, from the calendar.
    @ParameterizedTest
    @CsvSource({
        "2026-02-01, 2026-01-30, 2026-01-31", // 31 Jan 2026 is a Saturday
        "2026-03-01, 2026-02-27, 2026-02-28", // 28 Feb 2026 is a Saturday
        "2026-04-01, 2026-03-31, 2026-03-31",
        "2026-05-01, 2026-04-30, 2026-04-30",
        "2026-11-01, 2026-10-30, 2026-10-30", // 31 Oct 2026 is alla helgons dag
        "2027-01-01, 2026-12-30, 2026-12-31" // nyårsafton
    })
    void rent_is_due_the_last_working_day_before_the_month(
            String month, LocalDate due, LocalDate withSaturdays) {
        var finding = runs("rent-due", on(RENT_MONTH, month));

        assertThat(finding.day()).isEqualTo(due);
        assertThat(finding.otherReading())
                .isEqualTo(due.equals(withSaturdays) ? null : withSaturdays);
        assertThat(codes(finding).contains(RemarkCode.IF_SATURDAYS_COUNT))
                .isEqualTo(!due.equals(withSaturdays));
    }

    @Test
    void any_day_in_the_month_names_the_month() {
        assertThat(runs("rent-due", on(RENT_MONTH, "2026-04-17")).day())
                .isEqualTo(day("2026-03-31"));
    }

    @Test
    void the_day_on_the_notice_counts() {
        var finding = runs("rent-due", on(RENT_MONTH, "2026-04-01"), on(RENT_DUE_ON, "2026-04-15"));

        assertThat(finding.day()).isEqualTo(day("2026-04-15"));
        assertThat(codes(finding)).containsExactly(RemarkCode.DUE_DAY_GIVEN);
        assertThat(runs("rent-due", on(RENT_DUE_ON, "2026-04-15")).day())
                .isEqualTo(day("2026-04-15"));
    }

    /// JB 12 kap. 20 § first paragraph, second sentence.
    @Test
    void an_earlier_day_on_the_notice_binds_only_for_the_first_month() {
        Fact[] early = {on(RENT_MONTH, "2026-04-01"), on(RENT_DUE_ON, "2026-03-25")};

        var later = runs("rent-due", early[0], early[1], no(FIRST_RENT_MONTH));
        assertThat(later.day()).isEqualTo(day("2026-03-31"));
        assertThat(later.rawDay()).isEqualTo(day("2026-03-25"));
        assertThat(later.remarks())
                .contains(remark(RemarkCode.MAY_PAY_UNTIL_STATUTORY_DAY, "2026-03-31"));

        assertThat(runs("rent-due", early[0], early[1], yes(FIRST_RENT_MONTH)).day())
                .isEqualTo(day("2026-03-25"));

        var unknown = runs("rent-due", early);
        assertThat(unknown.day()).isEqualTo(day("2026-03-25"));
        assertThat(unknown.remarks()).contains(remark(RemarkCode.UNLESS_FIRST_MONTH, "2026-03-31"));
    }

    @Test
    void rent_is_late_the_day_after_the_due_day_until_it_is_paid() {
        assertThat(runs("rent-overdue", on(RENT_DUE_ON, "2026-01-30")).day())
                .isEqualTo(day("2026-01-31"));
        assertThat(
                        done(
                                        "rent-overdue",
                                        on(RENT_DUE_ON, "2026-01-30"),
                                        on(RENT_PAID_ON, "2026-02-10"))
                                .doneOn())
                .isEqualTo(day("2026-02-10"));
        assertThat(ask("rent-overdue")).isInstanceOf(Finding.NotApplicable.class);
    }

    /// The rent-week vectors of the domain notes, section 3: due, last tolerated day, forfeited
    /// from.
    @Test
    void forfeiture_is_possible_more_than_a_week_after_the_due_day() {
        var finding = runs("forfeiture", on(RENT_DUE_ON, "2026-01-30"));

        assertThat(finding.day()).isEqualTo(day("2026-02-07"));
        assertThat(finding.otherReading()).isNull();
        assertThat(finding.remarks())
                .containsExactly(remark(RemarkCode.LAST_TOLERATED_DAY, "2026-02-06"));
    }

    @Test
    void a_week_that_ends_on_a_holiday_is_flagged_as_debated() {
        var finding = runs("forfeiture", on(RENT_DUE_ON, "2025-12-30"));

        assertThat(finding.day()).isEqualTo(day("2026-01-07"));
        assertThat(finding.otherReading()).isEqualTo(day("2026-01-08"));
        assertThat(finding.remarks())
                .containsExactly(
                        remark(RemarkCode.LAST_TOLERATED_DAY, "2026-01-06"),
                        remark(RemarkCode.WEEK_MOVE_DEBATED, "2026-01-07"));
    }

    @Test
    void the_oldest_unpaid_month_decides() {
        assertThat(
                        runs(
                                        "forfeiture",
                                        on(RENT_DUE_ON, "2026-02-27"),
                                        on(RENT_DUE_ON, "2026-01-30"))
                                .day())
                .isEqualTo(day("2026-02-07"));
    }

    @Test
    void a_missing_due_day_is_named() {
        assertThat(waits("forfeiture", on(RENT_MONTH, "2026-02-01")).missing())
                .containsExactly(RENT_DUE_ON);
        assertThat(ask("forfeiture")).isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void rent_paid_within_the_week_closes_the_matter() {
        var paid =
                done("forfeiture", on(RENT_DUE_ON, "2026-01-30"), on(RENT_PAID_ON, "2026-02-06"));

        assertThat(paid.doneOn()).isEqualTo(day("2026-02-06"));
    }

    /// JB 12 kap. 43 § first paragraph.
    @Test
    void rent_paid_late_but_before_the_termination_closes_the_ground() {
        Fact[] facts = {
            on(RENT_DUE_ON, "2026-01-30"),
            on(RENT_PAID_ON, "2026-02-10"),
            on(TERMINATED_ON, "2026-02-11")
        };

        assertThat(codes(done("forfeiture", facts))).contains(RemarkCode.GROUND_CLOSED);
        assertThat(flag("cured-before-termination", facts).remarks())
                .containsExactly(remark(RemarkCode.GROUND_CLOSED, "2026-02-10"));
    }

    /// JB 12 kap. 21 § third paragraph.
    @Test
    void deposited_rent_closes_it_as_well() {
        assertThat(
                        codes(
                                flag(
                                        "cured-before-termination",
                                        on(RENT_DEPOSITED_ON, "2026-02-10"),
                                        on(TERMINATED_ON, "2026-02-11"))))
                .containsExactly(RemarkCode.GROUND_CLOSED);
    }

    @Test
    void the_day_of_termination_itself_is_left_to_a_person_and_later_is_too_late() {
        assertThat(
                        codes(
                                flag(
                                        "cured-before-termination",
                                        on(RENT_PAID_ON, "2026-02-11"),
                                        on(TERMINATED_ON, "2026-02-11"))))
                .containsExactly(RemarkCode.PAID_ON_DAY_OF_TERMINATION);
        assertThat(
                        ask(
                                "cured-before-termination",
                                on(RENT_PAID_ON, "2026-02-12"),
                                on(TERMINATED_ON, "2026-02-11")))
                .isEqualTo(Finding.NotApplicable.because());
    }

    @Test
    void without_a_known_termination_the_answer_is_conditional_or_asks_for_it() {
        assertThat(codes(flag("cured-before-termination", on(RENT_PAID_ON, "2026-02-10"))))
                .containsExactly(RemarkCode.GROUND_CLOSED_IF_NOT_TERMINATED);
        for (var kind : List.of(TENANT_SERVED_ON, BOARD_NOTICE_ARRIVED_ON)) {
            assertThat(
                            waits(
                                            "cured-before-termination",
                                            on(RENT_PAID_ON, "2026-02-10"),
                                            on(kind, "2026-02-12"))
                                    .missing())
                    .containsExactly(TERMINATED_ON);
        }
        assertThat(
                        codes(
                                done(
                                        "forfeiture",
                                        on(RENT_DUE_ON, "2026-01-30"),
                                        on(RENT_PAID_ON, "2026-02-10"))))
                .contains(RemarkCode.GROUND_CLOSED_IF_NOT_TERMINATED);
    }

    @Test
    void a_termination_before_the_week_was_over_is_pointed_out() {
        assertThat(
                        codes(
                                done(
                                        "forfeiture",
                                        on(RENT_DUE_ON, "2026-01-30"),
                                        on(TERMINATED_ON, "2026-02-06"))))
                .contains(RemarkCode.TERMINATED_TOO_EARLY);
        assertThat(
                        codes(
                                done(
                                        "forfeiture",
                                        on(RENT_DUE_ON, "2026-01-30"),
                                        on(TERMINATED_ON, "2026-02-07"))))
                .contains(RemarkCode.TERMINATED);
    }

    /// RH 1995:34: a wrong sum in the notice to the board defeated the eviction.
    @Test
    void a_sum_that_differs_from_the_debt_is_flagged_with_the_difference() {
        var asked = Fact.amount(NOTICE_AMOUNT, Money.kronor(14_320));

        assertThat(
                        flag(
                                        "amount-differs",
                                        asked,
                                        Fact.amount(CONTRACT_DEBT, Money.kronor(12_000)))
                                .remarks())
                .containsExactly(
                        new Remark(
                                RemarkCode.AMOUNT_TOO_HIGH,
                                List.of(new Remark.Amount(Money.kronor(2_320)))));
        assertThat(
                        flag(
                                        "amount-differs",
                                        asked,
                                        Fact.amount(CONTRACT_DEBT, new Money(1_432_001)))
                                .remarks())
                .containsExactly(
                        new Remark(
                                RemarkCode.AMOUNT_TOO_LOW,
                                List.of(new Remark.Amount(new Money(1)))));
        assertThat(
                        codes(
                                ask(
                                        "amount-differs",
                                        asked,
                                        Fact.amount(CONTRACT_DEBT, Money.kronor(14_320)))))
                .containsExactly(RemarkCode.AMOUNTS_AGREE);
        assertThat(waits("amount-differs", asked).missing()).containsExactly(CONTRACT_DEBT);
        assertThat(ask("amount-differs")).isInstanceOf(Finding.NotApplicable.class);
    }

    /// JB 12 kap. 46 § first paragraph 2 and second paragraph.
    @Test
    void rent_late_three_months_of_twelve_is_a_risk() {
        assertThat(ask("repeated-late-rent", Fact.number(LATE_MONTHS_IN_YEAR, 2)))
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(flag("repeated-late-rent", Fact.number(LATE_MONTHS_IN_YEAR, 3)).remarks())
                .containsExactly(
                        Remark.of(RemarkCode.LATE_MONTHS, 3),
                        Remark.of(RemarkCode.LATE_RENT_NOT_WARNED));
        assertThat(
                        flag(
                                        "repeated-late-rent",
                                        Fact.number(LATE_MONTHS_IN_YEAR, 5),
                                        on(LATE_RENT_WARNED_ON, "2026-03-01"))
                                .remarks())
                .contains(remark(RemarkCode.LATE_RENT_WARNED, "2026-03-01"));
    }
}
