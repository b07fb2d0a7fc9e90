package se.bofast.deadline;

import static se.bofast.deadline.FactKind.FIRST_RENT_MONTH;
import static se.bofast.deadline.FactKind.RENT_DUE_ON;
import static se.bofast.deadline.FactKind.RENT_MONTH;
import static se.bofast.deadline.WorkingDays.Reading.SATURDAYS_COUNT;
import static se.bofast.deadline.WorkingDays.Reading.SATURDAYS_DO_NOT_COUNT;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When the rent is due: as the notice says, else the last working day before the month (JB 12 kap.
/// 20 §). For any month but the first the tenant may wait until that day even if the contract says
/// earlier.
///
/// [impl->req~deadline.rent-due~1]
final class RentDueRule extends StatutoryRule {

    static final LegalBasis BASIS =
            new LegalBasis("1970:994", "12 kap. 20 § första stycket", "2024:313");

    RentDueRule() {
        super(
                new Terms(
                        "rent-due",
                        1,
                        BASIS,
                        Certainty.B,
                        Duty.INFORMATION,
                        Severity.LOW,
                        SINCE_JULY_2024,
                        List.of(RENT_MONTH, RENT_DUE_ON),
                        kinds(RENT_MONTH, RENT_DUE_ON, FIRST_RENT_MONTH)));
    }

    @Override
    public Finding apply(Facts facts, WorkingDays days) {
        var month = facts.earliest(RENT_MONTH);
        var due = facts.earliest(RENT_DUE_ON);
        if (month == null) {
            return due == null ? Finding.NotApplicable.because() : asGiven(due);
        }
        var first = month.withDayOfMonth(1);
        var statutory = days.lastBefore(first, SATURDAYS_DO_NOT_COUNT);
        if (due == null) {
            return byStatute(statutory, statutory, first, days, RemarkCode.DUE_BY_STATUTE);
        }
        if (!due.isBefore(statutory) || facts.isYes(FIRST_RENT_MONTH)) {
            return asGiven(due);
        }
        if (facts.isNo(FIRST_RENT_MONTH)) {
            return byStatute(due, statutory, first, days, RemarkCode.MAY_PAY_UNTIL_STATUTORY_DAY);
        }
        return asGiven(due).and(Remark.of(RemarkCode.UNLESS_FIRST_MONTH, statutory));
    }

    private static Finding.Runs asGiven(LocalDate due) {
        return Finding.Runs.fixed(
                due,
                Finding.Kind.DEADLINE,
                kinds(RENT_DUE_ON),
                Remark.of(RemarkCode.DUE_DAY_GIVEN));
    }

    private static Finding.Runs byStatute(
            LocalDate rawDay,
            LocalDate statutory,
            LocalDate first,
            WorkingDays days,
            RemarkCode why) {
        var withSaturdays = days.lastBefore(first, SATURDAYS_COUNT);
        @Nullable LocalDate otherReading = withSaturdays.equals(statutory) ? null : withSaturdays;
        var remarks = new ArrayList<Remark>();
        remarks.add(Remark.of(why, statutory));
        if (otherReading != null) {
            remarks.add(Remark.of(RemarkCode.IF_SATURDAYS_COUNT, otherReading));
        }
        return new Finding.Runs(
                statutory,
                Finding.Kind.DEADLINE,
                rawDay,
                otherReading,
                remarks,
                rawDay.equals(statutory)
                        ? kinds(RENT_MONTH)
                        : kinds(RENT_MONTH, RENT_DUE_ON, FIRST_RENT_MONTH));
    }
}
