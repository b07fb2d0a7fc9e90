package se.bofast.letter;

/// What came out of the press: a file, or the first character that could not be printed.
public sealed interface Pressed {

    record Printed(PdfFile file) implements Pressed {}

    record Stopped(Unprintable character) implements Pressed {}
}
