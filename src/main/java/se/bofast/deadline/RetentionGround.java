package se.bofast.deadline;

/// Why a file is erased, kept, or cannot be decided on, with the paragraph.
public enum RetentionGround {
    /// Five years after the last note.
    NOTE(NoteRetentionRule.BASIS),
    /// Two years after the last note, at a private provider.
    PROVIDER_NOTE(ProviderRetentionRule.BASIS),
    /// As NOTE, but not before a child in an inquiry has turned thirty.
    CHILD_INQUIRY(ChildInquiryRetentionRule.BASIS),
    /// Documents on paternity, adoption or a placed child.
    KEPT_DOCUMENTS(KeptDocumentsRule.BASIS),
    /// Everything in the municipality is kept for research.
    RESEARCH_PLACE(ResearchRetentionRule.BASIS),
    /// A received list, by the board's own plan.
    RECEIVED_LIST(ReceivedListRule.BASIS),
    /// Born on the 5th, 15th or 25th: kept for research.
    RESEARCH_DAY(ResearchRetentionRule.BASIS),
    /// A private provider does not keep for research: it hands over to the board.
    HANDED_OVER(ProviderRetentionRule.HANDING_OVER),
    /// Without a birth day nobody can say whether the file is kept for research.
    BIRTH_DAY_MISSING(ResearchRetentionRule.BASIS),
    /// Without the child's birth year nobody can say when the child turns thirty.
    CHILD_BIRTH_MISSING(ChildInquiryRetentionRule.BASIS);

    private final LegalBasis basis;

    RetentionGround(LegalBasis basis) {
        this.basis = basis;
    }

    public LegalBasis basis() {
        return basis;
    }
}
