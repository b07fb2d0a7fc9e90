package se.bofast.letter;

import io.nayuki.qrcodegen.QrCode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Base64;
import javax.imageio.ImageIO;

/// The QR code that opens the answer page with the code filled in.
final class CodePicture {

    private static final int DOTS_PER_MODULE = 4;
    private static final int QUIET_MODULES = 4;

    private final QrCode code;

    CodePicture(URI address) {
        code = QrCode.encodeText(address.toString(), QrCode.Ecc.MEDIUM);
    }

    /// Width and height in modules, with the quiet zone that a camera needs.
    int modules() {
        return code.size + 2 * QUIET_MODULES;
    }

    /// For paper: a picture of black and white dots, as an address an `img` can hold.
    String asPngAddress() {
        var side = modules() * DOTS_PER_MODULE;
        var picture = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
        for (var y = 0; y < side; y++) {
            for (var x = 0; x < side; x++) {
                var dark =
                        code.getModule(
                                x / DOTS_PER_MODULE - QUIET_MODULES,
                                y / DOTS_PER_MODULE - QUIET_MODULES);
                picture.setRGB(x, y, dark ? 0x000000 : 0xFFFFFF);
            }
        }
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(out.toByteArray());
    }

    /// For the screen: the `d` of an SVG path over [#modules] by [#modules] units. A strict
    /// content-security policy lets it through, unlike a picture in a `data:` address.
    String asPath() {
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET_MODULES)
                            .append(' ')
                            .append(y + QUIET_MODULES)
                            .append("h1v1h-1z");
                }
            }
        }
        return path.toString();
    }
}
