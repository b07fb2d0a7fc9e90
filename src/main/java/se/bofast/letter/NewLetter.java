package se.bofast.letter;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;
import se.bofast.letter.KeptLetter.Matter;
import se.bofast.letter.KeptLetter.Receiver;

/// Whom a letter about to be recorded is for.
public record NewLetter(
        TemplateCode template,
        Receiver receiver,
        Matter matter,
        @Nullable PersonId person,
        @Nullable UUID landlord,
        LocalDate writtenOn) {}
