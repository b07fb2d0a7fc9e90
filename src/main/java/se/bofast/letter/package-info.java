/// Letters: typed contents, versioned texts, and the press that turns them into tagged, archivable
/// PDF.
///
/// Publishes [Letter] and its contents, [WritingLetters] (a page to preview, a PDF to send),
/// [PrintFile] (many letters as one file for the printer), [TemplateCatalogue] (which wording was
/// valid when) and [LetterCode] (the code on the letter). Knows no case and has no pages.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package se.bofast.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
