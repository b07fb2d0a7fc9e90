package se.bofast.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import se.bofast.audit.DossierRecord;
import se.bofast.database.HouseEyes;
import se.bofast.kernel.NotFound;
import se.bofast.letter.KeptLetters;
import se.bofast.letter.LetterPages;
import se.bofast.letter.StoredFile.StoredFileId;
import se.bofast.letter.StoredFiles;

/// The papers of a dossier, as they were made.
@Component
class DossierLetters {

    private static final String ROOM = "letter";
    private static final String NAME = "brev-";

    private final KeptLetters kept;
    private final StoredFiles files;
    private final HouseEyes eyes;

    DossierLetters(KeptLetters kept, StoredFiles files, HouseEyes eyes) {
        this.kept = kept;
        this.files = files;
        this.eyes = eyes;
    }

    /// In the order of the dossier; names say nothing of anybody.
    List<WritingPackage.Letter> of(Dossier dossier) {
        var letters = new ArrayList<WritingPackage.Letter>();
        for (var record : dossier.of(ROOM + ".letter")) {
            var file = record.uuid("file_id");
            var first = record.value("first_page");
            if (file != null && first != null) {
                letters.add(
                        new WritingPackage.Letter(
                                NAME + (letters.size() + 1) + ".pdf",
                                pages(record, new StoredFileId(file), Integer.parseInt(first))));
            }
        }
        return letters;
    }

    private byte[] pages(DossierRecord record, StoredFileId file, int first) {
        var whole = files.copy(file);
        if (record.value("run_id") == null) {
            return whole;
        }
        // Also of letters one may not see: theirs begin where this one ends.
        var last =
                Objects.requireNonNull(eyes.open(() -> kept.lastPage(file, first)))
                        .orElseGet(() -> files.find(file).orElseThrow(NotFound::new).pages());
        return LetterPages.of(whole, first, last);
    }
}
