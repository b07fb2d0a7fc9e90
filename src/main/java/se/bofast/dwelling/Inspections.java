package se.bofast.dwelling;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.dwelling.ApartmentRoom.RoomId;
import se.bofast.dwelling.Inspection.Condition;
import se.bofast.dwelling.Inspection.InspectionId;
import se.bofast.dwelling.Inspection.InspectionKind;
import se.bofast.dwelling.Inspection.Payer;
import se.bofast.dwelling.Inspection.Photo;
import se.bofast.dwelling.Inspection.Remark;
import se.bofast.dwelling.Inspection.Said;
import se.bofast.kernel.Money;
import se.bofast.letter.StoredFile.StoredFileId;

/// Inspections as they stand. The caller has required the action and logs.
@Component
public class Inspections {

    /// One inspection in a list.
    ///
    /// @param open what is to be put right
    public record Line(
            InspectionId id,
            InspectionKind kind,
            LocalDate inspectedOn,
            @Nullable String room,
            boolean signed,
            int remarks,
            int open,
            int photos) {}

    private final JdbcClient db;

    Inspections(JdbcClient db) {
        this.db = db;
    }

    /// The latest first.
    @Transactional(readOnly = true)
    public List<Line> of(ApartmentId apartment) {
        return db.sql(
                        """
                        select i.id, i.kind, i.inspected_on, r.name as room, i.signed_at is not null as signed,
                               (select count(*) from dwelling.inspection_remark m
                                where m.board_id = i.board_id and m.inspection_id = i.id and m.withdrawn_at is null
                                  and m.state <> 'OK') as remarks,
                               (select count(*) from dwelling.inspection_remark m
                                where m.board_id = i.board_id and m.inspection_id = i.id and m.withdrawn_at is null
                                  and m.state in ('DAMAGE', 'ACTION') and m.mended_on is null) as open,
                               (select count(*) from dwelling.inspection_photo p
                                where p.board_id = i.board_id and p.inspection_id = i.id and p.withdrawn_at is null) as photos
                        from dwelling.inspection i
                        left join dwelling.apartment_room r on r.board_id = i.board_id and r.id = i.room_id
                        where i.board_id = framework.board_id() and i.apartment_id = :apartment
                        order by i.inspected_on desc, i.id desc
                        """)
                .param("apartment", apartment.value())
                .query((rs, n) ->
                        new Line(
                                new InspectionId(rs.getObject("id", UUID.class)),
                                InspectionKind.valueOf(rs.getString("kind")),
                                rs.getObject("inspected_on", LocalDate.class),
                                rs.getString("room"),
                                rs.getBoolean("signed"),
                                rs.getInt("remarks"),
                                rs.getInt("open"),
                                rs.getInt("photos")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Inspection> find(ApartmentId apartment, InspectionId id) {
        return db.sql(
                        """
                        select i.id, i.kind, i.inspected_on, i.inspected_by, i.tenant_present, i.landlord_present, i.room_id,
                               r.name as room, i.signed_at, c.display_name as signed_by
                        from dwelling.inspection i
                        left join dwelling.apartment_room r on r.board_id = i.board_id and r.id = i.room_id
                        left join access.v_account c on c.account_id = i.signed_by
                        where i.board_id = framework.board_id() and i.apartment_id = :apartment and i.id = :id
                        """)
                .param("apartment", apartment.value())
                .param("id", id.value())
                .query((rs, n) ->
                        new Inspection(
                                id,
                                apartment,
                                new Inspection.Seen(
                                        InspectionKind.valueOf(rs.getString("kind")),
                                        rs.getObject("inspected_on", LocalDate.class),
                                        rs.getString("inspected_by"),
                                        rs.getBoolean("tenant_present"),
                                        rs.getBoolean("landlord_present"),
                                        room(rs.getObject("room_id", UUID.class))),
                                rs.getString("room"),
                                moment(rs, "signed_at"),
                                rs.getString("signed_by"),
                                remarks(id),
                                photos(id)))
                .optional();
    }

    private List<Remark> remarks(InspectionId id) {
        return db.sql(
                        """
                        select id, part, state, remark, payer, cost_ore, mended_on from dwelling.inspection_remark
                        where board_id = framework.board_id() and inspection_id = :id and withdrawn_at is null
                        order by written_at, id
                        """)
                .param("id", id.value())
                .query((rs, n) -> {
                    var payer = rs.getString("payer");
                    var cost = rs.getObject("cost_ore", Long.class);
                    return new Remark(
                            rs.getObject("id", UUID.class),
                            new Said(
                                    rs.getString("part"),
                                    Condition.valueOf(rs.getString("state")),
                                    rs.getString("remark"),
                                    payer == null ? null : Payer.valueOf(payer),
                                    cost == null ? null : new Money(cost)),
                            rs.getObject("mended_on", LocalDate.class));
                })
                .list();
    }

    private List<Photo> photos(InspectionId id) {
        return db.sql(
                        """
                        select id, part, width, height from dwelling.inspection_photo
                        where board_id = framework.board_id() and inspection_id = :id and withdrawn_at is null
                        order by added_at, id
                        """)
                .param("id", id.value())
                .query((rs, n) ->
                        new Photo(
                                rs.getObject("id", UUID.class),
                                rs.getString("part"),
                                rs.getInt("width"),
                                rs.getInt("height")))
                .list();
    }

    Optional<StoredFileId> file(InspectionId inspection, UUID photo) {
        return db.sql(
                        """
                        select file_id from dwelling.inspection_photo
                        where board_id = framework.board_id() and inspection_id = :inspection and id = :photo
                          and withdrawn_at is null
                        """)
                .param("inspection", inspection.value())
                .param("photo", photo)
                .query((rs, n) -> new StoredFileId(rs.getObject("file_id", UUID.class)))
                .optional();
    }

    private static @Nullable RoomId room(@Nullable UUID id) {
        return id == null ? null : new RoomId(id);
    }

    private static @Nullable Instant moment(ResultSet rs, String column) throws SQLException {
        var at = rs.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
