package se.bofast.filing;

import java.util.List;
import java.util.stream.Collectors;

/// Names a header row, so that a sender's mapping can be remembered: lists with the same column
/// names in the same order have the same key, however the names are spelled in detail.
///
/// @param value SHA-256 in 64 hexadecimal figures
public record MappingKey(String value) {

    public MappingKey {
        Sha256.require(value);
    }

    static MappingKey of(List<String> header) {
        return new MappingKey(
                Sha256.of(
                        header.stream()
                                .map(HeaderText::normalised)
                                .collect(Collectors.joining("\u001f"))));
    }
}
