package se.bofast.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Sankt Eriksgatan 117 lgh 1203 | S:t Eriksgatan 117",
                "Sankt Eriksgatan 117 | St. Eriksgatan 117",
                "Sankt Eriksgatan 117 | St Eriksgatan 117, 2 tr",
                "Sankt Eriksgatan 117 | S:T ERIKSGATAN  117",
                "Sankt Eriksgatan 117 | S:t Eriksg. 117",
                "Sankt Eriksgatan 117 | Sankt Eriks gatan 117",
                "Sankt Eriksgatan 117 | s:t Eriksgatan117 ",
                "Norrbackagatan 4 B | Norrbackag. 4b",
                "Norrbackagatan 4 B | Norrbackagatan 4B nb",
                "Norrbackagatan 4 B | Norrbacka gatan 4B, 1 tr ö.g.",
                "Norrbackagatan 4 B | Norrbackagatan 4B/1101",
                "Norrbackagatan 4 | Norrbackagatan 4 lgh nr 1001",
                "Norrbackagatan 4 | Norrbackagatan 4, lägenhet 1001",
                "Norrbackagatan 4 | Norrbackagatan 04",
                "Norrbackagatan 4 | c/o Ek, Norrbackagatan 4",
                "Norrbackagatan 4 | Norrbackagatan 4 uppg C",
                "Norrbackagatan 4 | Norrbackagatan 4 (gården)",
                "Lilla Nygatan 7 | L:a Nygatan 7",
                "Stora Nygatan 7 | St. Nygatan 7",
                "Östra Ågatan 3 | Ö. Ågatan 3",
                "Västra vägen 12 | V Vägen 12",
                "Björkvägen 12 | Björkv. 12",
                "Hornsgatan 12-14 | Hornsgatan 12",
                "Karl XII:s torg 2 | Karl XIIs torg 2"
            })
    void is_the_same_address(String one, String other) {
        assertThat(AddressText.key(one)).isEqualTo(AddressText.key(other)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // The key forgives ways of writing, not spelling.
                "Sankt Eriksgatan 117 | Sankt Erikgatan 117",
                "Norrbackagatan 4 | Norrbackagatan 40",
                "Norrbackagatan 4 | Norrbackagatan 4 B",
                "Lilla Nygatan 7 | Stora Nygatan 7",
                "Norra vägen 1 | Södra vägen 1",
                "Björkgatan 2 | Björkvägen 2"
            })
    void is_another_address(String one, String other) {
        assertThat(AddressText.key(one)).isNotEqualTo(AddressText.key(other));
    }

    @Test
    void splits_apartment_and_floor_off() {
        var apart = AddressText.apart("Sankt Eriksgatan 117 B lgh 1203, 3 tr");
        assertThat(apart.key()).isEqualTo("steriksgatan117b");
        assertThat(apart.apartment()).isEqualTo("1203");
        assertThat(apart.floor()).isEqualTo(3);
        assertThat(AddressText.apart("Norrbackagatan 4 nb").floor()).isZero();
        assertThat(AddressText.apart("Norrbackagatan 4/1101").apartment()).isEqualTo("1101");
        assertThat(AddressText.apart("Norrbackagatan 4").apartment()).isNull();
        assertThat(AddressText.apart("Norrbackagatan 4").floor()).isNull();
    }

    @Test
    void a_box_or_a_farm_has_a_key_too() {
        assertThat(AddressText.key("Box 123")).isEqualTo("box123");
        assertThat(AddressText.key("Hagby gård")).isEqualTo("hagbygard");
    }
}
