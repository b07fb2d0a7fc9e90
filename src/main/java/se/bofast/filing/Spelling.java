package se.bofast.filing;

/// How far two words are from each other.
final class Spelling {

    private static final int MOST_TOLERATED = 2;

    private Spelling() {}

    /// Letters to change, add, take away or swap with their neighbour (optimal string alignment);
    /// more than anyone tolerates where the lengths alone say so.
    static int distance(String one, String other) {
        var lengths = Math.abs(one.length() - other.length());
        if (lengths > MOST_TOLERATED) {
            return lengths;
        }
        var table = new int[one.length() + 1][other.length() + 1];
        for (var row = 0; row <= one.length(); row++) {
            for (var column = 0; column <= other.length(); column++) {
                table[row][column] =
                        row == 0 || column == 0
                                ? row + column
                                : least(table, one, other, row, column);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int least(int[][] table, String one, String other, int row, int column) {
        var same = one.charAt(row - 1) == other.charAt(column - 1);
        var least =
                Math.min(
                        table[row - 1][column - 1] + (same ? 0 : 1),
                        Math.min(table[row - 1][column], table[row][column - 1]) + 1);
        var swapped =
                row > 1
                        && column > 1
                        && one.charAt(row - 1) == other.charAt(column - 2)
                        && one.charAt(row - 2) == other.charAt(column - 1);
        return swapped ? Math.min(least, table[row - 2][column - 2] + 1) : least;
    }

    /// Short words are near too many others.
    static boolean isNear(String word, int distance) {
        return word.length() >= 5 && distance <= (word.length() < 8 ? 1 : MOST_TOLERATED);
    }
}
