package se.bofast.letter;

/// What a letter says, as facts. The sentences stand in the template.
public sealed interface LetterContent
        permits Invitation,
                Reminder,
                LandlordReceipt,
                EvictionConfirmation,
                EvictionConfirmationCopy,
                PaymentUndertaking {

    /// The template that says it.
    TemplateCode template();
}
