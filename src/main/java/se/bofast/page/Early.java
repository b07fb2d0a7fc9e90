package se.bofast.page;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;

/// Writes a part of a page before what stands above it, so that the fields can tell the error
/// summary their labels.
final class Early {

    private Early() {}

    static String written(Content content) {
        var output = new StringOutput();
        content.writeTo(new OwaspHtmlTemplateOutput(output));
        return output.toString();
    }
}
