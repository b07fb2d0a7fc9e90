package se.bofast.letter;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// What veraPDF finds wrong with a file.
final class Conformance {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private Conformance() {}

    /// Empty if the file is both PDF/A-2a and PDF/UA-1.
    static List<String> faults(PdfFile file) {
        return List.of(PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1).stream()
                .flatMap(flavour -> faults(file, flavour).stream())
                .toList();
    }

    private static List<String> faults(PdfFile file, PDFAFlavour flavour) {
        try (var parser =
                        Foundries.defaultInstance()
                                .createParser(new ByteArrayInputStream(file.bytes()), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            return result.getTestAssertions().stream()
                    .map(
                            fault ->
                                    flavour
                                            + " "
                                            + fault.getRuleId().getClause()
                                            + "-"
                                            + fault.getRuleId().getTestNumber()
                                            + " "
                                            + fault.getMessage())
                    .distinct()
                    .toList();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
