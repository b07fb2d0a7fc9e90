package se.bofast.exchange;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.PersonId;

/// What was taken out of dossiers. Who calls has required the action and logs.
@Component
class Packages {

    record Content(PackageKind kind, byte[] bytes) {}

    private final JdbcClient db;

    Packages(JdbcClient db) {
        this.db = db;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(UUID id, PersonId person, PackageKind kind, Instant at, byte[] bytes) {
        db.sql(
                        """
                        insert into exchange.package (board_id, area_id, id, person_id, kind, made_at, made_by, sha256, size,
                            content)
                        values (framework.board_id(), (framework.area_ids())[1], :id, :person, :kind, :now,
                            framework.account_id(), :sha256, :size, :content)
                        """)
                .param("id", id)
                .param("person", person.value())
                .param("kind", kind.name())
                .param("now", Timestamp.from(at))
                .param("sha256", sha256(bytes))
                .param("size", bytes.length)
                .param("content", bytes)
                .update();
    }

    /// The newest first.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<MadePackage> of(PersonId person) {
        return db.sql(
                        """
                        select p.id, p.kind, p.made_at, coalesce(a.display_name, '') as made_by, p.sha256, p.size
                        from exchange.package p left join access.v_account a on a.account_id = p.made_by
                        where p.board_id = framework.board_id() and p.person_id = :person
                        order by p.made_at desc, p.id desc
                        """)
                .param("person", person.value())
                .query((rs, n) ->
                        new MadePackage(
                                rs.getObject("id", UUID.class),
                                PackageKind.valueOf(rs.getString("kind")),
                                rs.getTimestamp("made_at").toInstant(),
                                rs.getString("made_by"),
                                rs.getString("sha256"),
                                rs.getInt("size")))
                .list();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Content> content(PersonId person, UUID id) {
        return db.sql(
                        """
                        select kind, content from exchange.package
                        where board_id = framework.board_id() and person_id = :person and id = :id
                        """)
                .param("person", person.value())
                .param("id", id)
                .query((rs, n) ->
                        new Content(
                                PackageKind.valueOf(rs.getString("kind")), rs.getBytes("content")))
                .optional();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
