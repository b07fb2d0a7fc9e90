/// Lists that come as files (inläsning): what the file is, what its columns mean, which rows are
/// good, and the file of the bad ones to mend and send again; and the files the house writes.
///
/// Publishes [SheetReading], [ColumnMapping], [RowReader] with [CellReading], [BadRows],
/// [SheetWriting], [FileHash] and [RowHash]. Another room says what its rows mean by an
/// [ImportKind], whose rows are then received, previewed, accepted and undone here; this room knows
/// none of them. Owns the received files, their rows, and how senders' columns were understood.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "access", "audit", "page", "job"})
package se.bofast.filing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
