package se.bofast.support;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.kernel.HouseClock;

/// Counts how often an address has knocked this hour. In a table, since there may be several
/// instances; without the address, since nobody needs to know who has a letter.
@Component
class DoorCounter {

    /// So many codes may be tried from one address in an hour. A library or a phone network is one
    /// address for many, and 61 random bits are not guessed at this pace in a thousand years.
    static final int PER_HOUR = 60;

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    private final JdbcClient db;
    private final Clock clock;

    DoorCounter(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Counts one knock.
    ///
    /// @param address as the connection shows it; of IPv6 the first 64 bits are the household
    /// @return true if the address may still try
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean mayTry(String address) {
        var now = clock.instant();
        var hour = now.truncatedTo(ChronoUnit.HOURS);
        var attempts =
                db.sql(
                                """
                                insert into support.door_attempt (address_hash, hour_at, attempts)
                                values (:address, :hour, 1)
                                on conflict (address_hash, hour_at)
                                do update set attempts = door_attempt.attempts + 1
                                returning attempts
                                """)
                        .param("address", hash(address, HouseClock.today(clock)))
                        .param("hour", Timestamp.from(hour))
                        .query(Integer.class)
                        .single();
        if (attempts == 1) {
            forget(hour.minus(1, ChronoUnit.HOURS), HouseClock.today(clock).minusDays(1));
        }
        return attempts <= PER_HOUR;
    }

    private void forget(java.time.Instant hour, LocalDate day) {
        db.sql("delete from support.door_attempt where hour_at < :hour")
                .param("hour", Timestamp.from(hour))
                .update();
        db.sql("delete from support.door_secret where day_on < :day").param("day", day).update();
    }

    private String hash(String address, LocalDate today) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(today), "HmacSHA256"));
            return HexFormat.of()
                    .formatHex(mac.doFinal(household(address).getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] secret(LocalDate today) {
        var fresh = new byte[SECRET_BYTES];
        RANDOM.nextBytes(fresh);
        db.sql(
                        """
                        insert into support.door_secret (day_on, secret) values (:day, :secret)
                        on conflict do nothing
                        """)
                .param("day", today)
                .param("secret", fresh)
                .update();
        return db.sql("select secret from support.door_secret where day_on = :day")
                .param("day", today)
                .query((rs, n) -> rs.getBytes("secret"))
                .single();
    }

    static String household(String address) {
        if (!address.contains(":")) {
            return address;
        }
        try {
            // A literal address is read, no name is looked up.
            var bytes =
                    java.net.InetAddress.ofLiteral(address.replaceFirst("%.*", "")).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
