package se.bofast.filing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which column of a list stands for which field: proposed from the names, corrected by the sender,
/// remembered under its [MappingKey].
///
/// A column stands for at most one field and a field for at most one column. Only columns that are
/// sure or chosen are read; one whose name is merely near a known one waits to be chosen.
public final class ColumnMapping {

    public enum Fit {
        /// The name is a known synonym.
        EXACT,
        /// The name is a letter or two from a known synonym: a proposal, not read until chosen.
        NEAR,
        /// Chosen by a person, now or earlier for a list with the same columns.
        CHOSEN,
        /// Not read.
        NONE
    }

    /// A column of the list and what it stands for.
    ///
    /// @param index place in [Sheet#header], from 0
    /// @param header as the sender wrote it; may be empty
    /// @param field what the column stands for, or is proposed to; null for a column not read
    public record Column(int index, String header, @Nullable Field field, Fit fit) {

        boolean isRead() {
            return fit == Fit.EXACT || fit == Fit.CHOSEN;
        }
    }

    private final List<Field> fields;
    private final List<Column> columns;
    private final List<String> header;
    private final Map<String, Integer> indexes = new HashMap<>();

    private ColumnMapping(List<Field> fields, List<Column> columns) {
        this.fields = fields;
        this.columns = List.copyOf(columns);
        this.header = columns.stream().map(Column::header).toList();
        for (var column : columns) {
            if (column.field() != null && column.isRead()) {
                indexes.putIfAbsent(column.field().code(), column.index());
            }
        }
    }

    /// What the names alone tell. Where two columns name the same field, the one with the surer
    /// synonym has it, or the first of equals; the other is left out.
    public static ColumnMapping propose(List<String> header, List<Field> fields) {
        var names = new KnownNames(fields);
        var columns = new TreeMap<Integer, Column>();
        Set<Field> taken = new HashSet<>();
        take(exactClaims(header, names), header, Fit.EXACT, columns, taken);
        take(nearClaims(header, names, columns.keySet()), header, Fit.NEAR, columns, taken);
        for (var index = 0; index < header.size(); index++) {
            columns.putIfAbsent(index, new Column(index, header.get(index), null, Fit.NONE));
        }
        return new ColumnMapping(List.copyOf(fields), List.copyOf(columns.values()));
    }

    /// @param weight the lower, the surer
    private record Claim(int index, Field field, int weight) {}

    private static List<Claim> exactClaims(List<String> header, KnownNames names) {
        List<Claim> claims = new ArrayList<>();
        for (var index = 0; index < header.size(); index++) {
            for (var match : names.exact(header.get(index))) {
                claims.add(new Claim(index, match.field(), match.rank()));
            }
        }
        return claims;
    }

    private static List<Claim> nearClaims(
            List<String> header, KnownNames names, Set<Integer> settled) {
        List<Claim> claims = new ArrayList<>();
        for (var index = 0; index < header.size(); index++) {
            if (!settled.contains(index)) {
                var name = HeaderText.normalised(header.get(index));
                for (var known : names.all().entrySet()) {
                    var distance = Spelling.distance(name, known.getKey());
                    if (Spelling.isNear(name, distance)) {
                        for (var match : known.getValue()) {
                            claims.add(new Claim(index, match.field(), distance));
                        }
                    }
                }
            }
        }
        return claims;
    }

    private static void take(
            List<Claim> claims,
            List<String> header,
            Fit fit,
            Map<Integer, Column> columns,
            Set<Field> taken) {
        claims.sort(Comparator.comparingInt(Claim::weight).thenComparingInt(Claim::index));
        for (var claim : claims) {
            if (!columns.containsKey(claim.index()) && taken.add(claim.field())) {
                columns.put(
                        claim.index(),
                        new Column(claim.index(), header.get(claim.index()), claim.field(), fit));
            }
        }
    }

    /// The mapping as a person, or memory, wants it.
    ///
    /// @param choices field code by column index; an empty code leaves the column out. Columns not
    ///   named keep what they had, unless their field was chosen for another column. Codes and
    ///   columns that do not exist (any more) are passed over.
    public ColumnMapping choosing(Map<Integer, String> choices) {
        var chosen = new TreeMap<Integer, Field>();
        for (var column : columns) {
            var code = choices.get(column.index());
            if (code != null) {
                field(code).ifPresent(field -> chosen.put(column.index(), field));
            }
        }
        List<Column> changed = new ArrayList<>();
        for (var column : columns) {
            var field = chosen.get(column.index());
            if (field != null) {
                changed.add(new Column(column.index(), column.header(), field, Fit.CHOSEN));
            } else if ("".equals(choices.get(column.index()))
                    || (column.field() != null && chosen.containsValue(column.field()))) {
                changed.add(new Column(column.index(), column.header(), null, Fit.NONE));
            } else {
                changed.add(column);
            }
        }
        return new ColumnMapping(fields, changed);
    }

    private Optional<Field> field(String code) {
        return fields.stream().filter(field -> field.code().equals(code)).findFirst();
    }

    public MappingKey key() {
        return MappingKey.of(header);
    }

    /// Every column of the list, in its order.
    public List<Column> columns() {
        return columns;
    }

    /// What to remember for the next list with the same key, and to give to [#choosing]: the field
    /// code of each column, empty for one left out.
    public Map<Integer, String> choices() {
        var choices = new TreeMap<Integer, String>();
        for (var column : columns) {
            var field = column.field();
            choices.put(column.index(), field != null && column.isRead() ? field.code() : "");
        }
        return choices;
    }

    /// Columns that will not be read.
    public List<Column> leftOut() {
        return columns.stream().filter(column -> !column.isRead()).toList();
    }

    /// Fields the list must have and that no column stands for.
    public List<Field> missing() {
        return fields.stream()
                .filter(field -> field.required() && !indexes.containsKey(field.code()))
                .toList();
    }

    /// Fields chosen for more than one column.
    public List<Field> doubled() {
        return fields.stream()
                .filter(field ->
                        columns.stream()
                                        .filter(Column::isRead)
                                        .filter(column -> field.equals(column.field()))
                                        .count()
                                > 1)
                .toList();
    }

    public boolean isReady() {
        return missing().isEmpty() && doubled().isEmpty();
    }

    /// Fields that a column stands for.
    List<Field> read() {
        return fields.stream().filter(field -> indexes.containsKey(field.code())).toList();
    }

    Optional<Integer> index(String fieldCode) {
        return Optional.ofNullable(indexes.get(fieldCode));
    }

    String header(int index) {
        return header.get(index);
    }

    boolean requires(String fieldCode) {
        return field(fieldCode).filter(Field::required).isPresent();
    }

    MappedRow row(Row row) {
        return new MappedRow(row, this);
    }

    boolean holds(Row row) {
        return row.cells().size() <= header.size();
    }
}
