package se.bofast.filing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.access.Action;
import se.bofast.access.Actor;
import se.bofast.kernel.PersonId;

/// A kind of list that can be read in. A room offers a bean for each of its own; the house does the
/// rest: file, columns, wrong rows, preview, receipt, undo.
///
/// @param <T> what a good row is to the room
public interface ImportKind<T> {

    /// Stable, and good in an address: `payment-orders`.
    String code();

    /// Message keys of what it is called, and of a sentence that says what belongs in it.
    String nameKey();

    String hintKey();

    /// Where the kind belongs: the page to go back to, and the message key of its name.
    Place place();

    /// Asked of everybody who sees, reads in or undoes such a list.
    Action action();

    /// Who may send such a list.
    List<Sender> senders();

    RowReader<T> reader();

    /// Message key of what an outlook is called in the preview, where the list is about other
    /// things than people; null: as for people.
    default @Nullable String outlookKey(Outlook outlook) {
        return null;
    }

    /// What accepting the rows would come to, in the order given. Within a transaction; writes
    /// nothing.
    List<Foreseen> foresee(Reception reception, List<ReadRow<T>> rows);

    /// Takes the rows in. Within the one transaction of the whole list; at most a thousand rows at
    /// a time. The room logs.
    ///
    /// @return what became of each, in the order given
    List<Outcome> accept(Actor actor, Reception reception, List<ReadRow<T>> rows);

    /// Those somebody has worked on since; while there are any, the list is not undone.
    Set<UUID> worked(Collection<UUID> results);

    /// Takes back what the rows became, with the reason. Within the one transaction of the whole
    /// list; at most a thousand at a time. The room logs.
    void undo(Actor actor, List<UUID> results, String reason);

    /// The page of what a row became.
    String hrefOf(UUID result);

    /// A page of the room.
    record Place(String nameKey, String href) {}

    /// Who sent the list.
    ///
    /// @param key stable within the kind; mappings are remembered under it
    record Sender(String key, String name) {}

    /// The list a row stands in.
    record Reception(UploadId upload, Sender sender, Instant receivedAt, LocalDate readOn) {}

    /// A good row.
    ///
    /// @param number as the sender sees it, from 1
    record ReadRow<T>(int number, T value) {}

    /// What a row would come to.
    ///
    /// @param about known people it is about or may be; who may not see one of them sees no such
    ///   row
    record Foreseen(Outlook outlook, Collection<PersonId> about) {}

    /// What became of a row.
    ///
    /// @param same true if it had come before and nothing new was made
    /// @param about whom it turned out to be about; null if that is not known
    record Outcome(UUID result, boolean same, @Nullable PersonId about) {}
}
