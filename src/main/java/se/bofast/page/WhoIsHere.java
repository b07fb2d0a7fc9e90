package se.bofast.page;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tells the frame who is logged in and where they work. The log-in room offers the one bean of it.
public interface WhoIsHere {

    /// Empty when no one is logged in.
    Optional<Here> here();

    /// `account` is whose log-in it is, `name` as colleagues know them, `board` and `unit` by their
    /// names. `switchHref` leads to the page where one chooses board and unit (null: nothing to
    /// choose); `logOutHref` takes a POST.
    record Here(
            UUID account,
            String name,
            String board,
            @Nullable String unit,
            @Nullable String switchHref,
            String logOutHref) {}
}
