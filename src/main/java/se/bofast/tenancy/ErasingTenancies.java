package se.bofast.tenancy;

import java.util.List;
import org.springframework.stereotype.Component;
import se.bofast.audit.Retained;

/// What people rented, owed and waited for. What is said of a lease goes with the last of those who
/// rented; that a lease there was stays, without a word of whose or when.
@Component
class ErasingTenancies implements Retained {

    @Override
    public Storey storey() {
        return Storey.SUPPORT;
    }

    @Override
    public List<Kept> tables() {
        return List.of(
                Kept.of(
                        """
                        delete from tenancy.referral_event t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from tenancy.offer t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from tenancy.referral_fact t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from tenancy.referral t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from tenancy.home_search_step t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from tenancy.home_search t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """),
                Kept.of(
                        """
                        delete from tenancy.entry t
                        where t.board_id = framework.board_id() and t.lease_id in (
                            select p.lease_id from tenancy.lease_party p
                            where p.board_id = framework.board_id()
                            group by p.lease_id having bool_and(p.person_id = any (:persons)))
                        """),
                Kept.of(
                        """
                        delete from tenancy.rent t
                        where t.board_id = framework.board_id() and t.lease_id in (
                            select p.lease_id from tenancy.lease_party p
                            where p.board_id = framework.board_id()
                            group by p.lease_id having bool_and(p.person_id = any (:persons)))
                        """),
                Kept.of(
                        """
                        delete from tenancy.lease_fact t
                        where t.board_id = framework.board_id() and t.lease_id in (
                            select p.lease_id from tenancy.lease_party p
                            where p.board_id = framework.board_id()
                            group by p.lease_id having bool_and(p.person_id = any (:persons)))
                        """),
                Kept.of(
                        """
                        delete from tenancy.lease_party t
                        where t.board_id = framework.board_id() and t.person_id = any (:persons)
                        """));
    }
}
