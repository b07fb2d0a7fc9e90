package se.bofast.access;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.github.bucket4j.postgresql.PostgreSQLSelectForUpdateBasedProxyManager;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;

/// Counts how fast someone knocks. In the database, since there may be several instances; without
/// address or log-in name, since nobody needs to know who has a letter or mistyped a name.
@Component
public class Paces {

    /// Whom a pace is counted for.
    public record Whom(String kind, String key) {

        /// @param address as the connection shows it; of IPv6 the first 64 bits are the household
        public static Whom address(String address) {
            return new Whom("address", household(address));
        }

        public static Whom account(EmployeeId id) {
            return new Whom("account", id.toString());
        }

        /// @param login as typed, whether there is such an account or not
        public static Whom login(String login) {
            return new Whom("login", login.strip().toLowerCase(Locale.ROOT));
        }
    }

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int SECRET_BYTES = 32;

    /// Once in so many knocks what is over is swept away.
    private static final int SWEEP = 200;

    private static final int SWEPT = 1_000;

    private final JdbcClient db;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;
    private final boolean running;
    private final PostgreSQLSelectForUpdateBasedProxyManager<String> buckets;

    /// @param running false where one program alone measures the house
    Paces(
            JdbcClient db,
            DataSource dataSource,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${bofast.paces.running:true}") boolean running) {
        this.db = db;
        this.clock = clock;
        this.running = running;
        ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        buckets =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("framework.pace")
                        .expiresAtColumn("ends")
                        .expirationAfterWrite(
                                ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(
                                        Duration.ofMinutes(1)))
                        .clientClock(houseTime(clock))
                        .build();
    }

    private static TimeMeter houseTime(Clock clock) {
        return new TimeMeter() {
            @Override
            public long currentTimeNanos() {
                return TimeUnit.MILLISECONDS.toNanos(clock.millis());
            }

            @Override
            public boolean isWallClockBased() {
                return true;
            }
        };
    }

    /// Counts one knock, whatever becomes of the caller's transaction.
    ///
    /// @return how long to wait, if this one was too many
    public Optional<Duration> wait(Pace pace, Whom whom) {
        if (!running) {
            return Optional.empty();
        }
        if (ThreadLocalRandom.current().nextInt(SWEEP) == 0) {
            sweep();
        }
        var probe = bucket(pace, whom).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    /// Gives a knock back that did no harm.
    public void giveBack(Pace pace, Whom whom) {
        if (running) {
            bucket(pace, whom).addTokens(1);
        }
    }

    private Bucket bucket(Pace pace, Whom whom) {
        return buckets.getProxy(
                pace.name() + "." + hash(whom),
                () ->
                        BucketConfiguration.builder()
                                .addLimit(
                                        Bandwidth.builder()
                                                .capacity(pace.most)
                                                .refillGreedy(pace.most, pace.over)
                                                .build())
                                .build());
    }

    /// Takes away what is full again, and yesterday's secrets.
    void sweep() {
        buckets.removeExpired(SWEPT);
        ownTransaction.executeWithoutResult(status ->
                db.sql("delete from access.pace_secret where day_on < :day")
                        .param("day", HouseClock.today(clock).minusDays(1))
                        .update());
    }

    private String hash(Whom whom) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret(), "HmacSHA256"));
            var text = whom.kind() + " " + whom.key();
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] secret() {
        var today = HouseClock.today(clock);
        var secret =
                ownTransaction.execute(status -> {
                    var known =
                            db.sql("select secret from access.pace_secret where day_on = :day")
                                    .param("day", today)
                                    .query((rs, n) -> rs.getBytes("secret"))
                                    .optional();
                    return known.orElseGet(() -> newSecret(today));
                });
        if (secret == null) {
            throw new IllegalStateException("no secret of the day");
        }
        return secret;
    }

    private byte[] newSecret(java.time.LocalDate today) {
        var fresh = new byte[SECRET_BYTES];
        RANDOM.nextBytes(fresh);
        db.sql(
                        """
                        insert into access.pace_secret (day_on, secret) values (:day, :secret)
                        on conflict do nothing
                        """)
                .param("day", today)
                .param("secret", fresh)
                .update();
        return db.sql("select secret from access.pace_secret where day_on = :day")
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
            var bytes = InetAddress.ofLiteral(address.replaceFirst("%.*", "")).getAddress();
            return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
