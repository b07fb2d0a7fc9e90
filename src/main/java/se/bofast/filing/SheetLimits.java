package se.bofast.filing;

/// How large a received file may be before it is refused.
///
/// @param bytes of the file as sent
/// @param rows with text, below the header
/// @param columns with text
/// @param cellLength characters in one cell
/// @param unpackedBytes of one part of a workbook when unpacked; its text table may take a quarter
/// @param unpackedRatio how many times its own size a workbook may become when unpacked
/// @param parts in a workbook
public record SheetLimits(
        int bytes,
        int rows,
        int columns,
        int cellLength,
        long unpackedBytes,
        int unpackedRatio,
        int parts) {

    public static final SheetLimits USUAL =
            new SheetLimits(25_000_000, 200_000, 200, 10_000, 400_000_000, 300, 2_000);

    public SheetLimits withRows(int most) {
        return new SheetLimits(
                bytes, most, columns, cellLength, unpackedBytes, unpackedRatio, parts);
    }

    public SheetLimits withBytes(int most) {
        return new SheetLimits(
                most, rows, columns, cellLength, unpackedBytes, unpackedRatio, parts);
    }
}
