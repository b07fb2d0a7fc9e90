package se.bofast.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeSet;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/// Comes last: the addresses of all pages are read from the house itself, and a page no journey
/// came to fails.
@Order(Integer.MAX_VALUE)
class EveryPageTest {

    @Test
    void no_page_was_left_out() {
        var missed = new TreeSet<String>();
        for (var page : RunningHouse.withDemo().pages()) {
            var pattern = page.replaceAll("\\{[^}]+}", "[^/]+");
            if (Browsing.visited().stream().noneMatch(path -> path.matches(pattern))) {
                missed.add(page);
            }
        }
        assertThat(missed).as("pages no journey came to").isEmpty();
    }
}
