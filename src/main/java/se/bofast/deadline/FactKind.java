package se.bofast.deadline;

import static se.bofast.deadline.FactKind.Type.CODE;
import static se.bofast.deadline.FactKind.Type.DATE;
import static se.bofast.deadline.FactKind.Type.MONEY;
import static se.bofast.deadline.FactKind.Type.NUMBER;
import static se.bofast.deadline.FactKind.Type.YES_NO;

/// Everything the rules ask about a threatened home.
///
/// Days may be known several times over (two services, two notices); the other types have one
/// value.
public enum FactKind {
    // Rent
    /// First day of the month the rent is for.
    RENT_MONTH(DATE),
    /// Is it the first month of the tenancy?
    FIRST_RENT_MONTH(YES_NO),
    /// Due day (förfallodag) on the rent notice or in the contract.
    RENT_DUE_ON(DATE),
    /// All rent the landlord's notice names was paid: the day the bank took the payment order.
    RENT_PAID_ON(DATE),
    /// The rent was deposited with the county administrative board (länsstyrelsen, JB 12:21).
    RENT_DEPOSITED_ON(DATE),
    /// Months with late rent in the last twelve.
    LATE_MONTHS_IN_YEAR(NUMBER),
    /// The landlord warned that the lease may be terminated if rent comes late again.
    LATE_RENT_WARNED_ON(DATE),

    // Termination for unpaid rent and the way back
    /// Notice of termination (uppsägning) served on the tenant.
    TERMINATED_ON(DATE),
    /// The tenant served with the information on how to win the tenancy back (underrättelse, 44 §).
    TENANT_SERVED_ON(DATE),
    /// The landlord's notice to the board (meddelande, 44 §): the day it was posted.
    BOARD_NOTICE_POSTED_ON(DATE),
    /// The landlord's notice to the board: the day it arrived.
    BOARD_NOTICE_ARRIVED_ON(DATE),
    /// Was the notice to the board a registered letter (rekommenderat brev)?
    BOARD_NOTICE_REGISTERED_MAIL(YES_NO),
    /// Must the tenant move within a month of the forfeiture anyway?
    MUST_MOVE_WITHIN_MONTH(YES_NO),
    /// The sum the landlord's notice asks for.
    NOTICE_AMOUNT(MONEY),
    /// The rent debt according to contract and payments.
    CONTRACT_DEBT(MONEY),
    /// Illness or a like unforeseen hindrance to paying was noted.
    ILLNESS_NOTED_ON(DATE),
    /// The board's written undertaking to pay (åtagande) was sent to the landlord.
    UNDERTAKING_SENT_ON(DATE),
    /// The board decided not to undertake the rent.
    UNDERTAKING_DECLINED_ON(DATE),
    /// The landlord withdrew the claim or the application.
    WITHDRAWN_ON(DATE),

    // Disturbance
    /// The landlord's notice of disturbance (25 a §) reached the board.
    DISTURBANCE_NOTICE_RECEIVED_ON(DATE),
    /// The landlord told the tenant to stop.
    DISTURBANCE_WARNING_ON(DATE),
    /// The tenant was given notice of termination for disturbance.
    DISTURBANCE_TERMINATED_ON(DATE),
    /// Copy of a termination for particularly serious disturbance reached the board.
    TERMINATION_COPY_RECEIVED_ON(DATE),
    /// Is it a sub-tenant, let in with consent or permission, who disturbs?
    SUBTENANT(YES_NO),
    /// Someone from the board spoke with the tenant.
    CONTACT_MADE_ON(DATE),
    /// The board's own routine: days to contact after a notice of disturbance.
    CONTACT_WITHIN_DAYS(NUMBER),

    // The payment order and the enforcement authority (Kronofogden)
    /// The board learned of a payment order (betalningsföreläggande) with eviction.
    ORDER_NOTICE_RECEIVED_ON(DATE),
    /// The tenant was served with the order.
    ORDER_SERVED_ON(DATE),
    /// Last day to answer, as the order says.
    ORDER_ANSWER_BY(DATE),
    /// The tenant contested the order (bestridande), in writing.
    ORDER_CONTESTED_ON(DATE),
    /// Kronofogden sent word of the contest to the landlord.
    CONTEST_SENT_ON(DATE),
    /// The landlord asked for the case to go to the district court.
    TRANSFER_REQUESTED_ON(DATE),
    /// Kronofogden's verdict (utslag).
    VERDICT_ON(DATE),
    /// The tenant asked for the verdict to be reopened (återvinning av utslag).
    REOPENING_APPLIED_ON(DATE),
    /// Application for eviction, where it is a separate one.
    EVICTION_APPLIED_ON(DATE),
    /// The documents needed for the eviction reached Kronofogden.
    ENFORCEMENT_DOCUMENTS_ON(DATE),
    /// The tenant was given the chance to comment on the eviction.
    RESPONDENT_HEARD_ON(DATE),
    /// Does the tenant live abroad?
    RESPONDENT_ABROAD(YES_NO),
    /// Kronofogden sent word of the eviction to the tenant abroad.
    RESPONDENT_NOTICE_SENT_ON(DATE),
    /// The landlord granted respite from the eviction (uppskov).
    RESPITE_BY_LANDLORD_ON(DATE),
    /// Kronofogden's word of the eviction's day and time reached the board.
    EVICTION_NOTICE_RECEIVED_ON(DATE),
    /// The board confirmed it to Kronofogden.
    EVICTION_CONFIRMED_ON(DATE),
    /// A copy of the confirmation was sent to the person.
    CONFIRMATION_COPIED_ON(DATE),
    /// The day set for the eviction.
    EVICTION_ON(DATE),
    /// The eviction was called off.
    EVICTION_CANCELLED_ON(DATE),
    /// The eviction was carried out.
    EVICTION_EXECUTED_ON(DATE),
    /// The belongings were collected from storage.
    GOODS_COLLECTED_ON(DATE),
    /// How the threat ended; the codes are the case's own.
    OUTCOME(CODE),
    /// The outcome was recorded.
    OUTCOME_RECORDED_ON(DATE),

