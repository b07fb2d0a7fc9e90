package se.bofast.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.bofast.HouseTest;
import se.bofast.access.Paces.Whom;
import se.bofast.kernel.EmployeeId;
import se.bofast.kernel.HouseClock;

@HouseTest
class PacesTest {

    private static final Instant NOON = Instant.parse("2026-11-03T11:00:00Z");

    private final Paces paces;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    PacesTest(Paces paces, JdbcClient db, TransactionTemplate transaction) {
        this.paces = paces;
        this.db = db;
        this.transaction = transaction;
    }

    private static Whom someone() {
        return Whom.account(new EmployeeId(UUID.randomUUID()));
    }

    private boolean may(Pace pace, Whom whom, Instant at) {
        return HouseClock.<Boolean, RuntimeException>at(at, () -> paces.wait(pace, whom).isEmpty());
    }

    @Test
    void so_many_at_once_and_then_as_fast_as_they_are_given_back() {
        var whom = someone();
        for (var n = 0; n < Pace.SEARCH.most(); n++) {
            assertThat(may(Pace.SEARCH, whom, NOON)).isTrue();
        }
        Duration wait =
                HouseClock.<Duration, RuntimeException>at(
                        NOON, () -> paces.wait(Pace.SEARCH, whom).orElseThrow());
        assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofSeconds(1));
        assertThat(may(Pace.SEARCH, whom, NOON.plus(wait).plusMillis(1))).isTrue();
        assertThat(may(Pace.SEARCH, whom, NOON.plus(wait).plusMillis(1))).isFalse();
        assertThat(may(Pace.SEARCH, whom, NOON.plusSeconds(120))).isTrue();
    }

    @Test
    void one_does_not_wait_for_another_nor_one_kind_for_another() {
        var whom = someone();
        for (var n = 0; n <= Pace.LOG_IN_ACCOUNT.most(); n++) {
            may(Pace.LOG_IN_ACCOUNT, whom, NOON);
        }
        assertThat(may(Pace.LOG_IN_ACCOUNT, whom, NOON)).isFalse();
        assertThat(may(Pace.LOG_IN_ACCOUNT, someone(), NOON)).isTrue();
        assertThat(may(Pace.UPLOAD, whom, NOON)).isTrue();
    }

    @Test
    void what_is_given_back_may_be_used_again() {
        var whom = someone();
        for (var n = 0; n < 3 * Pace.LOG_IN_ACCOUNT.most(); n++) {
            assertThat(may(Pace.LOG_IN_ACCOUNT, whom, NOON)).isTrue();
            HouseClock.<Boolean, RuntimeException>at(
                    NOON,
                    () -> {
                        paces.giveBack(Pace.LOG_IN_ACCOUNT, whom);
                        return true;
                    });
        }
    }

    /// A knock counts even where the work it was for is rolled back.
    @Test
    void counts_whatever_becomes_of_the_work() {
        var whom = someone();
        for (var n = 0; n < Pace.LOG_IN_ACCOUNT.most(); n++) {
            transaction.executeWithoutResult(status -> {
                assertThat(may(Pace.LOG_IN_ACCOUNT, whom, NOON)).isTrue();
                status.setRollbackOnly();
            });
        }
        assertThat(may(Pace.LOG_IN_ACCOUNT, whom, NOON)).isFalse();
    }

    @Test
    void lets_no_more_through_when_all_knock_at_once() throws Exception {
        var whom = someone();
        var through = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var n = 0; n < 3 * Pace.LOG_IN_ACCOUNT.most(); n++) {
                threads.submit(() -> {
                    if (may(Pace.LOG_IN_ACCOUNT, whom, NOON)) {
                        through.incrementAndGet();
                    }
                });
            }
        }
        assertThat(through.get()).isEqualTo(Pace.LOG_IN_ACCOUNT.most());
    }

    @Test
    void keeps_neither_address_nor_name() {
        may(Pace.CODE, Whom.address("203.0.113.77"), NOON);
        may(Pace.LOG_IN_ACCOUNT, Whom.login("kim.exempel"), NOON);
        assertThat(
                        db.sql("select id from framework.pace").query(String.class).list().stream()
                                .filter(id -> id.contains("203.0") || id.contains("kim")))
                .isEmpty();
        assertThat(Whom.login(" Kim.Exempel ")).isEqualTo(Whom.login("kim.exempel"));
    }

    @Test
    void sweeps_away_what_is_full_again_and_old_secrets() {
        var old = Instant.parse("2020-02-01T11:00:00Z");
        may(Pace.SEARCH, someone(), old);
        HouseClock.<Boolean, RuntimeException>at(
                old.plus(Duration.ofDays(3)),
                () -> {
                    paces.sweep();
                    return true;
                });
        assertThat(
                        db.sql("select count(*) from framework.pace where ends < :day")
                                .param("day", Instant.parse("2020-03-01T00:00:00Z").toEpochMilli())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(
                        db.sql(
                                        "select count(*) from access.pace_secret where day_on = date '2020-02-01'")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    @Test
    void an_address_of_six_is_counted_by_household() {
        assertThat(Paces.household("2001:db8:1:2::17"))
                .isEqualTo(Paces.household("2001:db8:1:2:ffff::1"))
                .isNotEqualTo(Paces.household("2001:db8:1:3::17"));
        assertThat(Paces.household("192.0.2.1")).isEqualTo("192.0.2.1");
    }
}
