package se.bofast.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.bofast.access.Actor;
import se.bofast.debt.AgreeingPlan;
import se.bofast.debt.AmountSource;
import se.bofast.debt.Creditor;
import se.bofast.debt.DebtCard;
import se.bofast.debt.DebtKind;
import se.bofast.debt.NewDebt;
import se.bofast.debt.NewPayment;
import se.bofast.debt.NewPlan;
import se.bofast.debt.NewPromise;
import se.bofast.debt.NewReferral;
import se.bofast.debt.Payer;
import se.bofast.debt.PromisingRent;
import se.bofast.debt.ReadingDebt;
import se.bofast.debt.RecordingDebt;
import se.bofast.debt.RecordingPayment;
import se.bofast.debt.ReferringToDebtAdvice;
import se.bofast.intake.SignalKind;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;
import se.bofast.kernel.Money;

/// What is owed, paid, planned and promised, and who is helped by debt advice.
@Component
class PlayingDebts {

    private final RecordingDebt recording;
    private final RecordingPayment paying;
    private final AgreeingPlan agreeing;
    private final PromisingRent promising;
    private final ReferringToDebtAdvice referring;
    private final ReadingDebt reading;
    private final DemoCases cases;
    private final DemoLandlords landlords;
    private final Clock clock;

    PlayingDebts(
            RecordingDebt recording,
            RecordingPayment paying,
            AgreeingPlan agreeing,
            PromisingRent promising,
            ReferringToDebtAdvice referring,
            ReadingDebt reading,
            DemoCases cases,
            DemoLandlords landlords,
            Clock clock) {
        this.recording = recording;
        this.paying = paying;
        this.agreeing = agreeing;
        this.promising = promising;
        this.referring = referring;
        this.reading = reading;
        this.cases = cases;
        this.landlords = landlords;
        this.clock = clock;
    }

    void record(Actor actor, Threat threat) {
        var day = threat.day();
        recording.record(
                actor,
                new NewDebt(
                        cases.of(threat).subject(),
                        landlords.creditor(threat.landlord()),
                        DebtKind.RENT,
                        threat.reference(),
                        day.minusDays(12 + threat.dice(20, "arisen")),
                        day,
                        Money.kronor(threat.kronor()),
                        threat.kind() == SignalKind.RENT_ARREARS
                                ? AmountSource.LANDLORD
                                : threat.kind() == SignalKind.OWN_CALL
                                        ? AmountSource.THE_PERSON
                                        : AmountSource.ENFORCEMENT_AUTHORITY,
                        "Enligt meddelandet."));
        if (threat.dice(100, "power") < 12) {
            recording.record(
                    actor,
                    new NewDebt(
                            cases.of(threat).subject(),
                            new Creditor.Named("Björkstads Energi"),
                            DebtKind.ELECTRICITY,
                            null,
                            day.minusDays(40),
                            day,
                            Money.kronor(900 + threat.dice(30, "power") * 110L),
                            AmountSource.THE_PERSON,
                            "Räkning som hyresgästen visade."));
        }
    }

    /// @param parts 2: half of what is left, 1: all of it
    void pay(Actor actor, Threat threat, Payer payer, int parts) {
        rent(actor, threat)
                .ifPresent(debt -> {
                    var ore = debt.left().ore() / parts;
                    if (ore > 0) {
                        paying.record(
                                actor,
                                new NewPayment(
                                        debt.id(), new Money(ore), HouseClock.today(clock), payer));
                    }
                });
    }

    /// Agrees with landlord and tenant on a monthly amount, from the end of next month.
    void plan(Actor actor, Threat threat) {
        rent(actor, threat)
                .ifPresent(debt ->
                        agreeing.agree(
                                actor,
                                new NewPlan(
                                        debt.id(),
                                        debt.left(),
                                        monthly(threat),
                                        firstInstalmentOn(HouseClock.today(clock)),
                                        null,
                                        null)));
    }

    static LocalDate firstInstalmentOn(LocalDate agreedOn) {
        return YearMonth.from(agreedOn).plusMonths(1).atDay(25);
    }

    /// How many instalments it takes.
    static int instalments(Threat threat) {
        return 3 + threat.dice(6, "instalments");
    }

    private static Money monthly(Threat threat) {
        var exact = threat.kronor() / instalments(threat);
        return Money.kronor((exact + 99) / 100 * 100L);
    }

    /// Pays the instalment of the month, or what is left where that is less.
    void payInstalment(Actor actor, Threat threat) {
        rent(actor, threat)
                .ifPresent(debt -> {
                    var monthly = monthly(threat);
                    var amount = debt.left().compareTo(monthly) < 0 ? debt.left() : monthly;
                    if (amount.isPositive()) {
                        paying.record(
                                actor,
                                new NewPayment(
                                        debt.id(), amount, HouseClock.today(clock), Payer.TENANT));
                    }
                });
    }

    /// The board promises the landlord the rent of some months.
    void promise(Actor actor, Threat threat, LocalDate firstDueOn, int months) {
        promising.promise(
                actor,
                new NewPromise(
                        cases.of(threat).subject(),
                        landlords.creditor(threat.landlord()),
                        threat.reference(),
                        YearMonth.from(firstDueOn).plusMonths(1),
                        months,
                        Money.kronor(6_200 + threat.dice(20, "rent") * 165L),
                        firstDueOn));
    }

    /// Pays the promised rents that are due within the week.
    void payPromised(Actor actor, Threat threat) {
        var today = HouseClock.today(clock);
        card(actor, threat).promises().stream()
                .filter(promise ->
                        promise.paidOn() == null && promise.dueOn().isBefore(today.plusDays(7)))
                .forEach(promise -> promising.paid(actor, promise.id(), today));
    }

    void refer(Actor actor, Threat threat, EmployeeId adviser) {
        referring.refer(
                actor,
                new NewReferral(
                        cases.of(threat).subject(),
                        HouseClock.today(clock),
                        true,
                        adviser,
                        "Vill ha hjälp att få ordning på räkningarna."));
    }

    void answerReferral(Actor actor, Threat threat) {
        var today = HouseClock.today(clock);
        card(actor, threat)
                .referrals()
                .forEach(referral ->
                        referring.answer(
                                actor,
                                referral.id(),
                                threat.dice(100, "accepted") < 85
                                        ? ReferringToDebtAdvice.Answer.ACCEPTED
                                        : ReferringToDebtAdvice.Answer.DECLINED,
                                today));
    }

    void endReferral(Actor actor, Threat threat) {
        var outcomes = ReferringToDebtAdvice.Outcome.values();
        var today = HouseClock.today(clock);
        card(actor, threat).referrals().stream()
                .filter(referral -> referral.answer() == ReferringToDebtAdvice.Answer.ACCEPTED)
                .forEach(referral ->
                        referring.outcome(
                                actor,
                                referral.id(),
                                outcomes[threat.dice(outcomes.length, "advised")],
                                today));
    }

    private Optional<DebtCard.Line> rent(Actor actor, Threat threat) {
        return card(actor, threat).debts().stream()
                .filter(debt -> debt.kind() == DebtKind.RENT && !debt.isSettled())
                .findFirst();
    }

    private DebtCard card(Actor actor, Threat threat) {
        return reading.card(actor, cases.of(threat).subject());
    }
}
