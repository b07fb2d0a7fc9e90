package se.bofast.filing;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import se.bofast.filing.Refusal.Reason;

/// Steps through one XML part of a workbook. Names are compared without namespace, since the strict
/// form of the standard has other ones.
final class XlsxXml implements AutoCloseable {

    /// How a workbook writes signs that XML cannot hold (ECMA-376 part 1, 22.9.2.19).
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final XMLStreamReader xml;
    private final InputStream content;

    XlsxXml(XMLStreamReader xml, InputStream content) {
        this.xml = xml;
        this.content = content;
    }

    /// Goes on to the next beginning of an element with one of the names.
    boolean toStart(String... names) throws XMLStreamException {
        var wanted = Set.of(names);
        while (next()) {
            if (xml.isStartElement() && wanted.contains(xml.getLocalName())) {
                return true;
            }
        }
        return false;
    }

    /// Goes on to the next beginning of an element or the end of the named one.
    ///
    /// @return false at the end of the named element or of the part
    boolean toStartBefore(String end) throws XMLStreamException {
        while (next()) {
            if (xml.isStartElement()) {
                return true;
            }
            if (isEnd(end)) {
                return false;
            }
        }
        return false;
    }

    private boolean next() throws XMLStreamException {
        if (!xml.hasNext()) {
            return false;
        }
        // A workbook has no document type; one is there to define entities.
        if (xml.next() == XMLStreamConstants.DTD) {
            throw new RefusedFile(Reason.BROKEN_WORKBOOK);
        }
        return true;
    }

    boolean isAt(String name) {
        return xml.isStartElement() && xml.getLocalName().equals(name);
    }

    private boolean isEnd(String name) {
        return xml.isEndElement() && xml.getLocalName().equals(name);
    }

    Optional<String> attribute(String name) {
        for (var place = 0; place < xml.getAttributeCount(); place++) {
            if (xml.getAttributeLocalName(place).equals(name)
                    && isEmpty(xml.getAttributeNamespace(place))) {
                return Optional.of(xml.getAttributeValue(place));
            }
        }
        return Optional.empty();
    }

    /// The relationship's id: an `id` in some namespace of relationships.
    String relation() {
        for (var place = 0; place < xml.getAttributeCount(); place++) {
            if (xml.getAttributeLocalName(place).equals("id")
                    && !isEmpty(xml.getAttributeNamespace(place))) {
                return xml.getAttributeValue(place);
            }
        }
        return "";
    }

    private static boolean isEmpty(@Nullable String namespace) {
        return namespace == null || namespace.isEmpty();
    }

    boolean isTrue(String attribute) {
        var value = attribute(attribute).orElse("0");
        return value.equals("1") || value.equals("true");
    }

    /// The text of the `t` and `v` elements up to the end of the named one, without the reading
    /// aids (`rPh`) of Japanese sheets.
    ///
    /// @param most characters kept
    String text(String end, int most) throws XMLStreamException {
        var text = new StringBuilder();
        var keep = isAt("t") || isAt("v");
        var aids = false;
        while (next()) {
            if (xml.isStartElement()) {
                aids |= isAt("rPh");
                keep = isAt("t") || isAt("v");
            } else if (isEnd(end)) {
                break;
            } else if (xml.isEndElement()) {
                aids &= !isEnd("rPh");
                keep = false;
            } else if (xml.isCharacters() && keep && !aids && text.length() < most) {
                text.append(xml.getText(), 0, Math.min(xml.getTextLength(), most - text.length()));
            }
        }
        return unescaped(text.toString());
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(sign ->
                                Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(sign.group(1), 16))))
                : text;
    }

    @Override
    public void close() throws IOException, XMLStreamException {
        xml.close();
        content.close();
    }
}
