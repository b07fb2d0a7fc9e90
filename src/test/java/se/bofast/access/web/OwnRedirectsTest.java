package se.bofast.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnRedirectsTest {

    @ParameterizedTest
    @CsvSource({
        "/logga-in?fel, /logga-in?fel",
        "http://elak.example/arenden?lage=A%20B&page=2, /arenden?lage=A%20B&page=2",
        "https://elak.example, /",
        "//elak.example/x, /x",
        "http://elak.example//annan.example/x, /",
        "http://elak.example/\\annan, /",
        "javascript:alert(1), /",
        "'', /"
    })
    void leads_to_a_path_and_never_to_a_host(String address, String location) {
        assertThat(OwnRedirects.path(address)).isEqualTo(location);
    }
}
