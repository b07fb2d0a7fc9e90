package se.bofast.support;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.bofast.database.Reach;
import se.bofast.kernel.AreaId;
import se.bofast.kernel.BoardId;
import se.bofast.letter.LetterCode;

/// From a code to what the database holds, and from a typed code to the board that gave it.
@Component
class Codes {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    /// Where a live code belongs.
    record Found(Reach reach, String hash) {}

    private final JdbcClient db;
    private final Clock clock;

    Codes(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// The secret of the caller's board and area, made when it is first needed.
    SecretKey key() {
        var secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        db.sql(
                        """
                        insert into support.code_key (board_id, area_id, secret, recorded_at)
                        values (framework.board_id(), (framework.area_ids())[1], :secret, :now)
                        on conflict do nothing
                        """)
                .param("secret", secret)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return db.sql(
                        """
                        select secret from support.code_key
                        where board_id = framework.board_id() and area_id = (framework.area_ids())[1]
                        """)
                .query((rs, n) -> key(rs.getBytes("secret")))
                .single();
    }

    /// Finds who gave the code. A code that never was, one that is over and something that is no
    /// code take the same work and give the same answer.
    Optional<Found> find(String typed) {
        var code = LetterCode.read(typed).orElseGet(LetterCode::random);
        var hashes =
                db
                        .sql("select secret from support.code_keys()")
                        .query((rs, n) -> code.hash(key(rs.getBytes("secret"))))
                        .list()
                        .stream()
                        .toArray(String[]::new);
        return db.sql(
                        "select board_id, area_id, code_hash from support.board_with_code(:hashes, :now)")
                .param("hashes", hashes)
                .param("now", Timestamp.from(clock.instant()))
                .query((rs, n) ->
                        new Found(
                                Reach.ofHouse(
                                        new BoardId(rs.getObject("board_id", UUID.class)),
                                        new AreaId(rs.getObject("area_id", UUID.class))),
                                rs.getString("code_hash")))
                .optional();
    }

    private static SecretKey key(byte[] secret) {
        return new SecretKeySpec(secret, "HmacSHA256");
    }
}
