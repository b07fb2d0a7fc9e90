package se.bofast.database;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the database is.
///
/// @param data the folder of the database the house brings along; used when no `url` is given
/// @param database an own PostgreSQL 18
/// @param backup where the copies of the database the house brings along are kept
/// @param demo load the demo board also into an external database
@ConfigurationProperties("bofast")
public record DatabaseSettings(
        @DefaultValue("data") Path data,
        @DefaultValue External database,
        @DefaultValue("false") boolean demo,
        @DefaultValue("true") boolean demoWhenNew,
        @DefaultValue Backup backup) {

    /// @param url `jdbc:postgresql://host[,host]/database`; may list several hosts
    /// @param ownerPassword of the role bofast_owner, which migrates
    /// @param appPassword of the role bofast_app, which serves and cannot pass the walls
    /// @param keeper a role that passes the walls; only for taking all rows out, or putting them in
    public record External(
            @Nullable String url,
            @Nullable String ownerPassword,
            @Nullable String appPassword,
            @Nullable String keeper,
            @Nullable String keeperPassword) {}

    /// @param folder where backups and the archive go; blank: no archive, and none by itself
    /// @param keep how many backups are kept
    /// @param nightly whether the house takes one by itself each night
    /// @param nightlyAt when in the night
    /// @param archiveAfter how much may be lost with the disk of the database: what was written is
    ///   in the archive after so long
    public record Backup(
            @Nullable String folder,
            @DefaultValue("14") int keep,
            @DefaultValue("true") boolean nightly,
            @DefaultValue("02:15") LocalTime nightlyAt,
            @DefaultValue("60s") Duration archiveAfter) {

        public Optional<Path> place() {
            return folder == null || folder.isBlank()
                    ? Optional.empty()
                    : Optional.of(Path.of(folder).toAbsolutePath().normalize());
        }
    }

    /// True if the house brings its database along.
    public boolean embedded() {
        return database.url() == null || database.url().isBlank();
    }
}
