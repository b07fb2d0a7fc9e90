package se.bofast.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;

/// The filter one last used in a list stands in the address and comes back the next day.
@Component
public class RememberedFilters {

    private static final int LONGEST = 1000;

    private final JdbcClient db;
    private final Clock clock;

    RememberedFilters(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// Remembers the query of a list, or gives the remembered one when the list is opened bare.
    ///
    /// The page key is left out: a list begins at its beginning. Only codes and ids may stand in a
    /// query, never words about a person.
    ///
    /// @return the query to go on to, where the address has none and another is remembered
    @Transactional
    public Optional<String> remember(String list, MultiValueMap<String, String> query) {
        var written =
                query.entrySet().stream()
                        .filter(e -> !e.getKey().equals("page"))
                        .flatMap(e ->
                                e.getValue().stream()
                                        .filter(v -> v != null && !v.isBlank())
                                        .map(v -> encode(e.getKey()) + "=" + encode(v)))
                        .collect(Collectors.joining("&"));
        if (query.isEmpty()) {
            return db.sql(
                            """
                            select query from page.remembered_filter
                            where board_id = framework.board_id() and account_id = framework.account_id() and list = :list
                              and query <> ''
                            """)
                    .param("list", list)
                    .query(String.class)
                    .optional();
        }
        if (written.length() <= LONGEST && !query.containsKey("page")) {
            db.sql(
                            """
                            insert into page.remembered_filter (board_id, area_id, account_id, list, query, saved_at)
                            values (framework.board_id(), (framework.area_ids())[1], framework.account_id(), :list, :query, :at)
                            on conflict (board_id, account_id, list)
                            do update set query = excluded.query, saved_at = excluded.saved_at
                            where remembered_filter.query <> excluded.query
                            """)
                    .param("list", list)
                    .param("query", written)
                    .param("at", Timestamp.from(clock.instant()))
                    .update();
        }
        return Optional.empty();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
