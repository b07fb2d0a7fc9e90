package se.bofast.page;

import java.util.List;

/// A room's part of the navigation. Each room that has pages offers a bean of it.
public interface MenuSource {

    /// Only what the person here may use. Asked once for every page, so keep it quick.
    List<MenuItem> items();
}
