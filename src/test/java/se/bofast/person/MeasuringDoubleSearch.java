package se.bofast.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.bofast.HouseTest;
import se.bofast.TestHouse.Boards;
import se.bofast.job.WorkDoneNow;
import se.bofast.kernel.IdentityNumber;
import se.bofast.kernel.NewId;
import se.bofast.kernel.PersonId;
import se.bofast.person.InventedDoubles.Hardship;

/// The whole search in a register of a hundred thousand, as the work in the line does it: reads,
/// compares, writes and logs. The name keeps it out of the suite: `-Dtest=MeasuringDoubleSearch`.
@HouseTest
class MeasuringDoubleSearch {

    private static final int BATCH = 5000;

    private final Boards boards;
    private final People people;
    private final DoubleSearches searches;
    private final WorkDoneNow work;

    MeasuringDoubleSearch(Boards boards, People people, DoubleSearches searches, WorkDoneNow work) {
        this.boards = boards;
        this.people = people;
        this.searches = searches;
        this.work = work;
    }

    @Test
    void a_hundred_thousand_people() {
        var board = boards.make();
        var actor = board.coordinator();
        var taken = new HashSet<String>();
        var rows = new ArrayList<NewPersonRow>();
        var clock = new se.bofast.kernel.HouseClock(java.time.Clock.systemUTC());
        for (var told : InventedDoubles.register(801, 98_000, 0.02, new Hardship(2, 2, 4))) {
            rows.add(new NewPersonRow(new PersonId(NewId.at(clock)), person(told.record(), taken)));
        }
        for (var from = 0; from < rows.size(); from += BATCH) {
            var batch = List.copyOf(rows.subList(from, Math.min(rows.size(), from + BATCH)));
            board.as(actor, () -> people.registerAll(batch));
        }
        board.as(actor, () -> searches.order());
        var start = System.nanoTime();
        work.all();
        var seconds = (System.nanoTime() - start) / 1e9;
        var done = board.as(actor, () -> searches.latest()).orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "%d people: %d linked, %d waiting, %.1f s (%.1f s of them the search) on %d processors%n",
                done.people(),
                done.linked(),
                done.waiting(),
                seconds,
                done.millis() / 1000.0,
                Runtime.getRuntime().availableProcessors());
        assertThat(done.people()).isEqualTo(rows.size());
        assertThat(done.linked()).isPositive();
        assertThat(seconds).isLessThan(60);
    }

    /// A double cannot have the number too: the register refuses it.
    private static NewPerson person(LinkRecord record, HashSet<String> taken) {
        var number = record.number();
        var street = record.street();
        var house = record.house();
        return new NewPerson(
                text(record.given()),
                text(record.family()),
                day(record.birth()),
                record.sex(),
                number != null && taken.add(number) ? new IdentityNumber(number) : null,
                Protection.NONE,
                street == null || street.isBlank()
                        ? null
                        : new NewAddress(
                                null,
                                street + (house == null ? "" : " " + house),
                                null,
                                record.postcode(),
                                record.town()),
                "sv",
                false);
    }

    private static String text(@Nullable String written) {
        return written == null ? "" : written;
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        try {
            return written == null
                    ? null
                    : LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
