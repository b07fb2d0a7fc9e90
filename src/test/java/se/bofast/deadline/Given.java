package se.bofast.deadline;

import java.time.LocalDate;
import java.util.List;

/// Short ways to say facts and to read findings in the tests.
final class Given {

    static final WorkingDays DAYS = new SwedishWorkingDays();
    static final LegalClock CLOCK = new LegalClock(DAYS);

    private Given() {}

    static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    static Fact on(FactKind kind, String day) {
        return Fact.on(kind, day(day));
    }

    static Fact yes(FactKind kind) {
        return Fact.yesNo(kind, true);
    }

    static Fact no(FactKind kind) {
        return Fact.yesNo(kind, false);
    }

    /// What the rule of that name says, in the version the facts' event day chooses.
    static Finding ask(String rule, Fact... facts) {
        return CLOCK.finding(new RuleId(rule), Facts.of(facts)).finding();
    }

    static Finding.Runs runs(String rule, Fact... facts) {
        return (Finding.Runs) ask(rule, facts);
    }

    static Finding.Done done(String rule, Fact... facts) {
        return (Finding.Done) ask(rule, facts);
    }

    static Finding.NotRunning waits(String rule, Fact... facts) {
        return (Finding.NotRunning) ask(rule, facts);
    }

    static Finding.Flag flag(String rule, Fact... facts) {
        return (Finding.Flag) ask(rule, facts);
    }

    static List<RemarkCode> codes(Finding finding) {
        return finding.remarks().stream().map(Remark::code).toList();
    }

    static Remark remark(RemarkCode code, String day) {
        return Remark.of(code, day(day));
    }
}
