package se.bofast.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.database.Reach;

/// What was searched for, as the log may hold it: a keyed hash, the same for the same words in one
/// board and of no use outside it. Whoever reviews can ask who has searched for a number; the log
/// itself never says it (docs/decisions/0200).
@Component
public class SearchTerms {

    /// The kind of subject such a hash is.
    public static final String KIND = "search-term";

    private static final int SECRET_BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;

    SearchTerms(JdbcClient db) {
        this.db = db;
    }

    /// @param of what it is: NUMBER or NAME, so that they never meet
    /// @param term evened out by the caller, so that two ways to write it are one
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID hash(Enum<?> of, String term) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            var hash =
                    ByteBuffer.wrap(
                            mac.doFinal((of.name() + "|" + term).getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong(), hash.getLong());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }

    private byte[] secret() {
        var area = Reach.current().homeArea().value();
        return db.sql(
                        """
                        select secret from audit.term_secret
                        where board_id = framework.board_id() and area_id = :area
                        """)
                .param("area", area)
                .query((rs, n) -> rs.getBytes("secret"))
                .optional()
                .orElseGet(() -> made(area));
    }

    private byte[] made(UUID area) {
        var fresh = new byte[SECRET_BYTES];
        RANDOM.nextBytes(fresh);
        db.sql(
                        """
                        insert into audit.term_secret (board_id, area_id, secret)
                        values (framework.board_id(), :area, :secret)
                        on conflict do nothing
                        """)
                .param("area", area)
                .param("secret", fresh)
                .update();
        return db.sql(
                        """
                        select secret from audit.term_secret
                        where board_id = framework.board_id() and area_id = :area
                        """)
                .param("area", area)
                .query((rs, n) -> rs.getBytes("secret"))
                .single();
    }
}
