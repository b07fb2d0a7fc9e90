package se.bofast.dwelling;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.bofast.dwelling.LandlordContact.ContactId;
import se.bofast.dwelling.LandlordContact.Reached;
import se.bofast.kernel.NewId;
import se.bofast.kernel.NotFound;

/// The table of those one talks to at landlords.
@Repository
class LandlordContacts {

    private final JdbcClient db;
    private final Clock clock;

    LandlordContacts(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Those in use first.
    List<LandlordContact> of(LandlordId landlord) {
        return db.sql(
                        """
                        select id, name, function, phone, email, version, ended_on from dwelling.landlord_contact
                        where board_id = framework.board_id() and landlord_id = :landlord
                        order by ended_on desc nulls first, name, id
                        """)
                .param("landlord", landlord.value())
                .query((rs, n) ->
                        new LandlordContact(
                                new ContactId(rs.getObject("id", UUID.class)),
                                new Reached(
                                        rs.getString("name"),
                                        rs.getString("function"),
                                        rs.getString("phone"),
                                        rs.getString("email")),
                                rs.getInt("version"),
                                rs.getObject("ended_on", LocalDate.class)))
                .list();
    }

    ContactId add(LandlordId landlord, Reached reached) {
        var id = new ContactId(NewId.at(clock));
        var added =
                db.sql(
                                """
                                insert into dwelling.landlord_contact (board_id, area_id, id, landlord_id, name, function,
                                    phone, email, version)
                                select board_id, area_id, :id, id, :name, :function, :phone, :email, 1
                                from dwelling.landlord where board_id = framework.board_id() and id = :landlord
                                """)
                        .param("id", id.value())
                        .param("landlord", landlord.value())
                        .param("name", reached.name())
                        .param("function", reached.function())
                        .param("phone", reached.phone())
                        .param("email", reached.email())
                        .update();
        if (added == 0) {
            throw new NotFound();
        }
        return id;
    }

    /// False if somebody changed the contact since that version, or ended it.
    boolean change(LandlordId landlord, ContactId contact, int seen, Reached reached) {
        return db.sql(
                                """
                                update dwelling.landlord_contact
                                set name = :name, function = :function, phone = :phone, email = :email,
                                    version = version + 1
                                where board_id = framework.board_id() and landlord_id = :landlord and id = :id
                                  and version = :seen and ended_on is null
                                """)
                        .param("name", reached.name())
                        .param("function", reached.function())
                        .param("phone", reached.phone())
                        .param("email", reached.email())
                        .param("landlord", landlord.value())
                        .param("id", contact.value())
                        .param("seen", seen)
                        .update()
                > 0;
    }

    /// False if there is no such contact in use.
    boolean end(LandlordId landlord, ContactId contact, LocalDate on) {
        return db.sql(
                                """
                                update dwelling.landlord_contact set ended_on = :on, version = version + 1
                                where board_id = framework.board_id() and landlord_id = :landlord and id = :id
                                  and ended_on is null
                                """)
                        .param("on", on)
                        .param("landlord", landlord.value())
                        .param("id", contact.value())
                        .update()
                > 0;
    }

    /// Takes an ended contact into use again; false if there is none such.
    boolean resume(LandlordId landlord, ContactId contact) {
        return db.sql(
                                """
                                update dwelling.landlord_contact set ended_on = null, version = version + 1
                                where board_id = framework.board_id() and landlord_id = :landlord and id = :id
                                  and ended_on is not null
                                """)
                        .param("landlord", landlord.value())
                        .param("id", contact.value())
                        .update()
                > 0;
    }
}
