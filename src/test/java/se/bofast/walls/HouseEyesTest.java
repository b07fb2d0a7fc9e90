package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.bofast.database.HouseEyes;

/// Who looks past the wall that hides protected people. Each must give back nothing that names one.
class HouseEyesTest {

    @Test
    void only_these_open_the_houses_eyes() {
        var users =
                new ClassFileImporter()
                                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                                .importPackages("se.bofast")
                                .stream()
                                .filter(type ->
                                        type.getDirectDependenciesFromSelf().stream()
                                                .anyMatch(to ->
                                                        to.getTargetClass()
                                                                .isEquivalentTo(HouseEyes.class)))
                                .filter(type -> !type.isEquivalentTo(HouseEyes.class))
                                .map(JavaClass::getSimpleName)
                                .collect(Collectors.toSet());
        assertThat(users)
                .containsExactlyInAnyOrder(
                        // Take in, join and take back what comes, whoever it is about.
                        "RegisteringSignals",
                        "AnsweringMatchQuestion",
                        "TakingBackSignals",
                        "AcceptingRows",
                        "UndoingRows",
                        "People",
                        // Say that a number is taken, never by whom.
                        "CorrectingIdentity",
                        // Say that a file names somebody hidden; where one's own letter ends.
                        "ReadingUploads",
                        "CaseLetters",
                        "DossierLetters",
                        "PrintingInvitations",
                        // Stop letters.
                        "PrintRunWork",
                        "HiddenCases",
                        // Count.
                        "Counting",
                        "ReckoningDay",
                        "OpeningCount",
                        "ReportingPeople",
                        "RoundPeople",
                        "CountResults",
                        "ClosingCount",
                        "CountingFlow",
                        // Say what must go, of whom is not told.
                        "RetentionPlan",
                        "ReadingRetention",
                        // Review who looked at whom, naming nobody.
                        "PickingItems",
                        "ReviewingItems",
                        // Hide, and watch without names.
                        "Sheltering",
                        "WatchingHidden",
                        // Say that an apartment is offered, never to whom.
                        "OfferedApartments",
                        // Say that an apartment is used, never by whom.
                        "LeasedApartments");
    }
}
