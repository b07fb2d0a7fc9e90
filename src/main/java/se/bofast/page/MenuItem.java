package se.bofast.page;

/// One entry of the navigation, as its room offers it to the person here.
///
/// `order` sorts the menu; 900 and up stands below a line at the bottom. `waiting` is how many
/// things wait behind the entry; 0 shows nothing.
public record MenuItem(String key, String href, int order, int waiting) {

    public MenuItem(String key, String href, int order) {
        this(key, href, order, 0);
    }
}
