/// Brev och filer: typed contents, versioned texts, the press that turns them into tagged,
/// archivable PDF, every file the house has made, and the record of each letter.
///
/// Publishes [Letter] and its contents, [WritingLetters] (a page to preview, a PDF to send),
/// [PrintFile] (many letters as one file for the printer), [TemplateCatalogue] (which wording was
/// valid when) and [LetterCode] (the code on the letter); [StoredFiles], [KeptLetters],
/// [PrintOrders] and [Senders] keep what was made. Knows no case and has no pages: whoever calls
/// has required the action and logs.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
package se.bofast.letter;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
