package se.bofast.demo;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A list that somebody sends as a file.
///
/// @param kind as the room that reads lists in calls it
/// @param sender a landlord's name; null: Kronofogden
/// @param fileName stands for the list: no two have the same
/// @param taken false: it is left in the inbox for the one who tries Bofast out
record DemoList(
        String kind,
        @Nullable String sender,
        String fileName,
        byte[] file,
        Instant at,
        boolean taken) {

    DemoList at(Instant moment) {
        return new DemoList(kind, sender, fileName, file, moment, taken);
    }
}
