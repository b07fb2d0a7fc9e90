package se.bofast.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static se.bofast.deadline.Given.DAYS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.time.api.Dates;
import org.junit.jupiter.api.Test;
import se.bofast.kernel.Money;

/// What must hold of every rule.
class RulesTest {

    private static final LocalDate FIRST = LocalDate.of(2018, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    @Provide
    Arbitrary<Facts> anyFacts() {
        return anyFact().list().ofMaxSize(50).map(RulesTest::withoutContradiction);
    }

    @Provide
    Arbitrary<Fact> anyFact() {
        var days = Dates.dates().between(FIRST, LAST);
        return Arbitraries.of(FactKind.class)
                .flatMap(kind ->
                        switch (kind.type()) {
                            case DATE -> days.map(day -> Fact.on(kind, day));
                            case MONEY ->
                                    Arbitraries.longs()
                                            .between(0, 3)
                                            .map(ore -> Fact.amount(kind, new Money(ore)));
                            case YES_NO ->
                                    Arbitraries.of(true, false).map(yes -> Fact.yesNo(kind, yes));
                            case NUMBER ->
                                    Arbitraries.integers()
                                            .between(0, 12)
                                            .map(number -> Fact.number(kind, number));
                            case CODE ->
                                    Arbitraries.of("PERMANENT", "EVICTED")
                                            .map(code -> Fact.code(kind, code));
                        });
    }

    /// The last value of each kind that has but one.
    private static Facts withoutContradiction(List<Fact> facts) {
        var kept = new LinkedHashMap<Object, Fact>();
        for (var fact : facts) {
            kept.put(fact.kind().type() == FactKind.Type.DATE ? fact : fact.kind(), fact);
        }
        return Facts.of(kept.values());
    }

    private static Facts only(Facts facts, Set<FactKind> kinds) {
        return Facts.of(facts.all().stream().filter(fact -> kinds.contains(fact.kind())).toList());
    }

    @Test
    void every_pair_of_id_and_version_is_there_once_and_versions_count_from_one() {
        var pairs = Rules.ALL.stream().map(rule -> rule.id() + " " + rule.version()).toList();
        assertThat(pairs).doesNotHaveDuplicates();

        for (var rule : Rules.ALL) {
            assertThat(Rules.of(rule.id(), rule.version())).isSameAs(rule);
            if (rule.version() > 1) {
                var before = Rules.of(rule.id(), rule.version() - 1);
                assertThat(before.inForceUntil())
                        .as("%s follows its older wording without gap or overlap", rule)
                        .isEqualTo(rule.inForceFrom().minusDays(1));
            }
        }
        assertThatThrownBy(() -> Rules.of(new RuleId("recovery-period"), 9))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_the_newest_version_of_a_rule_is_open_ended() {
        for (var rule : Rules.ALL) {
            var newest =
                    Rules.ALL.stream()
                            .filter(other -> other.id().equals(rule.id()))
                            .mapToInt(Rule::version)
                            .max()
                            .orElseThrow();
            assertThat(rule.inForceUntil() == null)
                    .as("%s", rule)
                    .isEqualTo(rule.version() == newest);
        }
    }

    @Test
    void every_rule_cites_a_paragraph_or_says_that_it_is_no_law() {
        for (var rule : Rules.ALL) {
            var basis = rule.basis();
            if (Pattern.matches("\\d{4}:\\d+", basis.statute())) {
                assertThat(basis.section())
                        .as("%s", rule)
                        .containsPattern("\\d+( [a-z])? §|formulär");
                assertThat(basis.wording()).as("%s", rule).matches("\\d{4}:\\d+(; \\d{4}:\\d+)?");
            } else {
                assertThat(rule.certainty()).as("%s", rule).isEqualTo(Certainty.C);
            }
        }
    }

    @Test
    void the_facts_that_choose_the_wording_are_among_those_read() {
        for (var rule : Rules.ALL) {
            assertThat(rule.events()).as("%s", rule).isNotEmpty();
            assertThat(rule.reads()).as("%s", rule).containsAll(rule.events());
            assertThat(rule.events())
                    .as("%s", rule)
                    .allMatch(kind -> kind.type() == FactKind.Type.DATE);
        }
    }

    @Test
    void every_kind_of_fact_is_asked_for_by_some_rule() {
        var read = EnumSet.noneOf(FactKind.class);
        Rules.ALL.forEach(rule -> read.addAll(rule.reads()));

        assertThat(read).isEqualTo(EnumSet.allOf(FactKind.class));
    }

    /// A rule that read more than it declares would keep a stale day when that fact changes.
    @Property(tries = 100)
    void no_rule_reads_a_kind_it_does_not_declare(@ForAll("anyFacts") Facts facts) {
        for (var rule : Rules.ALL) {
            var asked = EnumSet.noneOf(FactKind.class);
            var watched = rule.apply(facts.watchedBy(asked::add), DAYS);

            assertThat(rule.reads()).as("%s", rule).containsAll(asked);
            assertThat(rule.apply(only(facts, rule.reads()), DAYS))
                    .as("%s", rule)
                    .isEqualTo(watched);
        }
    }

    @Property(tries = 100)
    void the_fingerprint_changes_when_a_read_fact_changes_and_never_else(
            @ForAll("anyFacts") Facts facts, @ForAll("anyFact") Fact news) {
        var after = facts.with(news);
        var changed = !after.equals(facts);
        for (var rule : Rules.ALL) {
            assertThat(!facts.fingerprintOf(rule.reads()).equals(after.fingerprintOf(rule.reads())))
                    .as("%s on %s", rule, news.kind())
                    .isEqualTo(changed && rule.reads().contains(news.kind()));
        }
    }

    @Property(tries = 100)
    void every_answer_rests_on_read_facts_and_names_only_facts_that_are_missing(
            @ForAll("anyFacts") Facts facts) {
        for (var found : Given.CLOCK.findings(facts)) {
            var rule = found.rule();
            switch (found.finding()) {
                case Finding.Runs runs -> assertThat(rule.reads()).containsAll(runs.from());
                case Finding.Done done -> assertThat(rule.reads()).containsAll(done.from());
                case Finding.Flag flag -> {
                    assertThat(rule.reads()).containsAll(flag.from());
                    assertThat(flag.remarks()).as("%s", rule).isNotEmpty();
                }
                case Finding.NotRunning waits -> {
                    assertThat(waits.missing()).as("%s", rule).isNotEmpty();
                    assertThat(rule.reads()).containsAll(waits.missing());
                    assertThat(waits.missing()).as("%s", rule).noneMatch(facts::has);
                }
                case Finding.NotApplicable not -> assertThat(not.remarks()).isNotNull();
            }
        }
    }

    @Property(tries = 100)
    void the_same_facts_in_any_order_give_the_same_findings(@ForAll("anyFacts") Facts facts) {
        var turned = Facts.of(facts.all().reversed());

        assertThat(Given.CLOCK.findings(turned)).isEqualTo(Given.CLOCK.findings(facts));
    }

    @Test
    void every_declared_fact_matters_to_its_rule() {
        var random = new Random(1930_173);
        for (var rule : Rules.ALL) {
            // An event may do no more than choose the wording.
            var idle = new HashSet<>(rule.reads());
            rule.events().forEach(idle::remove);
            for (var tries = 0; tries < 5_000 && !idle.isEmpty(); tries++) {
                var facts = randomFacts(rule.reads(), random);
                var answer = rule.apply(facts, DAYS);
                idle.removeIf(kind ->
                        facts.kinds().contains(kind)
                                && !rule.apply(facts.without(kind), DAYS).equals(answer));
            }
            assertThat(idle).as("%s", rule).isEmpty();
        }
    }

    private static Facts randomFacts(Set<FactKind> kinds, Random random) {
        var facts = new ArrayList<Fact>();
        for (var kind : kinds) {
            if (random.nextInt(3) > 0) {
                facts.add(randomFact(kind, random));
            }
        }
        return Facts.of(facts);
    }

    private static Fact randomFact(FactKind kind, Random random) {
        return switch (kind.type()) {
            case DATE ->
                    Fact.on(
                            kind,
                            LocalDate.of(2026, 1, 1)
                                    .plusDays(random.nextInt(random.nextBoolean() ? 40 : 400)));
            case MONEY -> Fact.amount(kind, new Money(random.nextInt(3)));
            case YES_NO -> Fact.yesNo(kind, random.nextBoolean());
            case NUMBER -> Fact.number(kind, random.nextInt(13));
            case CODE -> Fact.code(kind, "EVICTED");
        };
    }

    /// A requirement without code or without test, or code that names an unknown requirement.
    @Test
    void every_requirement_is_marked_in_code_and_in_a_test() throws IOException {
        var required =
                marks(
                        Path.of("docs/requirements/deadline.md"),
                        Pattern.compile("^## `(req~[^`]+)`", Pattern.MULTILINE));
        var mark = Pattern.compile("\\[impl->(req~deadline\\.[^]]+)]");
        var coded = marks(Path.of("src/main/java/se/bofast/deadline"), mark);
        var tested = marks(Path.of("src/test/java/se/bofast/deadline"), mark);

        assertThat(coded).isEqualTo(required);
        assertThat(tested).isEqualTo(required);
        assertThat(required)
                .containsAll(
                        Rules.ALL.stream()
                                .map(rule -> "req~deadline." + rule.id() + "~1")
                                .collect(Collectors.toSet()));
    }

    private static Set<String> marks(Path where, Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(where)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                pattern.matcher(Files.readString(file))
                        .results()
                        .forEach(match -> found.add(match.group(1)));
            }
        }
        return found;
    }
}
