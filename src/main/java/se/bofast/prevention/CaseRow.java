package se.bofast.prevention;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A case in a list. Names and address are empty where the person's identity is protected, and
/// names where nobody knows who lives at the address.
public record CaseRow(
        UUID id,
        String number,
        @Nullable UUID personId,
        @Nullable String personName,
        boolean isProtected,
        @Nullable String street,
        @Nullable String apartment,
        Stage stage,
        @Nullable String reason,
        boolean children,
        @Nullable LocalDate nextOn,
        @Nullable String nextRule,
        LocalDate openedOn,
        @Nullable String responsibleName,
        String unitName,
        boolean unread) {}
