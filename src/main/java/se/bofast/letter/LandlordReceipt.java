package se.bofast.letter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Receipt and general information to a landlord (req A5).
///
/// It has no place for the tenant's name or for anything the board knows, so that it is the same
/// whether or not the person is known (OSL 26 kap. 1 §). Without a notice it is the general
/// information alone.
///
/// @param notice the notice this landlord has sent, or null
public record LandlordReceipt(@Nullable ReceivedNotice notice) implements LetterContent {

    /// A notice as the landlord wrote it.
    ///
    /// @param receivedOn the day it reached the board
    /// @param dwelling the address the landlord gave
    /// @param landlordsReference the landlord's own reference, or null
    public record ReceivedNotice(
            LocalDate receivedOn, String dwelling, @Nullable String landlordsReference) {

        public ReceivedNotice {
            Letter.requireText(dwelling, "dwelling");
        }
    }

    @Override
    public TemplateCode template() {
        return TemplateCode.LANDLORD_RECEIPT;
    }
}
