package se.bofast.page;

/// Where the search field of the top bar sends its words: POST, field `q`.
///
/// It is a POST because people search for names and numbers, which must not stand in an address.
/// Without a bean of it there is no search field.
public interface SearchPlace {

    String action();
}
