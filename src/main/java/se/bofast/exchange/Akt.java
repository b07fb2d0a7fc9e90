package se.bofast.exchange;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlAttribute;
import jakarta.xml.bind.annotation.XmlElement;
import jakarta.xml.bind.annotation.XmlRootElement;
import jakarta.xml.bind.annotation.XmlValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The structured half of a package or an extract, as `akt-1.xsd` says.
@XmlRootElement(name = "akt", namespace = Akt.NAMESPACE)
@XmlAccessorType(XmlAccessType.FIELD)
final class Akt {

    static final String NAMESPACE = "urn:bofast:akt:1";

    /// `archive` or `extract`.
    @XmlAttribute(required = true)
    String purpose = "archive";

    @XmlAttribute(required = true)
    boolean isProtected;

    @XmlElement(namespace = NAMESPACE, required = true)
    String board = "";

    @XmlElement(namespace = NAMESPACE, required = true)
    String madeAt = "";

    @XmlElement(namespace = NAMESPACE, name = "record")
    final List<Entry> records = new ArrayList<>();

    /// One row of one table.
    @XmlAccessorType(XmlAccessType.FIELD)
    static final class Entry {

        @XmlAttribute(required = true)
        String kind = "";

        @XmlAttribute(required = true)
        int version;

        @XmlAttribute(required = true)
        String label = "";

        @XmlAttribute @Nullable String on;

        @XmlElement(namespace = NAMESPACE, name = "field")
        final List<Value> fields = new ArrayList<>();

        @XmlElement(namespace = NAMESPACE, name = "leftOut")
        final List<String> leftOut = new ArrayList<>();
    }

    /// One column; the text is what a reader reads, `value` what the machine keeps.
    @XmlAccessorType(XmlAccessType.FIELD)
    static final class Value {

        @XmlAttribute(required = true)
        String name = "";

        @XmlAttribute(required = true)
        String label = "";

        @XmlAttribute(required = true)
        String type = "";

        @XmlAttribute(required = true)
        String value = "";

        @XmlValue String text = "";
    }
}
