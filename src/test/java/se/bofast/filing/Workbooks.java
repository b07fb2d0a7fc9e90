package se.bofast.filing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes workbooks part by part, also ones that no program would write.
final class Workbooks {

    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATIONS =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE =
            "http://schemas.openxmlformats.org/package/2006/relationships";

    private Workbooks() {}

    /// The parts of a workbook with one sheet.
    static Map<String, String> parts(String sheetData) {
        var parts = new LinkedHashMap<String, String>();
        parts.put("[Content_Types].xml", "<Types/>");
        parts.put(
                "_rels/.rels",
                "<Relationships xmlns='%s'><Relationship Id='r' Type='%s/officeDocument' Target='xl/workbook.xml'/></Relationships>"
                        .formatted(PACKAGE, RELATIONS));
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns='%s' xmlns:r='%s'><sheets><sheet name='Blad1' r:id='r1'/></sheets></workbook>"
                        .formatted(MAIN, RELATIONS));
        parts.put(
                "xl/_rels/workbook.xml.rels",
                """
                <Relationships xmlns='%1$s'>
                <Relationship Id='r1' Type='%2$s/worksheet' Target='worksheets/sheet1.xml'/>
                <Relationship Id='r2' Type='%2$s/worksheet' Target='worksheets/sheet2.xml'/>
                <Relationship Id='r3' Type='%2$s/styles' Target='styles.xml'/>
                <Relationship Id='r4' Type='%2$s/sharedStrings' Target='sharedStrings.xml'/>
                </Relationships>\
                """
                        .formatted(PACKAGE, RELATIONS));
        parts.put("xl/styles.xml", styles());
        parts.put("xl/sharedStrings.xml", "<sst xmlns='" + MAIN + "'/>");
        parts.put("xl/worksheets/sheet1.xml", worksheet(sheetData));
        return parts;
    }

    static String worksheet(String sheetData) {
        return "<worksheet xmlns='"
                + MAIN
                + "'><sheetData>"
                + sheetData
                + "</sheetData></worksheet>";
    }

    static String sharedStrings(String items) {
        return "<sst xmlns='" + MAIN + "'>" + items + "</sst>";
    }

    /// Sheets by name; state may be empty.
    static String workbook(String properties, String... namesAndStates) {
        var sheets = new StringBuilder();
        for (var place = 0; place < namesAndStates.length; place += 2) {
            sheets.append(
                    "<sheet name='%s' %s r:id='r%d'/>"
                            .formatted(
                                    namesAndStates[place],
                                    namesAndStates[place + 1].isEmpty()
                                            ? ""
                                            : "state='" + namesAndStates[place + 1] + "'",
                                    place / 2 + 1));
        }
        return "<workbook xmlns='%s' xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
                .formatted(MAIN, RELATIONS, properties, sheets);
    }

    /// Cell styles: 1 day, 2 day and time, 3 two decimals, 4 ten places, 5 own day, 6 time, 7 mask.
    private static String styles() {
        return """
        <styleSheet xmlns='%s'><numFmts>
        <numFmt numFmtId='164' formatCode='0000000000'/>
        <numFmt numFmtId='165' formatCode='[$-41D]d\\ mmmm\\ yyyy;@'/>
        <numFmt numFmtId='166' formatCode='000000\\-0000'/>
        <numFmt numFmtId='167' formatCode='yyyy\\-mm\\-dd\\ hh:mm'/>
        </numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs><cellXfs>
        <xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='167'/><xf numFmtId='4'/>
        <xf numFmtId='164'/><xf numFmtId='165'/><xf numFmtId='20'/><xf numFmtId='166'/>
        </cellXfs><cellStyles/></styleSheet>\
        """
                .formatted(MAIN);
    }

    static byte[] zip(Map<String, String> parts) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static byte[] withRows(String... rows) {
        return zip(parts(String.join("", rows)));
    }

    /// The row with the names Hyresgäst, Belopp and Förfallodag.
    static String header(int row) {
        return row(row, text("Hyresgäst"), text("Belopp"), text("Förfallodag"));
    }

    /// Cells as they stand, in columns A, B, C ...
    static String row(int row, String... cells) {
        var xml = new StringBuilder("<row r='" + row + "'>");
        for (var column = 0; column < cells.length; column++) {
            xml.append(cells[column].replace("<c", "<c r='" + (char) ('A' + column) + row + "'"));
        }
        return xml.append("</row>").toString();
    }

    static String text(String text) {
        return "<c t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    static String number(String value, int style) {
        return "<c s='" + style + "'><v>" + value + "</v></c>";
    }
}
