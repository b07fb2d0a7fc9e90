package se.bofast.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArabicLetterTest {

    private static final PdfFile FILE =
            Reading.pdf(Samples.letter(Samples.invitation(), LetterLanguage.ARABIC));

    private static List<String> readAloud() {
        return Reading.open(
                FILE,
                pdf -> {
                    var found = new ArrayList<String>();
                    collect(pdf.getDocumentCatalog().getStructureTreeRoot(), found);
                    return found;
                });
    }

    private static void collect(PDStructureNode node, List<String> found) {
        for (var kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                if (element.getActualText() != null) {
                    found.add(
                            element.getActualText()
                                    .replace('\u00A0', ' ')
                                    .replaceAll("[\u2066\u2069]", ""));
                }
                collect(element, found);
            }
        }
    }

    @Test
    void is_read_aloud_in_the_order_of_the_language() {
        assertThat(readAloud())
                .contains("نريد أن نساعدك على الاحتفاظ بسكنك")
                .contains("الموعد: الثلاثاء 1 ديسمبر 2026 الساعة 10:00")
                .contains("المكان: Torggatan 3, plan 2, Exempelstad")
                .anyMatch(text -> text.contains("14 320 kr"))
                .anyMatch(text -> text.contains("الجمعة 4 ديسمبر 2026"));
    }

    @Test
    void the_swedish_part_needs_no_such_help() {
        assertThat(readAloud()).noneMatch(text -> text.contains("Hej Anna"));
    }

    @ParameterizedTest
    @CsvSource({"سلام,\uFEB3\uFEFC\uFEE1", "بيت,\uFE91\uFEF4\uFE96", "نعم,\uFEE7\uFECC\uFEE2"})
    void joins_the_letters_of_a_word(String word, String joined) {
        assertThat(RightToLeft.joined(word)).isEqualTo(joined);
    }

    @Test
    void draws_a_word_from_the_right() {
        assertThat(new RightToLeft.Order().reorderRTLTextToLTR("\uFE91\uFEF4\uFE96"))
                .isEqualTo("\uFE96\uFEF4\uFE91");
    }

    @Test
    void turns_brackets_to_face_the_right_way() {
        assertThat(new RightToLeft.Order().reorderRTLTextToLTR("(\uFEED)")).isEqualTo("(\uFEED)");
    }

    /// Text of the page as drawn, from left to right: numbers must not be turned.
    @Test
    void keeps_telephone_number_time_and_code_in_their_own_order() {
        assertThat(Reading.text(FILE, 2, 2))
                .contains("7K4M-PQ8T-XW3R-D")
                .contains("tid.exempelstad.example")
                .contains("10:00");
    }
}
