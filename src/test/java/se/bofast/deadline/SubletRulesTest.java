package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static se.bofast.deadline.FactKind.*;
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

import org.junit.jupiter.api.Test;

/// Sublets and supported tenancies: JB 12 kap. 39, 45, 45 a §§ and the Housing First routines.
///
/// [impl->req~deadline.sublet-security~1] [impl->req~deadline.sublet-warning~1]
/// [impl->req~deadline.sublet-notice~1] [impl->req~deadline.takeover-check~1]
/// [impl->req~deadline.weekly-visit~1] [impl->req~deadline.caseload-size~1]
class SubletRulesTest {

    private static final Fact STARTED = on(SUBLET_STARTED_ON, "2025-01-01");

    private static Fact flats(int number) {
        return Fact.number(FLATS_RENTED_TOGETHER, number);
    }

    /// JB 12 kap. 45 § first paragraph 1: a tenancy of just two years has no security yet.
    @Test
    void security_comes_the_day_two_years_are_passed() {
        var finding = runs("sublet-security", STARTED, flats(1), no(WAIVER_APPROVED));

        assertThat(finding.day()).isEqualTo(day("2027-01-01"));
        assertThat(finding.kind()).isEqualTo(Finding.Kind.EARLIEST);
        assertThat(finding.remarks()).isEmpty();
    }

    /// JB 12 kap. 45 § second paragraph: `tillsammans med minst två lägenheter till`.
    @Test
    void three_flats_rented_together_give_security_from_the_first_day() {
        assertThat(runs("sublet-security", STARTED, flats(2), no(WAIVER_APPROVED)).day())
                .isEqualTo(day("2027-01-01"));
        var block = runs("sublet-security", STARTED, flats(3));
        assertThat(block.day()).isEqualTo(day("2025-01-01"));
        assertThat(codes(block)).containsExactly(RemarkCode.BLOCK_LEASE, RemarkCode.ASK_FOR_WAIVER);
    }

    @Test
    void an_unknown_number_of_flats_is_asked_for() {
        var waiting = waits("sublet-security", STARTED);

        assertThat(waiting.missing()).containsExactly(FLATS_RENTED_TOGETHER);
        assertThat(waiting.remarks())
                .containsExactly(remark(RemarkCode.SECURE_AT_LATEST, "2027-01-01"));
    }

    /// JB 12 kap. 45 a §.
    @Test
    void a_waiver_or_an_ended_sublet_gives_no_security() {
        assertThat(codes(ask("sublet-security", STARTED, flats(3), yes(WAIVER_APPROVED))))
                .containsExactly(RemarkCode.SECURITY_WAIVED);
        assertThat(codes(ask("sublet-security", STARTED, on(SUBLET_ENDED_ON, "2026-03-31"))))
                .containsExactly(RemarkCode.SUBLET_ENDED);
        assertThat(ask("sublet-security")).isEqualTo(Finding.NotApplicable.because());
    }

    @Test
    void the_warning_comes_at_twenty_months() {
        var finding = runs("sublet-warning", STARTED);

        assertThat(finding.day()).isEqualTo(day("2026-09-01"));
        assertThat(finding.kind()).isEqualTo(Finding.Kind.WARNING);
        assertThat(done("sublet-warning", STARTED, on(SUBLET_REVIEWED_ON, "2026-08-15")).isInTime())
                .isTrue();
        for (var moot :
                new Fact[] {flats(3), yes(WAIVER_APPROVED), on(SUBLET_ENDED_ON, "2026-03-31")}) {
            assertThat(ask("sublet-warning", STARTED, moot))
                    .isInstanceOf(Finding.NotApplicable.class);
        }
    }

    /// JB 12 kap. 39 § third paragraph.
    @Test
    void a_municipality_tells_the_landlord_at_once() {
        assertThat(waits("sublet-notice", STARTED).missing())
                .containsExactly(LESSOR_IS_MUNICIPALITY);
        assertThat(ask("sublet-notice", STARTED, no(LESSOR_IS_MUNICIPALITY)))
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(runs("sublet-notice", STARTED, yes(LESSOR_IS_MUNICIPALITY)).day())
                .isEqualTo(day("2025-01-01"));
        assertThat(
                        done(
                                        "sublet-notice",
                                        STARTED,
                                        yes(LESSOR_IS_MUNICIPALITY),
                                        on(LANDLORD_TOLD_OF_SUBLET_ON, "2024-12-20"))
                                .isInTime())
                .isTrue();
    }

