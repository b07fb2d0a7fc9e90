package se.bofast.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the database is.
///
/// @param data the folder of the database the house brings along; used when no `url` is given
/// @param database an own PostgreSQL 18
/// @param demo load the demo board also into an external database
@ConfigurationProperties("bofast")
public record DatabaseSettings(
        @DefaultValue("data") Path data,
        @DefaultValue External database,
        @DefaultValue("false") boolean demo,
        @DefaultValue("true") boolean demoWhenNew) {

    /// @param url `jdbc:postgresql://host[,host]/database`; may list several hosts
    /// @param ownerPassword of the role bofast_owner, which migrates
    /// @param appPassword of the role bofast_app, which serves and cannot pass the walls
    public record External(
            @Nullable String url, @Nullable String ownerPassword, @Nullable String appPassword) {}
}
