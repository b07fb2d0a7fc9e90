package se.bofast.access;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.bofast.audit.Log;
import se.bofast.audit.LogEntry;
import se.bofast.letter.Sender;
import se.bofast.letter.Senders;

/// The municipality's own words in its letters. Call within the actor's reach.
@Component
public class ManagingSender {

    /// The kind of {@link Subject} the sender is in the log; its id is the board's.
    public static final String KIND = "letter-sender";

    private final Senders senders;
    private final Access access;
    private final Log log;

    ManagingSender(Senders senders, Access access, Log log) {
        this.senders = senders;
        this.access = access;
        this.log = log;
    }

    @Transactional(readOnly = true)
    public Optional<Sender> find(Actor actor) {
        access.require(actor, Action.MANAGE_BOARD);
        return senders.find();
    }

    /// Tells one wording of the sender from another, so that a form can say which its writer saw.
    public static String mark(Optional<Sender> sender) {
        return sender.map(one -> Integer.toHexString(fields(one).hashCode())).orElse("none");
    }

    /// From now on; letters that are made keep the words they were made with. False, and nothing
    /// kept, where a colleague was first.
    ///
    /// @param seen the {@link #mark} of what the writer saw
    @Transactional
    public boolean keep(Actor actor, String seen, Sender sender) {
        access.require(actor, Action.MANAGE_BOARD);
        var before = senders.find();
        if (!mark(before).equals(seen)) {
            return false;
        }
        senders.keep(sender);
        log.record(
                LogEntry.of(Action.MANAGE_BOARD)
                        .about(KIND, actor.board().value())
                        .changing(
                                before.map(ManagingSender::fields).orElse(Map.of()),
                                fields(sender)));
        return true;
    }

    private static Map<String, String> fields(Sender sender) {
        var details = sender.details();
        var fields = new LinkedHashMap<String, String>();
        fields.put("municipality", details.municipality());
        fields.put("unit", details.unit());
        fields.put("board", details.board());
        fields.put("contactFunction", details.contactFunction());
        fields.put("phone", details.phone());
        fields.put("phoneFrom", details.phoneFrom().toString());
        fields.put("phoneTo", details.phoneTo().toString());
        fields.put("email", details.email());
        fields.put("visitingAddress", details.visitingAddress());
        fields.put("returnAddress", details.returnAddress());
        fields.put("answerPage", details.answerPage().toString());
        fields.put("enforcementAddress", String.join(", ", sender.enforcementAddress()));
        return fields;
    }
}
