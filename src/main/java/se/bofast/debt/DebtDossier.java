package se.bofast.debt;

import static se.bofast.audit.DossierField.code;
import static se.bofast.audit.DossierField.day;
import static se.bofast.audit.DossierField.employee;
import static se.bofast.audit.DossierField.landlord;
import static se.bofast.audit.DossierField.moment;
import static se.bofast.audit.DossierField.money;
import static se.bofast.audit.DossierField.number;
import static se.bofast.audit.DossierField.reference;
import static se.bofast.audit.DossierField.text;
import static se.bofast.audit.DossierField.words;
import static se.bofast.audit.DossierField.yesNo;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.audit.DossierPart;
import se.bofast.audit.DossierQuestion;
import se.bofast.audit.DossierRecord;
import se.bofast.audit.RecordKind;

/// What is owed, what was paid, plans, promised rent, and referrals to budget and debt advice.
@Component
public class DebtDossier implements DossierPart {

    public static final List<RecordKind> KINDS =
            List.of(
                    RecordKind.of(
                            "debt",
                            "debt",
                            1,
                            "arisen_on",
                            code("kind", DebtKind.class),
                            landlord("landlord_id"),
                            text("creditor_name"),
                            text("reference"),
                            day("arisen_on"),
                            day("settled_on"),
                            moment("recorded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            text("matter_kind").ofHouse(),
                            reference("matter_id"),
                            reference("person_id")),
                    RecordKind.of(
                            "debt",
                            "amount",
                            1,
                            "as_of_on",
                            day("as_of_on"),
                            money("amount_ore"),
                            code("source", AmountSource.class),
                            words("reason"),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("debt_id")),
                    RecordKind.of(
                            "debt",
                            "debt_withdrawal",
                            1,
                            "withdrawn_at",
                            moment("withdrawn_at"),
                            words("reason"),
                            employee("withdrawn_by"),
                            reference("debt_id")),
                    RecordKind.of(
                            "debt",
                            "payment",
                            1,
                            "paid_on",
                            day("paid_on"),
                            money("amount_ore"),
                            code("payer", Payer.class),
                            moment("recorded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("debt_id")),
                    RecordKind.of(
                            "debt",
                            "payment_withdrawal",
                            1,
                            "withdrawn_at",
                            moment("withdrawn_at"),
                            words("reason"),
                            employee("withdrawn_by"),
                            reference("payment_id")),
                    RecordKind.of(
                            "debt",
                            "plan",
                            1,
                            "agreed_on",
                            day("agreed_on"),
                            money("total_ore"),
                            money("monthly_ore"),
                            day("first_due_on"),
                            day("applied_on"),
                            words("reason"),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            words("ended_reason"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("debt_id")),
                    RecordKind.of(
                            "debt",
                            "instalment",
                            1,
                            "due_on",
                            number("number"),
                            day("due_on"),
                            money("amount_ore"),
                            reference("plan_id")),
                    RecordKind.of(
                            "debt",
                            "promise",
                            1,
                            "month_on",
                            day("month_on"),
                            money("amount_ore"),
                            day("due_on"),
                            day("pay_by_on"),
                            day("paid_on"),
                            landlord("landlord_id"),
                            text("creditor_name"),
                            text("reference"),
                            moment("withdrawn_at"),
                            moment("recorded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            text("matter_kind").ofHouse(),
                            reference("matter_id"),
                            reference("person_id")),
                    RecordKind.of(
                            "debt",
                            "promise_event",
                            1,
                            "recorded_at",
                            code("kind", "PAID", "NOT_PAID", "WITHDRAWN"),
                            day("paid_on"),
                            words("reason"),
                            moment("recorded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("promise_id")),
                    RecordKind.of(
                            "debt",
                            "referral",
                            1,
                            "referred_on",
                            day("referred_on"),
                            yesNo("agreed"),
                            words("note"),
                            employee("adviser_id"),
                            moment("recorded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            text("matter_kind").ofHouse(),
                            reference("matter_id"),
                            reference("person_id")),
                    RecordKind.of(
                            "debt",
                            "referral_fact",
                            1,
                            "fact_on",
                            code("kind", "ANSWER", "OUTCOME"),
                            code(
                                    "code",
                                    "ACCEPTED",
                                    "DECLINED",
                                    "BUDGET_IN_ORDER",
                                    "AGREEMENT_WITH_CREDITOR",
                                    "DEBT_RESTRUCTURING_APPLIED",
                                    "DEBT_RESTRUCTURING_GRANTED",
                                    "DID_NOT_COME",
                                    "ENDED_OTHERWISE"),
                            day("fact_on"),
                            moment("recorded_at"),
                            moment("superseded_at"),
                            employee("recorded_by"),
                            reference("id"),
                            reference("referral_id")));

    private final JdbcClient db;

    DebtDossier(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<RecordKind> kinds() {
        return KINDS;
    }

    @Override
    public List<DossierRecord> records(DossierQuestion about) {
        return about.ask(
                db,
                KINDS,
                """
                select 'debt.debt' as kind, to_jsonb(d)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false)) as fields
                from debt.debt d
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.amount', to_jsonb(a)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.debt d
                join debt.amount a on a.board_id = d.board_id and a.debt_id = d.id
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.debt_withdrawal', to_jsonb(w)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.debt d
                join debt.debt_withdrawal w on w.board_id = d.board_id and w.debt_id = d.id
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.payment', to_jsonb(p)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.debt d
                join debt.payment p on p.board_id = d.board_id and p.debt_id = d.id
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.payment_withdrawal', to_jsonb(w)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.debt d
                join debt.payment p on p.board_id = d.board_id and p.debt_id = d.id
                join debt.payment_withdrawal w on w.board_id = p.board_id and w.payment_id = p.id
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.plan', to_jsonb(p)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.debt d
                join debt.plan p on p.board_id = d.board_id and p.debt_id = d.id
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.instalment', to_jsonb(i)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.debt d
                join debt.plan p on p.board_id = d.board_id and p.debt_id = d.id
                join debt.instalment i on i.board_id = p.board_id and i.plan_id = p.id
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.promise', to_jsonb(d)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.promise d
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.promise_event', to_jsonb(e)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.promise d
                join debt.promise_event e on e.board_id = d.board_id and e.promise_id = d.id
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.referral', to_jsonb(d)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.referral d
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                union all
                select 'debt.referral_fact', to_jsonb(f)
                    || jsonb_build_object('_others', coalesce(d.person_id <> cast(:person as uuid), false))
                from debt.referral d
                join debt.referral_fact f on f.board_id = d.board_id and f.referral_id = d.id
                where d.board_id = framework.board_id() and (d.person_id = :person or d.matter_id = any (:matters))
                """);
    }
}
