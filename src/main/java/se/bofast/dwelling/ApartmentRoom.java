package se.bofast.dwelling;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A room of a shared apartment, let on or lodged in on its own.
///
/// @param endOn the last day it is used so; null: until further notice
public record ApartmentRoom(
        RoomId id,
        String name,
        @Nullable Integer squareMetres,
        int mostPeople,
        LocalDate startOn,
        @Nullable LocalDate endOn,
        int version) {

    public record RoomId(UUID value) {

        @Override
        public String toString() {
            return value.toString();
        }
    }
}
