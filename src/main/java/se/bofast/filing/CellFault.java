package se.bofast.filing;

/// What the house itself finds wrong with a cell or a row. Each has a sentence that says what to
/// do.
enum CellFault {
    MISSING,
    /// Argument: most characters.
    TOO_LONG,
    /// The sender's formula gave an error instead of a value.
    FORMULA_ERROR,
    DATE,
    AMOUNT,
    AMOUNT_AMBIGUOUS,
    AMOUNT_PARTS_OF_ORE,
    IDENTITY_SHAPE,
    IDENTITY_DATE,
    IDENTITY_FUTURE,
    IDENTITY_CHECK_DIGIT,
    IDENTITY_ORGANISATION,
    IDENTITY_TEMPORARY,
    /// The number was shown in powers of ten, and its last figures are gone.
    IDENTITY_SHORTENED,
    YES_NO,
    WHOLE_NUMBER,
    /// Arguments: least, most.
    WHOLE_NUMBER_RANGE,
    /// Argument: the alternatives.
    CHOICE,
    /// The row has text beyond the header.
    TOO_MANY_CELLS;

    String messageKey() {
        return "filing.CellFault." + name();
    }
}
