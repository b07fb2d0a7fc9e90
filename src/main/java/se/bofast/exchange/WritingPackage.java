package se.bofast.exchange;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.roda_project.commons_ip.utils.IPException;
import org.roda_project.commons_ip.utils.METSEnums.CreatorType;
import org.roda_project.commons_ip2.model.IPAgent;
import org.roda_project.commons_ip2.model.IPAgentNoteTypeEnum;
import org.roda_project.commons_ip2.model.IPContentInformationType;
import org.roda_project.commons_ip2.model.IPContentType;
import org.roda_project.commons_ip2.model.IPDescriptiveMetadata;
import org.roda_project.commons_ip2.model.IPFile;
import org.roda_project.commons_ip2.model.IPRepresentation;
import org.roda_project.commons_ip2.model.MetadataType;
import org.roda_project.commons_ip2.model.MetadataType.MetadataTypeEnum;
import org.roda_project.commons_ip2.model.impl.eark.EARKSIP;
import org.roda_project.commons_ip2.model.impl.eark.out.writers.factory.ZipWriteStrategyFactory;

/// Puts a dossier into an E-ARK submission package (CSIP and SIP 2.2.0): METS with sizes and
/// SHA-256, the schemas, the dossier as PDF/A and as XML, and the letters as they are.
final class WritingPackage {

    /// The version of the E-ARK specifications the package follows.
    static final String SPECIFICATION = "2.2.0";

    private static final String DUBLIN_CORE = "http://purl.org/dc/elements/1.1/";
    private static final String RECORD = "http://www.openarchives.org/OAI/2.0/oai_dc/";

    /// @param name neutral, with its ending
    record Letter(String name, byte[] bytes) {}

    /// @param title says that it is a dossier; never of whom
    /// @param rights what secrecy it is under
    record Contents(
            UUID id,
            String title,
            String board,
            String boardCode,
            String subject,
            String rights,
            String software,
            Instant madeAt,
            byte[] pdf,
            byte[] xml,
            byte[] schema,
            List<Letter> letters) {}

    private WritingPackage() {}

    static byte[] zip(Contents contents) {
        try (var folder = PackageFolder.open()) {
            var sip =
                    new EARKSIP(
                            "uuid-" + contents.id(),
                            IPContentType.getMIXED(),
                            IPContentInformationType.getMIXED(),
                            SPECIFICATION);
            sip.setDescription(contents.title());
            sip.addCreatorSoftwareAgent("Bofast", contents.software());
            sip.addAgent(
                    new IPAgent(
                            contents.board(),
                            "ARCHIVIST",
                            null,
                            CreatorType.ORGANIZATION,
                            null,
                            contents.boardCode(),
                            IPAgentNoteTypeEnum.IDENTIFICATIONCODE));
            sip.addAgent(
                    new IPAgent(
                            contents.board(),
                            "CREATOR",
                            null,
                            CreatorType.ORGANIZATION,
                            null,
                            contents.boardCode(),
                            IPAgentNoteTypeEnum.IDENTIFICATIONCODE));
            sip.addDescriptiveMetadata(
                    new IPDescriptiveMetadata(
                            new IPFile(folder.put("dc.xml", description(contents))),
                            new MetadataType(MetadataTypeEnum.DC),
                            null));
            sip.addSchema(new IPFile(folder.put(WritingAkt.SCHEMA, contents.schema())));
            sip.addRepresentation(
                    representation(
                            "akt",
                            List.of(
                                    new IPFile(folder.put("akt.pdf", contents.pdf())),
                                    new IPFile(folder.put("akt.xml", contents.xml())))));
            if (!contents.letters().isEmpty()) {
                sip.addRepresentation(
                        representation(
                                "brev",
                                contents.letters().stream()
                                        .map(letter ->
                                                new IPFile(
                                                        folder.put(letter.name(), letter.bytes())))
                                        .toList()));
            }
            return Files.readAllBytes(
                    sip.build(new ZipWriteStrategyFactory().create(folder.path()), "paket"));
        } catch (IPException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static IPRepresentation representation(String id, List<IPFile> files) {
        var representation = new IPRepresentation(id);
        representation.setContentType(IPContentType.getMIXED());
        files.forEach(representation::addFile);
        return representation;
    }

    /// Simple Dublin Core, the least that every archive reads.
    private static byte[] description(Contents contents) {
        try {
            var out = new java.io.ByteArrayOutputStream();
            var xml =
                    XMLOutputFactory.newDefaultFactory()
                            .createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("simpledc");
            xml.writeDefaultNamespace(RECORD);
            xml.writeNamespace("dc", DUBLIN_CORE);
            element(xml, "identifier", contents.id().toString());
            element(xml, "title", contents.title());
            element(xml, "creator", contents.board());
            element(xml, "subject", contents.subject());
            element(xml, "date", contents.madeAt().toString());
            element(xml, "type", "Collection");
            element(xml, "language", "sv");
            element(xml, "rights", contents.rights());
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return out.toByteArray();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void element(
            javax.xml.stream.XMLStreamWriter xml, String name, @Nullable String text)
            throws XMLStreamException {
        xml.writeStartElement("dc", name, DUBLIN_CORE);
        xml.writeCharacters(text == null ? "" : text);
        xml.writeEndElement();
    }
}
