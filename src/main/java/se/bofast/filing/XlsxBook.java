package se.bofast.filing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;

/// The parts of an XLSX package: which sheets there are, its texts and its number formats.
///
/// Own code on a streaming XML parser, because the reading library of the house was stopped by
/// formulas it need not understand (docs/decisions/0030).
final class XlsxBook implements AutoCloseable {

    private static final int MOST_STYLES = 100_000;

    /// @param visible whether the sender sees the sheet
    record Part(String name, String path, boolean visible) {}

    private final SheetLimits limits;
    private final XlsxPackage parts;
    private final List<Part> sheets = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private final List<XlsxNumber> styles = new ArrayList<>();
    private boolean from1904;

    private XlsxBook(XlsxPackage parts, SheetLimits limits) {
        this.parts = parts;
        this.limits = limits;
    }

    /// @throws RefusedFile where the file is no workbook, or one that is not read
    static XlsxBook open(byte[] file, SheetLimits limits) {
        var parts = XlsxPackage.open(file, limits);
        return XlsxPackage.orBroken(() -> {
            var book = new XlsxBook(parts, limits);
            book.readParts();
            return book;
        });
    }

    private void readParts() throws IOException, XMLStreamException {
        var workbook =
                relations("_rels/.rels", "").values().stream()
                        .filter(relation -> relation.type().endsWith("/officeDocument"))
                        .map(Relation::path)
                        .findFirst()
                        .orElse("xl/workbook.xml");
        var folder = workbook.substring(0, workbook.lastIndexOf('/') + 1);
        var name = workbook.substring(folder.length());
        var relations = relations(folder + "_rels/" + name + ".rels", folder);
        readWorkbook(workbook, relations);
        for (var relation : relations.values()) {
            if (relation.type().endsWith("/sharedStrings")) {
                readTexts(relation.path());
            } else if (relation.type().endsWith("/styles")) {
                readStyles(relation.path());
            }
        }
    }

    private record Relation(String type, String path) {}

    private Map<String, Relation> relations(String path, String folder)
            throws IOException, XMLStreamException {
        Map<String, Relation> relations = new HashMap<>();
        if (!parts.has(path)) {
            return relations;
        }
        try (var xml = parts.xml(path, limits.unpackedBytes())) {
            while (xml.toStart("Relationship")) {
                var target = xml.attribute("Target").orElse("");
                relations.put(
                        xml.attribute("Id").orElse(""),
                        new Relation(
                                xml.attribute("Type").orElse(""),
                                target.startsWith("/") ? target.substring(1) : folder + target));
            }
        }
        return relations;
    }

    private void readWorkbook(String path, Map<String, Relation> relations)
            throws IOException, XMLStreamException {
        try (var xml = parts.xml(path, limits.unpackedBytes())) {
            while (xml.toStart("sheet", "workbookPr")) {
                if (xml.isAt("workbookPr")) {
                    from1904 = xml.isTrue("date1904");
                    continue;
                }
                var relation = relations.get(xml.relation());
                // Charts and dialogues are sheets too, without rows.
                if (relation != null && relation.type().endsWith("/worksheet")) {
                    var visible = xml.attribute("state").orElse("visible").equals("visible");
                    sheets.add(
                            new Part(xml.attribute("name").orElse(""), relation.path(), visible));
                }
            }
        }
    }

    private void readTexts(String path) throws IOException, XMLStreamException {
        try (var xml = parts.xml(path, limits.unpackedBytes() / 4)) {
            while (xml.toStart("si")) {
                texts.add(CellText.clean(xml.text("si", limits.cellLength() + 1)));
            }
        }
    }

    private void readStyles(String path) throws IOException, XMLStreamException {
        Map<String, XlsxNumber> written = new HashMap<>();
        try (var xml = parts.xml(path, limits.unpackedBytes() / 4)) {
            var inCells = false;
            while (xml.toStart("numFmt", "cellXfs", "cellStyles", "xf")) {
                if (xml.isAt("numFmt")) {
                    written.putIfAbsent(
                            xml.attribute("numFmtId").orElse(""),
                            XlsxNumber.of(xml.attribute("formatCode").orElse("")));
                } else if (xml.isAt("xf")) {
                    if (inCells && styles.size() < MOST_STYLES) {
                        var id = xml.attribute("numFmtId").orElse("0");
                        var own = written.get(id);
                        styles.add(own != null ? own : XlsxNumber.builtIn(Integer.parseInt(id)));
                    }
                } else {
                    inCells = xml.isAt("cellXfs");
                }
            }
        }
    }

    List<Part> sheets() {
        return sheets;
    }

    RowSource.RawRows rows(Part part) {
        return XlsxPackage.orBroken(() ->
                new XlsxRows(this, parts.xml(part.path(), limits.unpackedBytes()), limits, false));
    }

    /// Rows of one sheet, each time from a newly opened book that closes with them.
    static RowSource source(byte[] file, Part part, SheetLimits limits) {
        return () -> {
            var book = open(file, limits);
            return XlsxPackage.orBroken(() ->
                    new XlsxRows(
                            book,
                            book.parts.xml(part.path(), limits.unpackedBytes()),
                            limits,
                            true));
        };
    }

    Optional<String> text(int index) {
        return index >= 0 && index < texts.size()
                ? Optional.of(texts.get(index))
                : Optional.empty();
    }

    String number(String raw, int style) {
        var format =
                style >= 0 && style < styles.size() ? styles.get(style) : new XlsxNumber.Plain();
        return format.text(raw, from1904);
    }

    @Override
    public void close() throws IOException {
        parts.close();
    }
}
