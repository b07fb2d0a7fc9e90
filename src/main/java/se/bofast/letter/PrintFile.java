package se.bofast.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/// Makes the files that the printer gets: many letters in one PDF, each starting on the front of a
/// sheet, for window envelopes.
///
/// A letter with a character that cannot be printed is left out and named; it does not hold up the
/// others. The caller stores the files once and never makes them again (req H).
public final class PrintFile {

    /// The library keeps the whole file in memory: 450 letters of two pages take about 300 MB of
    /// heap while they are pressed (docs/decisions/0042).
    public static final int LETTERS_IN_A_FILE = 450;

    private final WritingLetters letters;
    private final int lettersInAFile;

    public PrintFile(WritingLetters letters) {
        this(letters, LETTERS_IN_A_FILE);
    }

    PrintFile(WritingLetters letters, int lettersInAFile) {
        this.letters = letters;
        this.lettersInAFile = lettersInAFile;
    }

    /// Makes the files, in the order of the list.
    ///
    /// @param progress told the number of letters dealt with so far, after each file
    public PrintRun make(List<Letter> list, IntConsumer progress) {
        var files = new ArrayList<PrintRun.File>();
        var leftOut = new ArrayList<PrintRun.LeftOut>();
        var sheets = new ArrayList<String>();
        var positions = new ArrayList<Integer>();
        for (var position = 0; position < list.size(); position++) {
            var sheet = letters.sheet(list.get(position), sheets.size() + 1, true);
            var unprintable = letters.unprintableIn(sheet);
            if (unprintable == null) {
                sheets.add(sheet);
                positions.add(position);
            } else {
                leftOut.add(new PrintRun.LeftOut(position, unprintable));
            }
            var last = position == list.size() - 1;
            if (sheets.size() == lettersInAFile || last && !sheets.isEmpty()) {
                files.add(file(list.get(positions.getFirst()), sheets, positions));
                sheets.clear();
                positions.clear();
                progress.accept(position + 1);
            }
        }
        return new PrintRun(files, leftOut);
    }

    private PrintRun.File file(Letter first, List<String> sheets, List<Integer> positions) {
        var file = letters.press(first, sheets);
        var starts = file.firstPages();
        if (starts.size() != positions.size()) {
            throw new IllegalStateException(
                    "letters " + positions.size() + ", bookmarks " + starts.size());
        }
        var places = new ArrayList<PrintRun.Place>();
        for (var i = 0; i < starts.size(); i++) {
            places.add(new PrintRun.Place(positions.get(i), starts.get(i)));
        }
        return new PrintRun.File(file, places);
    }
}
