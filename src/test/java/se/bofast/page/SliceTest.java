package se.bofast.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SliceTest {

    /// A store of the numbers 1 to `count`, read as SQL reads by key.
    private static Slice<Integer> fetch(int count, int size, Optional<PageKey> from) {
        var key = from.map(found -> Integer.parseInt(found.values().getFirst()));
        var rows =
                IntStream.rangeClosed(1, count)
                        .boxed()
                        .filter(n ->
                                key.isEmpty()
                                        || (from.get().backward() ? n < key.get() : n > key.get()))
                        .toList();
        if (from.isPresent() && from.get().backward()) {
            rows = rows.reversed();
        }
        return Slice.of(
                rows.stream().limit(size + 1L).toList(),
                size,
                from,
                n -> List.of(String.valueOf(n)));
    }

    @Property
    void leads_through_the_whole_list_and_back(
            @ForAll @IntRange(min = 1, max = 60) int count,
            @ForAll @IntRange(min = 1, max = 10) int size) {
        var seen = new ArrayList<Integer>();
        var pages = new ArrayList<List<Integer>>();
        var page = fetch(count, size, Optional.empty());
        assertThat(page.previousKey()).isNull();
        while (true) {
            seen.addAll(page.rows());
            pages.add(page.rows());
            if (page.nextKey() == null) {
                break;
            }
            page = fetch(count, size, PageKey.read(page.nextKey().encoded()));
        }
        assertThat(seen).isEqualTo(IntStream.rangeClosed(1, count).boxed().toList());
        for (var n = pages.size() - 2; n >= 0; n--) {
            assertThat(page.previousKey()).isNotNull();
            page = fetch(count, size, Optional.ofNullable(page.previousKey()));
            assertThat(page.rows()).isEqualTo(pages.get(n));
        }
        assertThat(page.previousKey()).isNull();
    }

    @Property
    void a_key_survives_the_address(@ForAll List<String> values, @ForAll boolean backward) {
        var key = new PageKey(backward, values.isEmpty() ? List.of("1") : values);
        var encoded = key.encoded();
        assertThat(encoded).matches("[A-Za-z0-9_-]+");
        if (encoded.length() <= 500 && isPlain(values)) {
            assertThat(PageKey.read(encoded)).contains(key);
        }
    }

    /// Half a surrogate pair has no form in UTF-8.
    private static boolean isPlain(List<String> values) {
        return values.stream()
                .allMatch(value ->
                        value.codePoints()
                                .noneMatch(point ->
                                        point >= Character.MIN_SURROGATE
                                                && point <= Character.MAX_SURROGATE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%%%", "YQ", "eAox", "not a key at all", "====="})
    void anything_else_means_the_first_page(String parameter) {
        assertThat(PageKey.read(parameter)).isEmpty();
    }

    @Test
    void a_sort_outside_the_list_gives_the_lists_own_order() {
        var own = SortChoice.ascending("lastDay");
        var allowed = Set.of("lastDay", "name");
        assertThat(SortChoice.read("-name", allowed, own)).isEqualTo(SortChoice.descending("name"));
        assertThat(SortChoice.read("debt; drop table", allowed, own)).isEqualTo(own);
        assertThat(SortChoice.read(null, allowed, own)).isEqualTo(own);
    }

    @Test
    void pressing_the_same_heading_twice_turns_the_order() {
        var sort = SortChoice.ascending("name");
        assertThat(sort.pressed("name").parameter()).isEqualTo("-name");
        assertThat(sort.pressed("name").pressed("name").parameter()).isEqualTo("name");
        assertThat(SortChoice.descending("name").pressed("lastDay").parameter())
                .isEqualTo("lastDay");
    }

    @Test
    void an_address_keeps_its_other_parameters() {
        var address = Address.of("/arenden").with("lage", "öppet").with("page", "x");
        assertThat(address.without("page").with("sort", "-name").toString())
                .isEqualTo("/arenden?lage=%C3%B6ppet&sort=-name");
        assertThat(address.with("lage", " ").without("page").toString()).isEqualTo("/arenden");
    }
}
