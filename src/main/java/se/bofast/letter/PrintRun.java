package se.bofast.letter;

import java.util.List;

/// What a print run came to.
///
/// @param files in the order of the letters; none if every letter was left out
/// @param leftOut the letters that could not be printed, and why
public record PrintRun(List<File> files, List<LeftOut> leftOut) {

    public PrintRun {
        files = List.copyOf(files);
        leftOut = List.copyOf(leftOut);
    }

    /// One file for the printer.
    public record File(PdfFile pdf, List<Place> places) {

        public File {
            places = List.copyOf(places);
        }
    }

    /// Where a letter stands.
    ///
    /// @param letter its position in the list that was given, from 0
    /// @param firstPage its first page in the file, from 1; always odd, the front of a sheet
    public record Place(int letter, int firstPage) {}

    /// A letter that was not printed.
    ///
    /// @param letter its position in the list that was given, from 0
    public record LeftOut(int letter, Unprintable character) {}
}
