package se.bofast.parts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SbomCheckTest {

    private static final PartsList HOUSE =
            new PartsList(
                    new Part("se.bofast", "bofast", "0.1.0"),
                    List.of(
                            new Part("org.invented", "press", "2.3"),
                            new Part("org.invented", "ink", "1.0")));

    @TempDir private Path folder;

    private record Answer(int code, String out, String err) {}

    private Answer check(PartsList house, Object... places) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var code =
                new SbomCheck(
                                Optional.of(house),
                                new PrintStream(out, true, UTF_8),
                                new PrintStream(err, true, UTF_8))
                        .check(Arrays.stream(places).map(Object::toString).toList());
        return new Answer(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static String advisory(String id, String more, String library, String events) {
        return """
        {"schema_version": "1.7.3", "id": "%s", "modified": "2026-11-01T00:00:00Z",
         "aliases": ["CVE-2026-99999"], "summary": "The press prints what it should not", %s
         "affected": [{"package": {"ecosystem": "Maven", "name": "%s"},
                       "ranges": [{"type": "ECOSYSTEM", "events": [%s]}]}]}
        """
                .formatted(id, more, library, events);
    }

    private static final String HIT =
            advisory(
                    "GHSA-made-up01",
                    "",
                    "org.invented:press",
                    "{\"introduced\": \"2.0\"}, {\"fixed\": \"2.4\"}");

    @Test
    void tells_library_version_advisory_and_where_it_is_mended() throws Exception {
        var answer = check(HOUSE, file("one.json", HIT));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains(
                        "org.invented:press 2.3",
                        "GHSA-made-up01",
                        "CVE-2026-99999",
                        "The press prints what it should not",
                        "Fixed in: 2.4")
                .doesNotContain("ink");
        assertThat(answer.err()).isEmpty();
    }

    /// The list the build has put into the jar is the one that is compared.
    @Test
    void finds_a_library_the_house_really_has() throws Exception {
        var own = PartsList.own();
        assertThat(own)
                .as(
                        "the build made no list of parts: Maven was told to be offline. Run 'mvn generate-resources' once without -o.")
                .isPresent();
        var tomcat =
                own.get().parts().stream()
                        .filter(part -> part.name().equals("tomcat-embed-core"))
                        .findFirst()
                        .orElseThrow();
        assertThat(own.get().parts())
                .hasSizeGreaterThan(60)
                .noneMatch(part -> part.version().isBlank())
                .noneMatch(part -> part.name().equals("junit-jupiter-api"));
        var found =
                advisory(
                        "GHSA-made-up02",
                        "",
                        tomcat.coordinates(),
                        "{\"introduced\": \"0\"}, {\"last_affected\": \"%s\"}"
                                .formatted(tomcat.version()));
        var mended =
                advisory(
                        "GHSA-made-up03",
                        "",
                        tomcat.coordinates(),
                        "{\"introduced\": \"0\"}, {\"fixed\": \"%s\"}".formatted(tomcat.version()));
        assertThat(check(own.get(), file("found.json", found)).code()).isEqualTo(1);
        assertThat(check(own.get(), file("mended.json", mended)).code()).isZero();
    }

    @Test
    void a_mended_version_is_no_hit() throws Exception {
        var answer =
                check(
                        HOUSE,
                        file(
                                "mended.json",
                                advisory(
                                        "GHSA-made-up04",
                                        "",
                                        "org.invented:press",
                                        "{\"introduced\": \"0\"}, {\"fixed\": \"2.3\"}")));
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("none is hit").doesNotContain("HIT");
    }

    @Test
    void a_withdrawn_advisory_is_no_hit_and_is_counted() throws Exception {
        var answer =
                check(
                        HOUSE,
                        file(
                                "withdrawn.json",
                                advisory(
                                        "GHSA-made-up05",
                                        "\"withdrawn\": \"2026-11-02T00:00:00Z\",",
                                        "org.invented:press",
                                        "{\"introduced\": \"0\"}")));
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("1 withdrawn");
    }

    @Test
    void other_ecosystems_are_not_looked_at_and_it_says_so() throws Exception {
        var answer = check(HOUSE, file("npm.json", HIT.replace("\"Maven\"", "\"npm\"")));
        assertThat(answer.code()).isZero();
        assertThat(answer.out()).contains("1 for other ecosystems than Maven");
    }

    @Test
    void a_package_url_alone_names_a_library() throws Exception {
        var text =
                """
                {"id": "X-1", "affected": [{"package": {"purl": "pkg:maven/org.invented/ink@1.0?type=jar"}, "versions": ["1.0"]}]}
                """;
        assertThat(check(HOUSE, file("purl.json", text)).out()).contains("org.invented:ink 1.0");
        assertThat(check(HOUSE, file("other.json", text.replace("/ink@", "/ink-well@"))).code())
                .isZero();
    }

    @Test
    void reads_an_array_a_folder_and_a_zip() throws Exception {
        var array = file("all.json", "[" + HIT + "," + HIT.replace("up01", "up06") + "]");
        assertThat(check(HOUSE, array).out()).contains("GHSA-made-up01", "GHSA-made-up06");
        assertThat(check(HOUSE, folder).out()).contains("with 2 advisories: 2 hits");
        var zip = folder.resolve("Maven.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("../../GHSA-made-up01.json"));
            out.write(HIT.getBytes(UTF_8));
            out.putNextEntry(new ZipEntry("readme.txt"));
            out.write("no advisory".getBytes(UTF_8));
        }
        assertThat(check(HOUSE, zip).out()).contains("with 1 advisories: 1 hits");
        assertThat(check(HOUSE, zip).code()).isEqualTo(1);
    }

    @Test
    void a_broken_file_is_named_and_the_rest_is_read_all_the_same() throws Exception {
        var broken = file("broken.json", "{\"id\": \"GHSA-");
        var answer = check(HOUSE, broken, file("one.json", HIT));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.out()).contains("GHSA-made-up01");
        assertThat(answer.err())
                .contains("broken.json", "line 1", "not the whole answer")
                .doesNotContain("Exception");
    }

    @Test
    void says_what_is_wrong_with_each_kind_of_file() throws Exception {
        assertThat(err(file("empty.json", ""))).contains("it is empty");
        assertThat(err(file("text.json", "\"hello\"")))
                .contains("begins neither with { nor with [");
        assertThat(err(file("noid.json", "{\"name\": \"x\"}"))).contains("it has no id");
        assertThat(err(file("two.json", HIT + HIT))).contains("something follows");
        assertThat(err(file("twice.json", "{\"id\": \"a\", \"id\": \"b\"}"))).contains("no JSON");
        assertThat(err(file("type.json", "{\"id\": \"a\", \"affected\": {}}")))
                .contains("'affected' is not a list");
        assertThat(err(file("text2.json", "{\"id\": \"a\", \"aliases\": [1]}")))
                .contains("'aliases' is not a text");
        assertThat(err(file("element.json", "[1]"))).contains("where an advisory should");
        assertThat(err(file("deep.json", "{\"id\":" + "[".repeat(5_000) + "}")))
                .contains("beyond measure");
        assertThat(err(file("version.json", HIT.replace("2.4", "1-".repeat(300)))))
                .contains("'fixed' is longer than 200 signs");
        assertThat(err(file("zip.json", "PK\003\004 and nothing"))).contains("cannot be read");
        assertThat(err(folder.resolve("nowhere.json"))).contains("there is no such file");
        assertThat(err(Files.createDirectory(folder.resolve("bare"))))
                .contains("no file that ends");
    }

    private String err(Path place) {
        var answer = check(HOUSE, place);
        assertThat(answer.code()).as(place.toString()).isEqualTo(2);
        return answer.err();
    }

    @Test
    void a_zip_that_unpacks_beyond_measure_is_refused() throws Exception {
        var zip = folder.resolve("bomb.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("bomb.json"));
            out.write("{\"id\": \"a\", \"details\": [".getBytes(UTF_8));
            var piece = "0,".repeat(512 * 1024).getBytes(UTF_8);
            for (var n = 0; n < 80; n++) {
                out.write(piece);
            }
        }
        assertThat(Files.size(zip)).isLessThan(1024 * 1024);
        assertThat(err(zip)).contains("bomb.json", "beyond measure");
    }

    @Test
    void words_from_outside_cannot_move_the_terminal() throws Exception {
        var answer =
                check(
                        HOUSE,
                        file("esc.json", HIT.replace("The press", "\\u001b[2J\\u202eThe press")));
        assertThat(answer.out()).contains("The press").doesNotContain("\u001b", "\u202e");
    }

    @Test
    void says_how_it_is_asked() {
        assertThat(check(HOUSE).code()).isEqualTo(2);
        assertThat(check(HOUSE).err()).contains("./bofast sbom-check FILE");
        assertThat(check(HOUSE, "--help").err()).contains("./bofast sbom-check FILE");
    }

    @Test
    void a_house_without_a_list_says_so() {
        var err = new ByteArrayOutputStream();
        var code =
                new SbomCheck(Optional.empty(), System.out, new PrintStream(err, true, UTF_8))
                        .check(List.of("x.json"));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains("without the list of its parts");
    }
}
