package se.bofast.audit;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.bofast.kernel.PersonId;

/// Why a person's file is not erased though it is time.
///
/// @param untilOn the last day it holds; null for a fact by which the file is kept for ever
/// @param note in the holder's words; erased with the person
public record RetentionHold(
        UUID id,
        PersonId person,
        Ground ground,
        @Nullable String note,
        @Nullable LocalDate untilOn,
        LocalDate recordedOn) {

    public enum Ground {
        APPEAL(false),
        SUPERVISION(false),
        EXTRACT_REQUESTED(false),
        RESEARCH_REQUEST(false),
        OTHER(false),
        /// SoL 2025:400 16 kap. 2 §.
        PLACED_CHILD(true),
        PATERNITY(true),
        ADOPTION(true);

        private final boolean forEver;

        Ground(boolean forEver) {
            this.forEver = forEver;
        }

        public boolean isForEver() {
            return forEver;
        }
    }
}
