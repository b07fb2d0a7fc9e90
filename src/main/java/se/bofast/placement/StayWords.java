package se.bofast.placement;

import se.bofast.page.Words;

/// Why something was written about a stay: the house's own codes in words, else what somebody
/// wrote.
public final class StayWords {

    private StayWords() {}

    public static String reason(Words words, String reason) {
        return switch (reason) {
            case "REGISTERED" -> words.t("placement.why.registered");
            case "ENDED" -> words.t("placement.why.ended");
            case "GAP_ANSWERED" -> words.t("placement.why.gap");
            case "MOVED" -> words.t("placement.why.moved");
            case "MOVED_IN" -> words.t("placement.why.movedIn");
            case "TAKEN_OVER" -> words.t("placement.why.takenOver");
            case "LEASE_ENDED" -> words.t("placement.why.leaseEnded");
            case "IMPORTED" -> words.t("placement.why.imported");
            default -> reason;
        };
    }
}
