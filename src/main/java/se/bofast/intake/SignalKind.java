package se.bofast.intake;

import static se.bofast.deadline.FactKind.*;

import java.util.List;
import se.bofast.deadline.FactKind;

/// What a signal is, and which facts of the law it carries.
public enum SignalKind {
    /// Meddelande till socialnämnden om uppsägning på grund av försummad hyra (formulär 3, JB
    /// 12:44).
    RENT_ARREARS(
            List.of(BOARD_NOTICE_POSTED_ON, TENANT_SERVED_ON, RENT_DUE_ON, NOTICE_AMOUNT),
            List.of(BOARD_NOTICE_ARRIVED_ON)),
    /// Underrättelse om störningar i boendet (JB 12:25 a).
    DISTURBANCE(
            List.of(DISTURBANCE_WARNING_ON, SUBTENANT), List.of(DISTURBANCE_NOTICE_RECEIVED_ON)),
    /// Kopia av uppsägning vid särskilt allvarlig störning (JB 12:42 fjärde stycket).
    TERMINATION(
            List.of(TERMINATED_ON, DISTURBANCE_WARNING_ON, SUBTENANT),
            List.of(TERMINATION_COPY_RECEIVED_ON)),
    /// Betalningsföreläggande, ofta med avhysning.
    PAYMENT_ORDER(
            List.of(ORDER_SERVED_ON, ORDER_ANSWER_BY, NOTICE_AMOUNT),
            List.of(ORDER_NOTICE_RECEIVED_ON)),
    /// Kronofogdens underrättelse om dag för avhysning.
    EVICTION_DATE(
            List.of(EVICTION_ON, VERDICT_ON, NOTICE_AMOUNT), List.of(EVICTION_NOTICE_RECEIVED_ON)),
    OWN_OBSERVATION(List.of(), List.of()),
    OWN_CALL(List.of(TENANT_SERVED_ON, NOTICE_AMOUNT), List.of()),
    NEIGHBOUR(List.of(), List.of()),
    /// The debt is paid, says landlord or Kronofogden.
    SETTLED(List.of(RENT_PAID_ON), List.of()),
    /// The claim or the application is withdrawn.
    WITHDRAWN(List.of(WITHDRAWN_ON), List.of());

    private final List<FactKind> asks;
    private final List<FactKind> dated;

    SignalKind(List<FactKind> asks, List<FactKind> dated) {
        this.asks = asks;
        this.dated = dated;
    }

    /// The facts a notice of this kind may state, in the order a form asks.
    public List<FactKind> asks() {
        return asks;
    }

    /// The facts the day of receipt itself makes true.
    public List<FactKind> madeByReceipt() {
        return dated;
    }

    /// True if the signal tells of a threat, false if it tells that one has passed.
    public boolean isThreat() {
        return this != SETTLED && this != WITHDRAWN;
    }

    /// True for the notices the law makes landlords send to the board.
    public boolean isStatutoryNotice() {
        return this == RENT_ARREARS || this == DISTURBANCE || this == TERMINATION;
    }
}
