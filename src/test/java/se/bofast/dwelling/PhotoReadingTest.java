package se.bofast.dwelling;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import se.bofast.dwelling.PhotoReading.Reading;

/// What becomes of a file that is sent as a photo.
class PhotoReadingTest {

    private static final String SECRET = "59.3293N 18.0686E";

    static byte[] picture(String format, int width, int height) throws IOException {
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, bytes);
        return bytes.toByteArray();
    }

    /// As a phone held upright writes it: the picture lies on its side, and the first segment says
    /// so, and where it was taken.
    static byte[] fromPhone(int width, int height) throws IOException {
        var plain = picture("jpg", width, height);
        var place = SECRET.getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(8 + 2 + 12 + 4 + place.length);
        tiff.order(java.nio.ByteOrder.LITTLE_ENDIAN);
        tiff.put(new byte[] {'I', 'I', 42, 0}).putInt(8);
        tiff.putShort((short) 1);
        tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) 6);
        tiff.putShort((short) 0).putInt(0).put(place);
        var segment = new ByteArrayOutputStream();
        segment.write(new byte[] {(byte) 0xff, (byte) 0xe1});
        var length = 2 + 6 + tiff.capacity();
        segment.write(length >> 8);
        segment.write(length & 0xff);
        segment.write(new byte[] {'E', 'x', 'i', 'f', 0, 0});
        segment.write(tiff.array());
        var whole = new ByteArrayOutputStream();
        whole.write(plain, 0, 2);
        whole.write(segment.toByteArray());
        whole.write(plain, 2, plain.length - 2);
        return whole.toByteArray();
    }

    private static Reading.Read read(byte[] bytes) {
        var reading = PhotoReading.read(bytes);
        assertThat(reading).isInstanceOf(Reading.Read.class);
        return (Reading.Read) reading;
    }

    @Test
    void a_photo_from_a_phone_stands_upright_and_tells_no_place() throws Exception {
        var sent = fromPhone(400, 300);
        assertThat(new String(sent, StandardCharsets.ISO_8859_1)).contains(SECRET, "Exif");
        var read = read(sent);
        assertThat(new String(read.jpeg(), StandardCharsets.ISO_8859_1))
                .doesNotContain(SECRET)
                .doesNotContain("Exif");
        var kept = ImageIO.read(new ByteArrayInputStream(read.jpeg()));
        assertThat(kept.getWidth()).isEqualTo(300).isEqualTo(read.width());
        assertThat(kept.getHeight()).isEqualTo(400).isEqualTo(read.height());
    }

    @Test
    void a_large_photo_is_made_smaller_and_a_png_becomes_a_jpeg() throws Exception {
        var read = read(picture("png", 3200, 1200));
        assertThat(read.width()).isEqualTo(1600);
        assertThat(read.height()).isEqualTo(600);
        assertThat(read.jpeg()).startsWith(0xff, 0xd8, 0xff);
    }

    @Test
    void refuses_what_is_no_photo_whatever_it_is_called() throws Exception {
        assertThat(PhotoReading.read("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Reading.Refused(PhotoRefusal.NO_PHOTO));
        assertThat(PhotoReading.read(picture("gif", 10, 10)))
                .isEqualTo(new Reading.Refused(PhotoRefusal.NO_PHOTO));
        assertThat(PhotoReading.read(new byte[0]))
                .isEqualTo(new Reading.Refused(PhotoRefusal.NO_PHOTO));
    }

    @Test
    void refuses_a_small_file_that_claims_to_be_enormous() throws Exception {
        var claims = picture("png", 10, 10);
        var header = ByteBuffer.wrap(claims);
        header.putInt(16, 30_000).putInt(20, 30_000);
        var check = new CRC32();
        check.update(claims, 12, 17);
        header.putInt(29, (int) check.getValue());
        assertThat(PhotoReading.read(claims))
                .isEqualTo(new Reading.Refused(PhotoRefusal.TOO_LARGE));
        assertThat(PhotoReading.read(new byte[PhotoReading.LARGEST + 1]))
                .isEqualTo(new Reading.Refused(PhotoRefusal.TOO_LARGE));
    }

    @Test
    void refuses_a_photo_that_is_cut_off() throws Exception {
        var whole = picture("png", 200, 200);
        assertThat(PhotoReading.read(java.util.Arrays.copyOf(whole, 40)))
                .isEqualTo(new Reading.Refused(PhotoRefusal.BROKEN));
    }
}
