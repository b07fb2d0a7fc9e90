package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.deadline.FactKind.*;
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
import java.time.temporal.TemporalAdjusters;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a lease ends after a notice: JB 12 kap. 4, 5, 7 §§.
///
/// [impl->req~deadline.lease-notice~1] [impl->req~deadline.estate-notice~1]
class LeaseNoticeRulesTest {

    private static Fact given(String day) {
        return on(LEASE_NOTICE_GIVEN_ON, day);
    }

    private static Fact agreed(int months) {
        return Fact.number(LEASE_NOTICE_MONTHS, months);
    }

    /// Reckoned by hand from a calendar; the 29th of February is there in 2028.
    @ParameterizedTest
    @CsvSource({
        "2026-01-15, 2026-04-30",
        "2026-01-31, 2026-04-30",
        "2026-02-01, 2026-05-31",
        "2025-11-30, 2026-02-28",
        "2027-11-30, 2028-02-29",
        "2026-03-05, 2026-06-30",
        "2026-12-31, 2027-03-31"
    })
    void the_lease_ends_at_the_turn_of_the_month_after_three_months(String notice, String last) {
        assertThat(runs("lease-notice", given(notice), yes(LEASE_NOTICE_BY_TENANT)).day())
                .isEqualTo(day(last));
    }

    @Test
    void nobody_guesses_who_gave_notice() {
        assertThat(waits("lease-notice", given("2026-01-15")).missing())
                .containsExactly(LEASE_NOTICE_BY_TENANT);
        assertThat(ask("lease-notice")).isEqualTo(Finding.NotApplicable.because());
    }

    /// JB 12 kap. 7 §: 31 January 2027 is a Sunday, so the day after the last is a working day; 1
    /// May 2026 is a holiday, and a Saturday and a Sunday follow.
    @Test
    void the_home_is_left_the_next_working_day() {
        assertThat(runs("lease-notice", given("2026-01-15"), no(LEASE_NOTICE_BY_TENANT)).remarks())
                .containsExactly(remark(RemarkCode.LEAVE_BY_NOON, "2026-05-04"));
        assertThat(runs("lease-notice", given("2026-10-01"), no(LEASE_NOTICE_BY_TENANT)).remarks())
                .containsExactly(remark(RemarkCode.LEAVE_BY_NOON, "2027-02-01"));
    }

    @Test
    void longer_notice_binds_the_landlord_and_the_tenant_only_in_block_letting() {
        assertThat(
                        runs(
                                        "lease-notice",
                                        given("2026-01-15"),
                                        no(LEASE_NOTICE_BY_TENANT),
                                        agreed(6))
                                .day())
                .isEqualTo(day("2026-07-31"));
        var tenant =
                runs("lease-notice", given("2026-01-15"), yes(LEASE_NOTICE_BY_TENANT), agreed(6));
        assertThat(tenant.day()).isEqualTo(day("2026-04-30"));
        assertThat(codes(tenant)).contains(RemarkCode.TENANT_ALWAYS_THREE_MONTHS);
        var block =
                runs(
                        "lease-notice",
                        given("2026-01-15"),
                        yes(LEASE_NOTICE_BY_TENANT),
                        agreed(6),
                        Fact.number(FLATS_RENTED_TOGETHER, 3));
        // The exception for block letting is between the landlord and the board (JB 12 kap. 1 §).
        assertThat(block.day()).isEqualTo(day("2026-04-30"));
        assertThat(codes(block)).contains(RemarkCode.TENANT_ALWAYS_THREE_MONTHS);
    }

    @Test
    void a_fixed_time_lasts_against_the_landlord_but_not_against_the_tenant() {
        var until = on(LEASE_FIXED_UNTIL, "2026-12-31");
        var landlord = runs("lease-notice", given("2026-01-15"), no(LEASE_NOTICE_BY_TENANT), until);
        assertThat(landlord.day()).isEqualTo(day("2026-12-31"));
        assertThat(landlord.remarks()).contains(remark(RemarkCode.FIXED_TIME_LASTS, "2026-12-31"));
        assertThat(
                        runs(
                                        "lease-notice",
                                        given("2026-01-15"),
                                        yes(LEASE_NOTICE_BY_TENANT),
                                        until)
                                .day())
                .isEqualTo(day("2026-04-30"));
    }

    /// JB 12 kap. 5 § second paragraph.
    @Test
    void an_estate_has_one_month_for_one_month() {
        var died = on(TENANT_DIED_ON, "2026-01-10");
        assertThat(runs("estate-notice", died).day()).isEqualTo(day("2026-02-10"));
        assertThat(done("estate-notice", died, given("2026-02-01")).isInTime()).isTrue();
        var soon = runs("lease-notice", given("2026-02-10"), yes(LEASE_NOTICE_BY_TENANT), died);
        assertThat(soon.day()).isEqualTo(day("2026-03-31"));
        assertThat(codes(soon)).contains(RemarkCode.ESTATE_SHORT_NOTICE);
        var late = runs("lease-notice", given("2026-02-11"), yes(LEASE_NOTICE_BY_TENANT), died);
        assertThat(late.day()).isEqualTo(day("2026-05-31"));
        assertThat(codes(late)).contains(RemarkCode.ESTATE_TOO_LATE);
    }

    /// A month from 24 May 2026 is Midsummer's week: 24 June is a Wednesday; from 19 May it is
    /// Midsummer Eve, and the Monday after counts.
    @Test
    void the_month_of_the_estate_moves_over_days_off() {
        assertThat(runs("estate-notice", on(TENANT_DIED_ON, "2026-05-19")).day())
                .isEqualTo(day("2026-06-22"));
        assertThat(runs("estate-notice", on(TENANT_DIED_ON, "2026-05-24")).day())
                .isEqualTo(day("2026-06-24"));
        assertThat(ask("estate-notice")).isInstanceOf(Finding.NotApplicable.class);
    }

    @Provide
    Arbitrary<LocalDate> anyDay() {
        return Dates.dates().between(LocalDate.of(2015, 1, 1), LocalDate.of(2035, 12, 31));
    }

    @Provide
    Arbitrary<Integer> months() {
        return Arbitraries.integers().between(3, 12);
    }

    @Property
    void the_last_day_is_a_months_last_and_at_least_the_months_away(
            @ForAll("anyDay") LocalDate notice, @ForAll("months") int months) {
        var found =
                runs(
                        "lease-notice",
                        Fact.on(LEASE_NOTICE_GIVEN_ON, notice),
                        no(LEASE_NOTICE_BY_TENANT),
                        agreed(months));
        assertThat(found.day()).isEqualTo(found.day().with(TemporalAdjusters.lastDayOfMonth()));
        assertThat(found.day()).isAfterOrEqualTo(notice.plusMonths(months));
        assertThat(found.day()).isBefore(notice.plusMonths(months + 1).plusDays(4));
    }

    /// Who gives notice later never leaves earlier.
    @Property
    void later_notice_never_ends_earlier(
            @ForAll("anyDay") LocalDate one, @ForAll("anyDay") LocalDate other) {
        var first = one.isBefore(other) ? one : other;
        var second = one.isBefore(other) ? other : one;
        assertThat(last(first)).isBeforeOrEqualTo(last(second));
    }

    private static LocalDate last(LocalDate notice) {
        return runs(
                        "lease-notice",
                        Fact.on(LEASE_NOTICE_GIVEN_ON, notice),
                        yes(LEASE_NOTICE_BY_TENANT))
                .day();
    }
}
