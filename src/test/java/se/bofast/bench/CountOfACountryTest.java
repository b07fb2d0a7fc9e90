package se.bofast.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.LocalDate;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.bofast.bench.CountryQuestions.Number;
import se.bofast.database.TestDatabase;

/// What the bench measures on a whole country, asked of five boards: the house, SQL by hand and
/// DuckDB give the same answer, and the boards behind their walls are together the country.
class CountOfACountryTest {

    private static final Country FIVE = new Country(5, 1500);

    @Test
    void is_the_same_through_the_views_by_hand_and_in_duckdb(@TempDir Path folder)
            throws Exception {
        var database = TestDatabase.copy();
        var password = TestDatabase.keeper();
        TestDatabase.letIn("bofast_keeper", database);
        try (var keeper = DriverManager.getConnection(database.url(), "bofast_keeper", password);
                var app =
                        DriverManager.getConnection(
                                database.url(), "bofast_app", database.appPassword());
                var duck = DriverManager.getConnection("jdbc:duckdb:")) {
            FIVE.fill(keeper);
            CountryQuestions.load(keeper, duck, folder);
            for (var day = LocalDate.of(2017, 2, 28);
                    day.isBefore(Country.LAST);
                    day = day.plusMonths(17)) {
                same(keeper, app, duck, day);
            }
            same(keeper, app, duck, Country.LAST);
        }
    }

    private static void same(Connection keeper, Connection app, Connection duck, LocalDate day)
            throws Exception {
        var counted = CountryQuestions.views(keeper, day);
        assertThat(CountryQuestions.people(counted, "CITY")).as("%s", day).isGreaterThan(40);
        assertThat(counted.values().stream().mapToLong(Number::nights).sum()).isPositive();
        assertThat(counted.keySet()).anyMatch(key -> key.endsWith("family"));
        assertThat(CountryQuestions.byHand(keeper, null, day)).as("%s", day).isEqualTo(counted);
        assertThat(CountryQuestions.inDuck(duck, day)).as("%s", day).isEqualTo(counted);
        var together = new TreeMap<String, Number>();
        for (var n = 1; n <= FIVE.boards(); n++) {
            var board = Country.board(keeper, n);
            var walled = CountryQuestions.behindTheWalls(app, board, Country.area(keeper, n), day);
            assertThat(walled).isEqualTo(CountryQuestions.byHand(keeper, board, day));
            walled.forEach((key, number) -> together.merge(key, number, Number::plus));
        }
        assertThat(together).as("%s", day).isEqualTo(counted);
    }
}
