/// The frame every page stands in: layout, form and table parts, words in two languages, reading of
/// what people type, error pages.
///
/// Owns the look and the message files' form. Knows no room: the menu, who is here and where the
/// search goes arrive through {@link se.bofast.page.MenuSource}, {@link se.bofast.page.WhoIsHere}
/// and {@link se.bofast.page.SearchPlace}. How to write a page stands in `docs/pages.md`.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "audit"})
package se.bofast.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