    /// Stockholm's Housing First: takeover after nine months, rent paid, no complaints, debts
    /// handled.
    @Test
    void the_takeover_is_explained_point_by_point_after_nine_months() {
        var open = runs("takeover-check", STARTED, yes(SUPPORTED_TENANCY));
        assertThat(open.day()).isEqualTo(day("2025-10-01"));
        assertThat(codes(open))
                .containsExactly(
                        RemarkCode.POINT_RENT_UNKNOWN,
                        RemarkCode.POINT_NO_RECENT_COMPLAINT,
                        RemarkCode.POINT_DEBTS_UNKNOWN);

        assertThat(
                        codes(
                                runs(
                                        "takeover-check",
                                        STARTED,
                                        yes(SUPPORTED_TENANCY),
                                        yes(RENT_UP_TO_DATE),
                                        on(COMPLAINT_VERIFIED_ON, "2025-03-31"),
                                        on(DEBT_PLAN_STARTED_ON, "2025-02-01"))))
                .containsExactly(
                        RemarkCode.POINT_RENT_PAID,
                        RemarkCode.POINT_NO_RECENT_COMPLAINT,
                        RemarkCode.POINT_DEBTS_HANDLED);
        assertThat(
                        codes(
                                runs(
                                        "takeover-check",
                                        STARTED,
                                        yes(SUPPORTED_TENANCY),
                                        no(RENT_UP_TO_DATE),
                                        on(COMPLAINT_VERIFIED_ON, "2025-04-01"))))
                .startsWith(RemarkCode.POINT_RENT_OWED, RemarkCode.POINT_RECENT_COMPLAINT);
        assertThat(
                        ask(
                                "takeover-check",
                                STARTED,
                                yes(SUPPORTED_TENANCY),
                                on(TAKEOVER_CHECKED_ON, "2025-10-01")))
                .isInstanceOf(Finding.Done.class);
        assertThat(ask("takeover-check", STARTED)).isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void the_next_visit_is_a_week_after_the_last_and_a_gap_is_seen_before_two() {
        var first = runs("weekly-visit", STARTED, yes(SUPPORTED_TENANCY));
        assertThat(first.day()).isEqualTo(day("2025-01-08"));

        var next =
                runs(
                        "weekly-visit",
                        STARTED,
                        yes(SUPPORTED_TENANCY),
                        on(VISIT_HELD_ON, "2025-01-07"),
                        on(VISIT_HELD_ON, "2025-01-13"));
        assertThat(next.day()).isEqualTo(day("2025-01-20"));
        assertThat(next.remarks()).contains(remark(RemarkCode.GAP_OF_TWO_WEEKS, "2025-01-27"));
        assertThat(codes(next)).contains(RemarkCode.SUPPORT_IS_VOLUNTARY);
        assertThat(
                        ask(
                                "weekly-visit",
                                STARTED,
                                yes(SUPPORTED_TENANCY),
                                on(SUBLET_ENDED_ON, "2025-06-30")))
                .isInstanceOf(Finding.NotApplicable.class);
    }

    @Test
    void five_to_ten_clients_are_right() {
        assertThat(codes(flag("caseload-size", Fact.number(CASELOAD, 4))))
                .containsExactly(RemarkCode.CASELOAD_LOW);
        assertThat(ask("caseload-size", Fact.number(CASELOAD, 5)))
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(ask("caseload-size", Fact.number(CASELOAD, 10)))
                .isInstanceOf(Finding.NotApplicable.class);
        assertThat(codes(flag("caseload-size", Fact.number(CASELOAD, 11))))
                .containsExactly(RemarkCode.CASELOAD_HIGH);
        assertThat(ask("caseload-size")).isInstanceOf(Finding.NotApplicable.class);
    }
}
