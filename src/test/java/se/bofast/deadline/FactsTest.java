package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.bofast.deadline.FactKind.BOARD_NOTICE_REGISTERED_MAIL;
import static se.bofast.deadline.FactKind.LATE_MONTHS_IN_YEAR;
import static se.bofast.deadline.FactKind.NOTICE_AMOUNT;
import static se.bofast.deadline.FactKind.OUTCOME;
import static se.bofast.deadline.FactKind.RENT_DUE_ON;
import static se.bofast.deadline.FactKind.RENT_PAID_ON;
import static se.bofast.deadline.FactKind.TENANT_SERVED_ON;
import static se.bofast.deadline.Given.day;
import static se.bofast.deadline.Given.no;
import static se.bofast.deadline.Given.on;
import static se.bofast.deadline.Given.yes;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.Test;
import se.bofast.kernel.Money;

/// [impl->req~deadline.facts~1]
class FactsTest {

    @Test
    void a_day_may_be_known_several_times_and_is_kept_in_order() {
        var facts =
                Facts.of(
                        on(TENANT_SERVED_ON, "2026-03-09"),
                        on(TENANT_SERVED_ON, "2026-03-02"),
                        on(TENANT_SERVED_ON, "2026-03-02"));

        assertThat(facts.days(TENANT_SERVED_ON))
                .containsExactly(day("2026-03-02"), day("2026-03-09"));
        assertThat(facts.earliest(TENANT_SERVED_ON)).isEqualTo(day("2026-03-02"));
        assertThat(facts.latest(TENANT_SERVED_ON)).isEqualTo(day("2026-03-09"));
        assertThat(facts.firstOnOrAfter(TENANT_SERVED_ON, day("2026-03-03")))
                .isEqualTo(day("2026-03-09"));
        assertThat(facts.firstOnOrAfter(TENANT_SERVED_ON, day("2026-03-10"))).isNull();
    }

    @Test
    void two_different_answers_to_one_question_are_refused() {
        assertThatThrownBy(() ->
                        Facts.of(
                                yes(BOARD_NOTICE_REGISTERED_MAIL),
                                no(BOARD_NOTICE_REGISTERED_MAIL)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(
                        Facts.of(yes(BOARD_NOTICE_REGISTERED_MAIL))
                                .with(no(BOARD_NOTICE_REGISTERED_MAIL))
                                .isNo(BOARD_NOTICE_REGISTERED_MAIL))
                .isTrue();
    }

    @Test
    void an_unknown_answer_is_neither_yes_nor_no() {
        assertThat(Facts.none().isYes(BOARD_NOTICE_REGISTERED_MAIL)).isFalse();
        assertThat(Facts.none().isNo(BOARD_NOTICE_REGISTERED_MAIL)).isFalse();
        assertThat(Facts.none().amount(NOTICE_AMOUNT)).isNull();
        assertThat(Facts.none().earliest(TENANT_SERVED_ON)).isNull();
    }

    @Test
    void a_fact_of_the_wrong_type_or_outside_the_years_is_refused() {
        assertThatThrownBy(() -> Fact.yesNo(TENANT_SERVED_ON, true))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> on(NOTICE_AMOUNT, "2026-03-02"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> on(TENANT_SERVED_ON, "0202-03-02"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> on(TENANT_SERVED_ON, "2100-01-01"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fact.number(LATE_MONTHS_IN_YEAR, -1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fact.code(OUTCOME, "paid by tenant"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void every_type_is_read_back_from_its_text() {
        for (var fact :
                List.of(
                        on(TENANT_SERVED_ON, "2026-03-02"),
                        Fact.amount(NOTICE_AMOUNT, new Money(1_432_050)),
                        yes(BOARD_NOTICE_REGISTERED_MAIL),
                        no(BOARD_NOTICE_REGISTERED_MAIL),
                        Fact.number(LATE_MONTHS_IN_YEAR, 3),
                        Fact.code(OUTCOME, "EVICTED"))) {
            assertThat(Fact.read(fact.kind(), fact.text())).isEqualTo(fact);
        }
        assertThatThrownBy(() -> Fact.read(BOARD_NOTICE_REGISTERED_MAIL, "ja"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Fact.read(TENANT_SERVED_ON, "2 mars"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_order_of_the_facts_means_nothing() {
        var one = Facts.of(on(RENT_DUE_ON, "2026-03-31"), on(RENT_PAID_ON, "2026-04-02"));
        var other = Facts.of(on(RENT_PAID_ON, "2026-04-02"), on(RENT_DUE_ON, "2026-03-31"));

        assertThat(one).isEqualTo(other);
        assertThat(one.fingerprintOf(Set.of(RENT_DUE_ON, RENT_PAID_ON)))
                .isEqualTo(other.fingerprintOf(Set.of(RENT_PAID_ON, RENT_DUE_ON)));
    }

    /// Stored fingerprints must not change with the next version of the program.
    @Test
    void the_fingerprint_is_sha_256_of_the_sorted_lines() {
        assertThat(
                        Facts.of(
                                        on(TENANT_SERVED_ON, "2026-03-09"),
                                        on(TENANT_SERVED_ON, "2026-03-02"),
                                        on(RENT_PAID_ON, "2026-03-04"))
                                .fingerprintOf(Set.of(TENANT_SERVED_ON)))
                .isEqualTo(
                        Hex.toHexString(
                                sha256(
                                        "TENANT_SERVED_ON=2026-03-02\n"
                                                + "TENANT_SERVED_ON=2026-03-09\n")));
        assertThat(Facts.none().fingerprintOf(Set.of(TENANT_SERVED_ON)))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    private static byte[] sha256(String text) {
        var digest = new SHA256Digest();
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        digest.update(bytes, 0, bytes.length);
        var hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }

    @Test
    void no_value_shows_when_facts_are_printed() {
        assertThat(Facts.of(on(TENANT_SERVED_ON, "2026-03-02")).toString())
                .contains("TENANT_SERVED_ON")
                .doesNotContain("2026");
    }
}