    // The board's own handling
    /// Any notice of a threatened home reached the board.
    NOTICE_RECEIVED_ON(DATE),
    /// It was decided, with a reason, to open an inquiry or not.
    INQUIRY_DECIDED_ON(DATE),
    /// The board's own routine: days to that decision.
    INQUIRY_DECISION_WITHIN_DAYS(NUMBER),
    /// Does a child live in the home, always or at times?
    CHILD_IN_HOUSEHOLD(YES_NO),
    /// How the child lives there: `PERMANENT`, `ALTERNATING`, `VISITING`.
    CHILD_RESIDENCE(CODE),
    /// It was weighed whether there is reason to report concern for the child.
    CHILD_CONCERN_WEIGHED_ON(DATE),
    /// A report of concern (orosanmälan) reached the board.
    CHILD_CONCERN_REPORTED_ON(DATE),
    /// The immediate protection assessment (omedelbar skyddsbedömning) was documented.
    CHILD_PROTECTION_ASSESSED_ON(DATE),
    /// It was decided to open a child inquiry or not.
    CHILD_INQUIRY_DECIDED_ON(DATE),
    /// A child inquiry was opened.
    CHILD_INQUIRY_OPENED_ON(DATE),
    /// The inquiry was extended to this day, for special reasons.
    CHILD_INQUIRY_EXTENDED_TO(DATE),
    /// The child inquiry was finished.
    CHILD_INQUIRY_FINISHED_ON(DATE),
    /// A decision in the person's favour was made.
    DECISION_GRANTED_ON(DATE),
    /// The decision was carried out.
    DECISION_EXECUTED_ON(DATE),
    /// The help was interrupted.
    DECISION_INTERRUPTED_ON(DATE),
    /// The help started again after the interruption.
    DECISION_RESUMED_ON(DATE),
    /// The delay was reported to the inspectorate (IVO) and the auditors.
    NON_EXECUTION_REPORTED_ON(DATE),
    /// The person received a decision that can be appealed.
    DECISION_RECEIVED_ON(DATE),
    /// The person appealed.
    APPEALED_ON(DATE),
    /// Due day of rent the board promised to pay.
    RENT_PROMISED_DUE_ON(DATE),
    /// The board paid rent it had promised.
    RENT_PROMISED_PAID_ON(DATE),

    // Sublets and supported tenancies
    /// The sublet began.
    SUBLET_STARTED_ON(DATE),
    /// The sublet ended.
    SUBLET_ENDED_ON(DATE),
    /// How many flats the lessor rents together with this one, itself included, to sublet them.
    FLATS_RENTED_TOGETHER(NUMBER),
    /// Is there a valid waiver of security of tenure (avstående från besittningsskydd)?
    WAIVER_APPROVED(YES_NO),
    /// It was decided what happens before the sub-tenant wins security of tenure.
    SUBLET_REVIEWED_ON(DATE),
    /// Is it the municipality that sublets?
    LESSOR_IS_MUNICIPALITY(YES_NO),
    /// The landlord was told of the sublet.
    LANDLORD_TOLD_OF_SUBLET_ON(DATE),
    /// Is it a Housing First tenancy or a trial apartment (försökslägenhet)?
    SUPPORTED_TENANCY(YES_NO),
    /// The takeover of the lease was considered.
    TAKEOVER_CHECKED_ON(DATE),
    /// Is all rent paid?
    RENT_UP_TO_DATE(YES_NO),
    /// A complaint about the tenant was verified.
    COMPLAINT_VERIFIED_ON(DATE),
    /// The debts are being handled.
    DEBT_PLAN_STARTED_ON(DATE),
    /// The weekly visit in the home was held.
    VISIT_HELD_ON(DATE),
    /// Clients of the case manager.
    CASELOAD(NUMBER),

    // Notice of a lease
    /// Notice was given that the lease is to end (uppsägning), by whomever.
    LEASE_NOTICE_GIVEN_ON(DATE),
    /// Was it the tenant, or the tenant's estate, that gave notice?
    LEASE_NOTICE_BY_TENANT(YES_NO),
    /// Months of notice that were agreed on.
    LEASE_NOTICE_MONTHS(NUMBER),
    /// Last day of a lease for a fixed time.
    LEASE_FIXED_UNTIL(DATE),
    /// The tenant died.
    TENANT_DIED_ON(DATE);

    /// What a fact of the kind holds.
    public enum Type {
        DATE,
        MONEY,
        YES_NO,
        NUMBER,
        CODE
    }

    private final Type type;

    FactKind(Type type) {
        this.type = type;
    }

    public Type type() {
        return type;
    }
}
