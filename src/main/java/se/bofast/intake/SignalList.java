package se.bofast.intake;

import static se.bofast.intake.SignalColumns.required;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.bofast.deadline.FactKind;
import se.bofast.filing.Field;
import se.bofast.intake.SignalRowReader.Stating;

/// The kinds of lists in which signals come.
enum SignalList {
    /// Betalningsförelägganden: a housing company's weekly list, or Kronofogden's.
    PAYMENT_ORDERS(
            "payment-orders",
            true,
            true,
            List.of(SignalKind.PAYMENT_ORDER),
            List.of(
                    SignalColumns.landlord(),
                    SignalColumns.amount(),
                    SignalColumns.due(),
                    SignalColumns.served(),
                    SignalColumns.answerBy(),
                    SignalColumns.reason()),
            List.of(
                    new Stating(SignalColumns.AMOUNT, FactKind.NOTICE_AMOUNT, false),
                    new Stating(SignalColumns.DUE, FactKind.RENT_DUE_ON, false),
                    new Stating(SignalColumns.SERVED, FactKind.ORDER_SERVED_ON, true),
                    new Stating(SignalColumns.ANSWER_BY, FactKind.ORDER_ANSWER_BY, false)),
            Optional.of(ThreatReason.RENT_DEBT)),
    /// Meddelanden om uppsägning för hyresskuld, the fields of formulär 3 (JB 12:44).
    RENT_ARREARS(
            "rent-arrears",
            false,
            false,
            List.of(SignalKind.RENT_ARREARS),
            List.of(
                    required(SignalColumns.amount()),
                    SignalColumns.due(),
                    SignalColumns.posted(),
                    SignalColumns.served(),
                    SignalColumns.rooms()),
            List.of(
                    new Stating(SignalColumns.AMOUNT, FactKind.NOTICE_AMOUNT, false),
                    new Stating(SignalColumns.DUE, FactKind.RENT_DUE_ON, false),
                    new Stating(SignalColumns.POSTED, FactKind.BOARD_NOTICE_POSTED_ON, true),
                    new Stating(SignalColumns.SERVED, FactKind.TENANT_SERVED_ON, true)),
            Optional.of(ThreatReason.RENT_DEBT)),
    /// Underrättelser om störningar (JB 12:25 a).
    DISTURBANCES(
            "disturbances",
            false,
            false,
            List.of(SignalKind.DISTURBANCE),
            List.of(SignalColumns.warned(), SignalColumns.subtenant()),
            List.of(
                    new Stating(SignalColumns.WARNED, FactKind.DISTURBANCE_WARNING_ON, true),
                    new Stating(SignalColumns.SUBTENANT, FactKind.SUBTENANT, false)),
            Optional.of(ThreatReason.DISTURBANCE)),
    /// Kopior av uppsägningar (JB 12:42 fjärde stycket).
    TERMINATIONS(
            "terminations",
            false,
            false,
            List.of(SignalKind.TERMINATION),
            List.of(
                    SignalColumns.terminated(),
                    SignalColumns.warned(),
                    SignalColumns.subtenant(),
                    SignalColumns.reason()),
            List.of(
                    new Stating(SignalColumns.TERMINATED, FactKind.TERMINATED_ON, true),
                    new Stating(SignalColumns.WARNED, FactKind.DISTURBANCE_WARNING_ON, true),
                    new Stating(SignalColumns.SUBTENANT, FactKind.SUBTENANT, false)),
            Optional.of(ThreatReason.DISTURBANCE)),
    /// Kronofogdens underrättelser om dag för avhysning.
    EVICTION_DATES(
            "eviction-dates",
            true,
            true,
            List.of(SignalKind.EVICTION_DATE),
            List.of(
                    required(SignalColumns.eviction()),
                    SignalColumns.landlord(),
                    SignalColumns.verdict(),
                    SignalColumns.amount(),
                    SignalColumns.reason()),
            List.of(
                    new Stating(SignalColumns.EVICTION, FactKind.EVICTION_ON, false),
                    new Stating(SignalColumns.VERDICT, FactKind.VERDICT_ON, true),
                    new Stating(SignalColumns.AMOUNT, FactKind.NOTICE_AMOUNT, false)),
            Optional.empty()),
    /// What has been paid or withdrawn, back from landlords and Kronofogden.
    ENDED(
            "settled",
            true,
            true,
            List.of(SignalKind.SETTLED, SignalKind.WITHDRAWN),
            List.of(
                    required(SignalColumns.status()),
                    SignalColumns.settled(),
                    SignalColumns.landlord()),
            List.of(),
            Optional.empty());

    private final String code;
    private final boolean fromAuthority;
    private final SignalRowReader reader;

    SignalList(
            String code,
            boolean fromAuthority,
            boolean withNumber,
            List<SignalKind> kinds,
            List<Field> own,
            List<Stating> stating,
            Optional<ThreatReason> usualReason) {
        this.code = code;
        this.fromAuthority = fromAuthority;
        var fields = new ArrayList<Field>(SignalColumns.whoAndWhere(withNumber));
        fields.addAll(own);
        fields.add(SignalColumns.reference());
        // A list of what has ended has one date, and that is when it ended.
        SignalColumns.dates().stream()
                .filter(date -> kinds.size() == 1 || !date.code().equals(SignalColumns.ISSUED))
                .forEach(fields::add);
        fields.add(SignalColumns.note());
        this.reader = new SignalRowReader(kinds, List.copyOf(fields), stating, usualReason);
    }

    String code() {
        return code;
    }

    /// Whether Kronofogden sends such lists, beside landlords.
    boolean isFromAuthority() {
        return fromAuthority;
    }

    SignalRowReader reader() {
        return reader;
    }

    String nameKey() {
        return switch (this) {
            case PAYMENT_ORDERS -> "intake.list.paymentOrders";
            case RENT_ARREARS -> "intake.list.rentArrears";
            case DISTURBANCES -> "intake.list.disturbances";
            case TERMINATIONS -> "intake.list.terminations";
            case EVICTION_DATES -> "intake.list.evictionDates";
            case ENDED -> "intake.list.ended";
        };
    }

    String hintKey() {
        return switch (this) {
            case PAYMENT_ORDERS -> "intake.list.paymentOrders.hint";
            case RENT_ARREARS -> "intake.list.rentArrears.hint";
            case DISTURBANCES -> "intake.list.disturbances.hint";
            case TERMINATIONS -> "intake.list.terminations.hint";
            case EVICTION_DATES -> "intake.list.evictionDates.hint";
            case ENDED -> "intake.list.ended.hint";
        };
    }
}
