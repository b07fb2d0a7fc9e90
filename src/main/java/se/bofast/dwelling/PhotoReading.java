package se.bofast.dwelling;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;

/// Makes the house's own JPEG of a photo somebody sends: the right way up, no larger than is needed
/// on paper, and without what a phone writes beside the picture (where it was taken, when, by whose
/// phone). What it is, its first bytes say, never its name.
final class PhotoReading {

    /// The largest file a phone makes, with room to spare.
    static final int LARGEST = 15 * 1024 * 1024;

    /// A small file can claim to be a picture of any size, and each pixel takes four bytes.
    private static final long MOST_PIXELS = 60_000_000L;

    private static final int LONGEST_SIDE = 1600;
    private static final double QUALITY = 0.82;
    private static final int[] JPEG = {0xff, 0xd8, 0xff};
    private static final int[] PNG = {0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a};

    private PhotoReading() {}

    /// What came of reading.
    sealed interface Reading {

        record Read(byte[] jpeg, int width, int height) implements Reading {}

        record Refused(PhotoRefusal why) implements Reading {}
    }

    static Reading read(byte[] bytes) {
        if (bytes.length > LARGEST) {
            return new Reading.Refused(PhotoRefusal.TOO_LARGE);
        }
        var format = format(bytes);
        if (format.isEmpty()) {
            return new Reading.Refused(PhotoRefusal.NO_PHOTO);
        }
        try {
            var pixels = pixels(bytes, format.get());
            if (pixels > MOST_PIXELS) {
                return new Reading.Refused(PhotoRefusal.TOO_LARGE);
            }
            var picture =
                    Thumbnails.of(new ByteArrayInputStream(bytes))
                            .useExifOrientation(true)
                            .scale(1.0)
                            .asBufferedImage();
            var longest = Math.max(picture.getWidth(), picture.getHeight());
            var small =
                    Thumbnails.of(picture)
                            .scale(Math.min(1.0, (double) LONGEST_SIDE / longest))
                            .asBufferedImage();
            var jpeg = new ByteArrayOutputStream();
            Thumbnails.of(small)
                    .scale(1.0)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(jpeg);
            return new Reading.Read(jpeg.toByteArray(), small.getWidth(), small.getHeight());
        } catch (IOException | RuntimeException e) {
            // Readers of pictures throw what they like at a broken one.
            return new Reading.Refused(PhotoRefusal.BROKEN);
        }
    }

    private static Optional<String> format(byte[] bytes) {
        return begins(bytes, JPEG)
                ? Optional.of("jpeg")
                : begins(bytes, PNG) ? Optional.of("png") : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int[] with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (var i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xff) != with[i]) {
                return false;
            }
        }
        return true;
    }

    private static long pixels(byte[] bytes, String format) throws IOException {
        var reader = ImageIO.getImageReadersByFormatName(format).next();
        try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            return (long) reader.getWidth(0) * reader.getHeight(0);
        } finally {
            reader.dispose();
        }
    }
}
