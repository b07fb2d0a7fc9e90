package se.bofast.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.demo.DemoRents.Payment;
import se.bofast.dwelling.LandlordId;
import se.bofast.tenancy.EntryKind;
import se.bofast.tenancy.OwnRents;
import se.bofast.tenancy.RecordingRent;

/// What the tenants pay, and what the board pays its landlords.
@Component
class PlayingRents {

    /// Of the newest month that has fallen due, so many are not paid yet.
    private static final int LEFT = 4;

    private final PlayingLeases leases;
    private final RecordingRent recording;
    private final OwnRents own;

    PlayingRents(PlayingLeases leases, RecordingRent recording, OwnRents own) {
        this.leases = leases;
        this.recording = recording;
        this.own = own;
    }

    void write(DemoPlan plan, Diary diary) {
        tenants(plan, diary);
        board(plan, diary);
    }

    // ---- the tenants

    private void tenants(DemoPlan plan, Diary diary) {
        var byDay =
                new DemoRents(plan.leases().tenancies(), plan.today())
                        .payments().stream()
                                .collect(
                                        Collectors.groupingBy(
                                                payment ->
                                                        payment.on().isBefore(plan.since())
                                                                ? plan.since()
                                                                : payment.on(),
                                                TreeMap::new,
                                                Collectors.toList()));
        byDay.forEach((day, payments) ->
                diary.add(
                        day,
                        LocalTime.of(16, 10),
                        PlayingHomes.CONSULTANT,
                        actor -> enter(actor, payments)));
        // The bank's list was entered twice for one.
        plan.leases().tenancies().stream()
                .filter(tenancy ->
                        tenancy.last() == null
                                && tenancy.from().isBefore(plan.today().minusMonths(4)))
                .findFirst()
                .ifPresent(tenancy -> {
                    var day = DemoPlan.workdayBefore(plan.today().minusDays(40));
                    diary.add(
                            day,
                            LocalTime.of(16, 12),
                            PlayingHomes.CONSULTANT,
                            actor ->
                                    recording.withdraw(
                                            actor,
                                            recording.enter(
                                                    actor,
                                                    leases.lease(actor, tenancy),
                                                    EntryKind.PAID_BY_TENANT,
                                                    day,
                                                    tenancy.home().rent(),
                                                    "OCR 4471",
                                                    null),
                                            "Samma betalning lades in två gånger."));
                });
    }

    private void enter(Actor actor, List<Payment> payments) {
        for (var payment : payments) {
            recording.enter(
                    actor,
                    leases.lease(actor, payment.tenancy()),
                    payment.kind(),
                    payment.on(),
                    payment.amount(),
                    payment.kind() == EntryKind.PAID_BY_TENANT
                            ? "OCR %d".formatted(4400 + payment.tenancy().number())
                            : null,
                    payment.note());
        }
    }

    // ---- the board

    private void board(DemoPlan plan, Diary diary) {
        var next = YearMonth.from(plan.today()).plusMonths(1);
        for (var month = YearMonth.from(plan.since()).minusMonths(12);
                month.isBefore(next);
                month = month.plusMonths(1)) {
            var paying = month;
            var day = DemoPlan.workdayBefore(month.atDay(1).minusDays(5));
            diary.add(
                    day.isBefore(plan.since()) ? plan.since() : day,
                    LocalTime.of(15, 25),
                    PlayingHomes.CONSULTANT,
                    actor -> {
                        // What came in between is paid with the next.
                        pay(actor, paying.minusMonths(1), day, 0);
                        pay(actor, paying, day, paying.plusMonths(1).equals(next) ? LEFT : 0);
                    });
        }
    }

    private void pay(Actor actor, YearMonth month, LocalDate on, int left) {
        for (var bill : own.bills(actor, month)) {
            var landlord = bill.landlord();
            if (bill.unpaid().isEmpty() || landlord == null) {
                continue;
            }
            if (left > 0 && landlord.name().equals(DemoLandlords.KVARNHUS)) {
                bill.unpaid().stream()
                        .skip(left)
                        .forEach(due ->
                                own.pay(actor, due.apartment().id(), month, on, due.amount()));
            } else {
                paid(actor, landlord.id(), month, on, bill.seen());
            }
        }
    }

    private void paid(Actor actor, LandlordId to, YearMonth month, LocalDate on, String seen) {
        if (!(own.payAll(actor, to, month, on, seen) instanceof OwnRents.PayingAll.Done)) {
            throw new IllegalStateException("a bill of the demo changed meanwhile");
        }
    }
}
