package se.bofast.person;

/// Slips of the pen: a sign changed, left out or put in, or two neighbours that changed places.
final class Slip {

    private Slip() {}

    /// True if at most one slip lies between the two.
    static boolean one(String a, String b) {
        var longer = a.length() >= b.length() ? a : b;
        var shorter = a.length() >= b.length() ? b : a;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        var start = 0;
        while (start < shorter.length() && longer.charAt(start) == shorter.charAt(start)) {
            start++;
        }
        if (longer.length() > shorter.length()) {
            return same(longer, start + 1, shorter, start);
        }
        if (start == longer.length() || same(longer, start + 1, shorter, start + 1)) {
            return true;
        }
        return start + 1 < longer.length()
                && longer.charAt(start) == shorter.charAt(start + 1)
                && longer.charAt(start + 1) == shorter.charAt(start)
                && same(longer, start + 2, shorter, start + 2);
    }

    /// Slips between the two: the optimal string alignment distance, short texts only.
    static int count(String a, String b) {
        var before = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var now = new int[b.length() + 1];
        for (var j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (var i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (var j = 1; j <= b.length(); j++) {
                var differ = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1], last[j]) + 1, last[j - 1] + differ);
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            var spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.length()];
    }

    private static boolean same(String a, int fromA, String b, int fromB) {
        return a.regionMatches(fromA, b, fromB, Math.max(a.length() - fromA, b.length() - fromB));
    }
}
