package se.bofast.tenancy.web;

import java.time.LocalDate;
import java.util.Optional;
import se.bofast.page.Form;
import se.bofast.tenancy.LeaseTerms;
import se.bofast.tenancy.Tenure;

/// The fields that say on which terms somebody rents.
final class TermsFields {

    static final int LONGEST_REASON = 500;

    private static final int MOST_MONTHS = 24;
    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2099, 12, 31);

    private TermsFields() {}

    static Form filled(LeaseTerms terms) {
        return Form.empty()
                .with("tenure", terms.tenure())
                .with("startOn", terms.startOn())
                .with("untilOn", terms.untilOn())
                .with("noticeMonths", terms.noticeMonths())
                .with("letWithOthers", terms.letWithOthers())
                .with("waiverMadeOn", terms.waiverMadeOn())
                .with("waiverApproved", terms.waiverApproved())
                .with("waiverUntil", terms.waiverUntil())
                .with("landlordToldOn", terms.landlordToldOn())
                .with("reviewedOn", terms.reviewedOn())
                .with("tenantDiedOn", terms.tenantDiedOn());
    }

    /// Reads the fields over what was; what no field asks about stays.
    static Optional<LeaseTerms> read(Form form, LeaseTerms was, LocalDate today) {
        var tenure = form.requiredChoice("tenure", Tenure.class);
        var start = form.requiredDate("startOn", today);
        var until = form.date("untilOn", today);
        var months = form.wholeNumber("noticeMonths", 0, MOST_MONTHS);
        var letWithOthers = form.yesNo("letWithOthers");
        var made = form.date("waiverMadeOn", today);
        var approved = form.yesNo("waiverApproved");
        var waiverUntil = form.date("waiverUntil", today);
        var told = past(form, "landlordToldOn", today);
        var reviewed = past(form, "reviewedOn", today);
        var died = past(form, "tenantDiedOn", today);
        start.filter(day -> day.isBefore(EARLIEST) || day.isAfter(LATEST))
                .ifPresent(day -> form.error("startOn", "tenancy.error.dayOutside"));
        if (start.isPresent() && until.isPresent() && until.get().isBefore(start.get())) {
            form.error("untilOn", "tenancy.error.beforeStart");
        }
        if (start.isPresent() && was.endOn() != null && was.endOn().isBefore(start.get())) {
            form.error("startOn", "tenancy.error.afterEnd");
        }
        if (made.isPresent() && approved.isEmpty()) {
            form.error("waiverApproved", "tenancy.error.waiverApproved");
        }
        if (made.isEmpty() && (approved.isPresent() || waiverUntil.isPresent())) {
            form.error("waiverMadeOn", "tenancy.error.waiverMade");
        }
        if (form.hasErrors()) {
            return Optional.empty();
        }
        return Optional.of(
                new LeaseTerms(
                        tenure.orElseThrow(),
                        start.orElseThrow(),
                        until.orElse(null),
                        was.endOn(),
                        was.endCause(),
                        was.noticeOn(),
                        was.noticeBy(),
                        was.noticeGround(),
                        was.noticeLastOn(),
                        months.orElse(null),
                        letWithOthers.orElse(null),
                        made.orElse(null),
                        waiverUntil.orElse(null),
                        approved.orElse(null),
                        told.orElse(null),
                        reviewed.orElse(null),
                        died.orElse(null)));
    }

    /// A day that has been.
    static Optional<LocalDate> past(Form form, String field, LocalDate today) {
        var day = form.date(field, today);
        if (day.isPresent() && day.get().isAfter(today)) {
            form.error(field, "tenancy.error.ahead");
            return Optional.empty();
        }
        return day;
    }

    /// A day within what anybody can mean.
    static Optional<LocalDate> required(Form form, String field, LocalDate today) {
        var day = form.requiredDate(field, today);
        if (day.isPresent() && (day.get().isBefore(EARLIEST) || day.get().isAfter(LATEST))) {
            form.error(field, "tenancy.error.dayOutside");
            return Optional.empty();
        }
        return day;
    }

    static Optional<LocalDate> requiredPast(Form form, String field, LocalDate today) {
        var day = required(form, field, today);
        if (day.isPresent() && day.get().isAfter(today)) {
            form.error(field, "tenancy.error.ahead");
            return Optional.empty();
        }
        return day;
    }
}
