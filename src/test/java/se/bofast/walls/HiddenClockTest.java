package se.bofast.walls;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Moments come from the injected clock, in Java and in SQL, so that a past year can be played.
@AnalyzeClasses(packages = "se.bofast", importOptions = ImportOption.DoNotIncludeTests.class)
class HiddenClockTest {

    private static final Pattern SQL_CLOCK =
            Pattern.compile(
                    "(?i)\\b(now\\s*\\(\\s*\\)|current_date|current_timestamp|current_time\\b|localtimestamp|localtime\\b|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday\\s*\\(|uuidv7\\s*\\(\\s*\\)|'(now|today|yesterday|tomorrow)'::)");

    @ArchTest
    static final ArchRule time_is_passed_in =
            noClasses()
                    .should()
                    .callMethodWhere(
                            describe(
                                    "java.time now() without a Clock",
                                    (JavaMethodCall call) ->
                                            call.getName().equals("now")
                                                    && call.getTargetOwner()
                                                            .getPackageName()
                                                            .equals("java.time")
                                                    && call
                                                            .getTarget()
                                                            .getRawParameterTypes()
                                                            .stream()
                                                            .noneMatch(t ->
                                                                    t.isEquivalentTo(
                                                                            Clock.class))));

    @ArchTest
    static final ArchRule no_old_dates_and_system_moments =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("se.bofast.database")
                    .should()
                    .callMethod(System.class, "currentTimeMillis")
                    .orShould()
                    .callConstructor(java.util.Date.class)
                    .orShould()
                    .callMethod(Clock.class, "systemDefaultZone");

    @Test
    void sql_asks_no_clock() throws Exception {
        var found = new ArrayList<String>();
        for (var root : new String[] {"src/main/java", "src/main/resources/db"}) {
            try (var files = Files.walk(Path.of(root))) {
                for (var file : files.filter(Files::isRegularFile).toList()) {
                    var texts =
                            file.toString().endsWith(".java")
                                    ? SqlTexts.in(file)
                                    : java.util.List.of(Files.readString(file));
                    for (var text : texts) {
                        var clock = SQL_CLOCK.matcher(text.replaceAll("--.*", ""));
                        if (clock.find()) {
                            found.add(file.getFileName() + ": " + clock.group());
                        }
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
