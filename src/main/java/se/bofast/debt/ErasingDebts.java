package se.bofast.debt;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.audit.Retained;

/// Debts with their amounts, payments and plans, promised rent, and referrals.
@Component
class ErasingDebts implements Retained {

    @Override
    public Storey storey() {
        return Storey.DEBTS;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from debt.referral_fact t
                        where t.board_id = framework.board_id() and t.referral_id in (
                            select t.id from debt.referral t
                            where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from debt.promise_event t
                        where t.board_id = framework.board_id() and t.promise_id in (
                            select t.id from debt.promise t
                            where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from debt.referral t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases))
                        """),
                Kept.of(
                        """
                        delete from debt.promise t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases))
                        """),
                Kept.of(
                        """
                        delete from debt.instalment t
                        where t.board_id = framework.board_id() and t.plan_id in (
                            select p.id from debt.plan p
                            join debt.debt t on t.board_id = p.board_id and t.id = p.debt_id
                            where p.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from debt.plan t
                        where t.board_id = framework.board_id() and t.debt_id in (
                            select t.id from debt.debt t
                            where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from debt.payment_withdrawal t
                        where t.board_id = framework.board_id() and t.payment_id in (
                            select p.id from debt.payment p
                            join debt.debt t on t.board_id = p.board_id and t.id = p.debt_id
                            where p.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from debt.payment t
                        where t.board_id = framework.board_id() and t.debt_id in (
                            select t.id from debt.debt t
                            where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from debt.amount t
                        where t.board_id = framework.board_id() and t.debt_id in (
                            select t.id from debt.debt t
                            where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from debt.debt_withdrawal t
                        where t.board_id = framework.board_id() and t.debt_id in (
                            select t.id from debt.debt t
                            where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases)))
                        """),
                Kept.of(
                        """
                        delete from debt.debt t
                        where t.board_id = framework.board_id() and (t.person_id = any (:persons) or t.matter_id = any (:cases))
                        """));
    }
}
