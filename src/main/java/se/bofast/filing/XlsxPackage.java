package se.bofast.filing;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.jspecify.annotations.Nullable;
import se.bofast.filing.Refusal.Reason;

/// The zip package a workbook is: its parts, none of them unpacked further than the limits let it.
final class XlsxPackage implements AutoCloseable {

    /// A part may always become this many bytes; only beyond them is a large ratio a bomb's.
    private static final long ALWAYS_ALLOWED = 20_000_000;

    private static final String CONTENT_TYPES = "[Content_Types].xml";
    private static final XMLInputFactory XML = factory();

    private final ZipFile zip;
    private final Map<String, ZipArchiveEntry> entries = new HashMap<>();
    private final long most;

    private XlsxPackage(byte[] file, SheetLimits limits) throws IOException {
        zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get();
        most = Math.max(ALWAYS_ALLOWED, (long) file.length * limits.unpackedRatio());
        for (var entry : Collections.list(zip.getEntries())) {
            entries.putIfAbsent(key(entry.getName()), entry);
        }
    }

    /// @throws RefusedFile where the package is no workbook, or one that is not read
    static XlsxPackage open(byte[] file, SheetLimits limits) {
        if (hasMoreParts(file, limits.parts())) {
            throw new RefusedFile(Reason.UNPACKS_TOO_LARGE);
        }
        return orBroken(() -> {
            var opened = new XlsxPackage(file, limits);
            opened.refuseOthers();
            return opened;
        });
    }

    interface Work<T extends @Nullable Object> {
        T run() throws IOException, XMLStreamException;
    }

    /// A damaged or hostile workbook makes the zip and XML parsers throw almost anything.
    static <T extends @Nullable Object> T orBroken(Work<T> work) {
        try {
            return work.run();
        } catch (RefusedFile e) {
            throw e;
        } catch (IOException | XMLStreamException | RuntimeException e) {
            throw new RefusedFile(Reason.BROKEN_WORKBOOK);
        }
    }

    /// Counts the directory's entries before anything is made of them.
    private static boolean hasMoreParts(byte[] file, int most) {
        var parts = 0;
        for (var place = 0; place + 3 < file.length; place++) {
            if (file[place] == 'P'
                    && file[place + 1] == 'K'
                    && file[place + 2] == 1
                    && file[place + 3] == 2
                    && ++parts > most) {
                return true;
            }
        }
        return false;
    }

    private void refuseOthers() throws IOException {
        if (entries.values().stream()
                .anyMatch(part -> part.getGeneralPurposeBit().usesEncryption())) {
            throw new RefusedFile(Reason.ENCRYPTED);
        }
        if (has("mimetype")) {
            var type = start("mimetype");
            throw new RefusedFile(
                    type.contains("opendocument.spreadsheet")
                            ? Reason.OPEN_DOCUMENT
                            : type.contains("opendocument") ? Reason.DOCUMENT : Reason.ARCHIVE);
        }
        if (has("word/document.xml") || has("ppt/presentation.xml")) {
            throw new RefusedFile(Reason.DOCUMENT);
        }
        if (has("xl/workbook.bin")) {
            throw new RefusedFile(Reason.BINARY_WORKBOOK);
        }
        if (!has(CONTENT_TYPES)) {
            throw new RefusedFile(Reason.ARCHIVE);
        }
        var types = start(CONTENT_TYPES);
        if (has("xl/vbaProject.bin")
                || types.contains("macroEnabled")
                || types.contains("vbaProject")) {
            throw new RefusedFile(Reason.MACROS);
        }
    }

    boolean has(String path) {
        return entries.containsKey(key(path));
    }

    private String start(String path) throws IOException {
        try (var content = content(path, most)) {
            return new String(content.readNBytes(100_000), StandardCharsets.UTF_8);
        }
    }

    XlsxXml xml(String path, long mostBytes) throws IOException, XMLStreamException {
        var content = content(path, Math.min(mostBytes, most));
        return new XlsxXml(XML.createXMLStreamReader(content), content);
    }

    private InputStream content(String path, long mostBytes) throws IOException {
        var entry = entries.get(key(path));
        if (entry == null || !zip.canReadEntryData(entry)) {
            throw new IOException("part missing or packed in an unknown way");
        }
        return new Unpacking(zip.getInputStream(entry), mostBytes);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /// Some programs write paths with other slashes, letters or detours than they refer to.
    private static String key(String path) {
        var steps = new ArrayList<String>();
        for (var step : path.replace('\\', '/').toLowerCase(Locale.ROOT).split("/", -1)) {
            if (step.equals("..") && !steps.isEmpty()) {
                steps.removeLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.add(step);
            }
        }
        return String.join("/", steps);
    }

    private static XMLInputFactory factory() {
        var factory = new InputFactoryImpl();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    /// Stops a part that unpacks to more than it may; what the directory says of sizes may be a
    /// lie.
    private static final class Unpacking extends FilterInputStream {

        private final long most;
        private long unpacked;

        Unpacking(InputStream packed, long most) {
            super(packed);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            var sign = super.read();
            count(sign < 0 ? 0 : 1);
            return sign;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            var read = super.read(bytes, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int bytes) {
            unpacked += bytes;
            if (unpacked > most) {
                throw new RefusedFile(Reason.UNPACKS_TOO_LARGE);
            }
        }
    }
}
