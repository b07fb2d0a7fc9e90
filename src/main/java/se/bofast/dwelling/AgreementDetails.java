package se.bofast.dwelling;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What is agreed with a landlord.
///
/// @param yearlyQuota apartments a year; present for {@link AgreementKind#YEARLY_QUOTA} alone
/// @param noticeMonths uppsägningstid; null: as the law has it
/// @param waiverUntil the last day of the rent tribunal's general approval of waivers of security
///   of tenure (JB 12 kap. 45 a §); null: none
/// @param endOn the last day of the agreement; null: until further notice
public record AgreementDetails(
        AgreementKind kind,
        String name,
        @Nullable Integer yearlyQuota,
        @Nullable Integer noticeMonths,
        @Nullable LocalDate waiverUntil,
        LocalDate startOn,
        @Nullable LocalDate endOn,
        @Nullable String note) {

    public AgreementDetails {
        name = name.strip();
        if (name.isEmpty()) {
            throw new IllegalArgumentException("an agreement has a name");
        }
        if ((kind == AgreementKind.YEARLY_QUOTA) != (yearlyQuota != null)) {
            throw new IllegalArgumentException("a quota has a number, and nothing else has");
        }
        if (endOn != null && endOn.isBefore(startOn)) {
            throw new IllegalArgumentException("an agreement runs forward");
        }
    }

    public static AgreementDetails of(AgreementKind kind, String name, LocalDate startOn) {
        return new AgreementDetails(kind, name, null, null, null, startOn, null, null);
    }

    Map<String, String> fields() {
        var fields = new LinkedHashMap<String, String>();
        fields.put("kind", kind.name());
        fields.put("name", name);
        fields.put("yearlyQuota", text(yearlyQuota));
        fields.put("noticeMonths", text(noticeMonths));
        fields.put("waiverUntil", text(waiverUntil));
        fields.put("startOn", startOn.toString());
        fields.put("endOn", text(endOn));
        fields.put("note", text(note));
        return fields;
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
