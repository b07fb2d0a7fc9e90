package se.bofast.tenancy;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.Period;

/// What is believed of a lease.
///
/// @param untilOn last day of a lease for a fixed time; null: until further notice
/// @param endOn the last day; null: goes on
/// @param noticeLastOn the last day the notice leads to, as reckoned when it was given
/// @param noticeMonths agreed months of notice; null: as the law says
/// @param letWithOthers the board rents the apartment together with at least two more to let them
///   on (JB 12 kap. 45 § second paragraph), as a person confirmed; null: nobody has said
/// @param waiverUntil the last day the waiver holds; null: without end
/// @param reviewedOn it was decided what happens before security of tenure comes
public record LeaseTerms(
        Tenure tenure,
        LocalDate startOn,
        @Nullable LocalDate untilOn,
        @Nullable LocalDate endOn,
        @Nullable LeaseEnd endCause,
        @Nullable LocalDate noticeOn,
        @Nullable NoticeBy noticeBy,
        @Nullable String noticeGround,
        @Nullable LocalDate noticeLastOn,
        @Nullable Integer noticeMonths,
        @Nullable Boolean letWithOthers,
        @Nullable LocalDate waiverMadeOn,
        @Nullable LocalDate waiverUntil,
        @Nullable Boolean waiverApproved,
        @Nullable LocalDate landlordToldOn,
        @Nullable LocalDate reviewedOn,
        @Nullable LocalDate tenantDiedOn) {

    public LeaseTerms {
        if (endOn != null && endOn.isBefore(startOn)) {
            throw new IllegalArgumentException("a lease cannot end before it starts");
        }
        if (untilOn != null && untilOn.isBefore(startOn)) {
            throw new IllegalArgumentException("a fixed time cannot end before it starts");
        }
        if ((noticeOn == null) != (noticeBy == null)) {
            throw new IllegalArgumentException("somebody gives notice, on a day");
        }
        if ((waiverMadeOn == null) != (waiverApproved == null)) {
            throw new IllegalArgumentException("a waiver that was made is approved or not");
        }
    }

    public static LeaseTerms of(Tenure tenure, LocalDate startOn) {
        return new LeaseTerms(
                tenure, startOn, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }

    public Period period() {
        return new Period(startOn, endOn);
    }

    public boolean isOn(LocalDate day) {
        return !isByMistake() && period().includes(day);
    }

    /// The day on which it is known to end: it has ended, notice leads there, or the time is fixed.
    public @Nullable LocalDate runsOutOn() {
        if (endOn != null) {
            return endOn;
        }
        return noticeLastOn != null ? noticeLastOn : untilOn;
    }

    public LeaseTerms fixedUntil(@Nullable LocalDate day) {
        return new LeaseTerms(
                tenure,
                startOn,
                day,
                endOn,
                endCause,
                noticeOn,
                noticeBy,
                noticeGround,
                noticeLastOn,
                noticeMonths,
                letWithOthers,
                waiverMadeOn,
                waiverUntil,
                waiverApproved,
                landlordToldOn,
                reviewedOn,
                tenantDiedOn);
    }

    public LeaseTerms ended(LocalDate day, LeaseEnd cause) {
        return new LeaseTerms(
                tenure,
                startOn,
                untilOn,
                day,
                cause,
                noticeOn,
                noticeBy,
                noticeGround,
                noticeLastOn,
                noticeMonths,
                letWithOthers,
                waiverMadeOn,
                waiverUntil,
                waiverApproved,
                landlordToldOn,
                reviewedOn,
                tenantDiedOn);
    }

    /// There never was such a lease: it is on no day, and other rooms do not see it.
    public boolean isByMistake() {
        return endCause == LeaseEnd.MISTAKE;
    }

    /// As it would be had it not ended.
    public LeaseTerms goingOn() {
        return new LeaseTerms(
                tenure,
                startOn,
                untilOn,
                null,
                null,
                noticeOn,
                noticeBy,
                noticeGround,
                noticeLastOn,
                noticeMonths,
                letWithOthers,
                waiverMadeOn,
                waiverUntil,
                waiverApproved,
                landlordToldOn,
                reviewedOn,
                tenantDiedOn);
    }

    public LeaseTerms notice(
            @Nullable LocalDate on,
            @Nullable NoticeBy by,
            @Nullable String ground,
            @Nullable LocalDate lastOn) {
        return new LeaseTerms(
                tenure,
                startOn,
                untilOn,
                endOn,
                endCause,
                on,
                by,
                ground,
                lastOn,
                noticeMonths,
                letWithOthers,
                waiverMadeOn,
                waiverUntil,
                waiverApproved,
                landlordToldOn,
                reviewedOn,
                tenantDiedOn);
    }

    public LeaseTerms withNoticeMonths(@Nullable Integer months) {
        return new LeaseTerms(
                tenure,
                startOn,
                untilOn,
                endOn,
                endCause,
                noticeOn,
                noticeBy,
                noticeGround,
                noticeLastOn,
                months,
                letWithOthers,
                waiverMadeOn,
                waiverUntil,
                waiverApproved,
                landlordToldOn,
                reviewedOn,
                tenantDiedOn);
    }

    public LeaseTerms letWithOthers(@Nullable Boolean yes) {
        return new LeaseTerms(
                tenure,
                startOn,
                untilOn,
                endOn,
                endCause,
                noticeOn,
                noticeBy,
                noticeGround,
                noticeLastOn,
                noticeMonths,
                yes,
                waiverMadeOn,
                waiverUntil,
                waiverApproved,
                landlordToldOn,
                reviewedOn,
                tenantDiedOn);
    }

    public LeaseTerms waiver(
            @Nullable LocalDate madeOn, @Nullable Boolean approved, @Nullable LocalDate until) {
        return new LeaseTerms(
                tenure,
                startOn,
                untilOn,
                endOn,
                endCause,
                noticeOn,
                noticeBy,
                noticeGround,
                noticeLastOn,
                noticeMonths,
                letWithOthers,
                madeOn,
                until,
                approved,
                landlordToldOn,
                reviewedOn,
                tenantDiedOn);
    }

    public LeaseTerms landlordTold(@Nullable LocalDate on) {
        return new LeaseTerms(
                tenure,
                startOn,
                untilOn,
                endOn,
                endCause,
                noticeOn,
                noticeBy,
                noticeGround,
                noticeLastOn,
                noticeMonths,
                letWithOthers,
                waiverMadeOn,
                waiverUntil,
                waiverApproved,
                on,
                reviewedOn,
                tenantDiedOn);
    }

    public LeaseTerms reviewed(@Nullable LocalDate on) {
        return new LeaseTerms(
                tenure,
                startOn,
                untilOn,
                endOn,
                endCause,
                noticeOn,
                noticeBy,
                noticeGround,
                noticeLastOn,
                noticeMonths,
                letWithOthers,
                waiverMadeOn,
                waiverUntil,
                waiverApproved,
                landlordToldOn,
                on,
                tenantDiedOn);
    }

    public LeaseTerms tenantDied(@Nullable LocalDate on) {
        return new LeaseTerms(
                tenure,
                startOn,
                untilOn,
                endOn,
                endCause,
                noticeOn,
                noticeBy,
                noticeGround,
                noticeLastOn,
                noticeMonths,
                letWithOthers,
                waiverMadeOn,
                waiverUntil,
                waiverApproved,
                landlordToldOn,
                reviewedOn,
                on);
    }
}
