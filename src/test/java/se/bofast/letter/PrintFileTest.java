package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrintFileTest {

    private static final LetterLanguage[] LANGUAGES = LetterLanguage.values();

    /// Väsby's round: 407 letters, every other with a translation.
    @Test
    void four_hundred_and_seven_letters_each_start_on_a_sheet_of_their_own() {
        var codes = IntStream.range(0, 407).mapToObj(i -> LetterCode.random()).toList();
        var letters = IntStream.range(0, 407).mapToObj(i -> letter(i, codes.get(i))).toList();
        var processor = ManagementFactory.getThreadMXBean();
        var before = processor.getCurrentThreadCpuTime();
        var started = System.nanoTime();
        var run = new PrintFile(Reading.letters()).make(letters, done -> {});
        var milliseconds = (System.nanoTime() - started) / 1_000_000;
        var used = (processor.getCurrentThreadCpuTime() - before) / 1_000_000;
        assertThat(run.leftOut()).isEmpty();
        assertThat(run.files()).hasSize(1);
        var file = run.files().getFirst();
        System.out.printf(
                "407 letters: %d ms, %d ms of processor, %d bytes, %d pages%n",
                milliseconds, used, file.pdf().size(), file.pdf().pages());
        assertThat(file.places()).hasSize(407);
        Reading.open(
                file.pdf(),
                pdf -> {
                    for (var place : file.places()) {
                        assertThat(place.firstPage() % 2).as("on a front").isEqualTo(1);
                        var sheet =
                                Reading.text(
                                        pdf,
                                        place.firstPage(),
                                        Math.min(place.firstPage() + 1, pdf.getNumberOfPages()));
                        var own = codes.get(place.letter()).written();
                        assertThat(sheet).contains("Person nummer " + place.letter() + ",", own);
                        assertThat(sheet.split("Avs: ", -1)).as("one address").hasSize(2);
                        assertThat(sheet)
                                .contains(isTranslated(place.letter()) ? "2 (2)" : "1 (1)");
                    }
                    return pdf;
                });
    }

    private static Letter letter(int number, LetterCode code) {
        var sample = Samples.invitation();
        return new Letter(
                new Invitation(
                        sample.reason(),
                        sample.debt(),
                        sample.lastDay(),
                        number % 3,
                        sample.appointment(),
                        code),
                new Recipient(
                        "Person nummer " + number, List.of("Torggatan 9", "123 47 Exempelstad")),
                Samples.SENDER,
                Samples.TODAY,
                isTranslated(number) ? LANGUAGES[1 + number % 4] : null,
                null);
    }

    private static boolean isTranslated(int number) {
        return number % 2 == 0;
    }

    @Test
    void a_letter_that_cannot_be_printed_does_not_hold_up_the_others() {
        var letters =
                List.of(
                        UnprintableTest.to("Anna Berg"),
                        UnprintableTest.to("Li 漢"),
                        UnprintableTest.to("Bo Ek"));
        var run = new PrintFile(Reading.letters()).make(letters, done -> {});
        assertThat(run.leftOut())
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.letter()).isEqualTo(1);
                    assertThat(one.character().written()).isEqualTo("U+6F22");
                });
        var file = run.files().getFirst();
        assertThat(file.places())
                .containsExactly(new PrintRun.Place(0, 1), new PrintRun.Place(2, 3));
        assertThat(Reading.text(file.pdf())).contains("Anna Berg", "Bo Ek").doesNotContain("Li ");
    }

    @Test
    void a_long_run_becomes_several_files() {
        var letters =
                IntStream.range(0, 7).mapToObj(i -> UnprintableTest.to("Person " + i)).toList();
        var told = new ArrayList<Integer>();
        var run = new PrintFile(Reading.letters(), 3).make(letters, told::add);
        assertThat(run.files()).extracting(file -> file.places().size()).containsExactly(3, 3, 1);
        assertThat(run.files())
                .flatExtracting(PrintRun.File::places)
                .extracting(PrintRun.Place::letter)
                .containsExactly(0, 1, 2, 3, 4, 5, 6);
        assertThat(told).containsExactly(3, 6, 7);
    }

    @Test
    void the_last_letters_being_left_out_does_not_lose_the_first() {
        var letters = List.of(UnprintableTest.to("Anna Berg"), UnprintableTest.to("Li 漢"));
        var run = new PrintFile(Reading.letters()).make(letters, done -> {});
        assertThat(run.files()).hasSize(1);
        assertThat(run.leftOut()).hasSize(1);
    }

    @Test
    void nothing_to_print_makes_no_file() {
        assertThat(new PrintFile(Reading.letters()).make(List.of(), done -> {}).files()).isEmpty();
        var run =
                new PrintFile(Reading.letters()).make(List.of(UnprintableTest.to("漢")), done -> {});
        assertThat(run.files()).isEmpty();
        assertThat(run.leftOut()).hasSize(1);
    }

    @Test
    void a_letter_of_three_pages_is_followed_by_a_blank_back() {
        var letters =
                List.of(
                        Samples.letter(Samples.copy(), LetterLanguage.ENGLISH),
                        Samples.letter(Samples.receipt(), null));
        var file = new PrintFile(Reading.letters()).make(letters, done -> {}).files().getFirst();
        assertThat(file.places())
                .containsExactly(new PrintRun.Place(0, 1), new PrintRun.Place(1, 5));
        assertThat(Reading.text(file.pdf(), 4, 4)).isEmpty();
        assertThat(Reading.text(file.pdf(), 5, 5)).contains("1 (1)");
    }
}
