package se.bofast.exchange;

import jakarta.xml.bind.JAXBContext;
import jakarta.xml.bind.JAXBException;
import jakarta.xml.bind.Marshaller;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.springframework.stereotype.Component;
import org.xml.sax.SAXException;

/// Writes the structured file and checks it against its own schema before anybody gets it.
@Component
class WritingAkt {

    static final String SCHEMA = "akt-1.xsd";

    private final JAXBContext context;
    private final Schema schema;
    private final byte[] schemaBytes;

    WritingAkt() {
        try (var in = WritingAkt.class.getResourceAsStream("/exchange/" + SCHEMA)) {
            if (in == null) {
                throw new IllegalStateException("missing: " + SCHEMA);
            }
            schemaBytes = in.readAllBytes();
            context = JAXBContext.newInstance(Akt.class);
            var factory = SchemaFactory.newDefaultInstance();
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            schema = factory.newSchema(new StreamSource(new ByteArrayInputStream(schemaBytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (JAXBException | SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] schema() {
        return schemaBytes.clone();
    }

    byte[] write(
            String purpose,
            Dossier dossier,
            List<Told> told,
            DossierWords words,
            String board,
            Instant at) {
        var akt = new Akt();
        akt.purpose = purpose;
        akt.isProtected = dossier.isProtected();
        akt.board = clean(board);
        akt.madeAt = at.toString();
        for (var one : told) {
            var entry = new Akt.Entry();
            var record = one.record();
            entry.kind = record.kind().table();
            entry.version = record.kind().version();
            entry.label = words.kind(record.kind());
            var on = record.day();
            entry.on = on == null ? null : on.toString();
            for (var field : one.fields()) {
                var value = record.value(field.column());
                if (value != null) {
                    var cell = new Akt.Value();
                    cell.name = field.column();
                    cell.label = words.label(field);
                    cell.type = field.sort().name().toLowerCase(Locale.ROOT);
                    cell.value = clean(value);
                    cell.text = clean(words.text(record, field));
                    entry.fields.add(cell);
                }
            }
            one.leftOut().stream().sorted().map(Enum::name).forEach(entry.leftOut::add);
            akt.records.add(entry);
        }
        try {
            var out = new ByteArrayOutputStream();
            var marshaller = context.createMarshaller();
            marshaller.setProperty(Marshaller.JAXB_FORMATTED_OUTPUT, true);
            marshaller.setSchema(schema);
            marshaller.marshal(akt, out);
            return out.toByteArray();
        } catch (JAXBException e) {
            throw new IllegalStateException(
                    "the structured file does not follow " + SCHEMA + ": " + rule(e));
        }
    }

    /// Which rule of XML Schema was broken, such as `cvc-pattern-valid`. The rest of the message
    /// may quote a value of the dossier.
    private static String rule(JAXBException e) {
        var cause = e.getLinkedException();
        var message = cause == null ? null : cause.getMessage();
        var rule = message == null ? "" : message.substring(0, Math.max(message.indexOf(':'), 0));
        return rule.matches("[a-z-]+[a-z0-9.-]*") ? rule : "unknown";
    }

    /// Characters that XML 1.0 cannot hold become the one for what is unknown.
    private static String clean(String text) {
        return text.codePoints()
                .map(c ->
                        c == 9
                                        || c == 10
                                        || c == 13
                                        || c >= 32 && c < 0xD800
                                        || c > 0xDFFF && c < 0xFFFE
                                        || c > 0xFFFF
                                ? c
                                : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
