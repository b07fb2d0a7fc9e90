package se.bofast.letter;

/// The letters there are.
public enum TemplateCode {
    INVITATION,
    REMINDER,
    LANDLORD_RECEIPT,
    EVICTION_CONFIRMATION,
    EVICTION_CONFIRMATION_COPY,
    PAYMENT_UNDERTAKING
}
