package se.bofast.page;

import java.util.List;

/// What a room lets the board settle. A room with such pages offers a bean of it; the page of
/// settings leads to each.
public interface SettingSource {

    /// Only what the person here may use. The key is that of what is settled.
    List<MenuItem> settings();
}
