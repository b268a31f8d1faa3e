package heed.notebook;

import java.awt.image.RenderedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;

/**
 * Something that a front end draws by its type.
 *
 * @param mimeType such as {@code text/markdown} or {@code image/png}
 * @param data text, or bytes in Base64
 */
public record Media(String mimeType, String data) {
  static final String PICTURES = "a picture in PNG, JPEG, GIF, WebP or SVG";

  private static final List<Kind> KINDS =
      List.of(
          new Kind("89504e47", "image/png"),
          new Kind("ffd8ff", "image/jpeg"),
          new Kind("47494638", "image/gif"),
          new Kind("52494646.{8}57454250", "image/webp"));

  /** Throws {@link IllegalArgumentException} for what is no MIME type. */
  public Media {
    if (!mimeType.matches("[\\w.+-]+/[\\w.+-]+")) {
      throw new IllegalArgumentException(
          "expected a MIME type such as text/markdown, found " + mimeType);
    }
  }

  /** A picture as PNG. */
  static Media of(RenderedImage image) {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", png);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a picture into memory", e);
    }
    return new Media("image/png", Base64.getEncoder().encodeToString(png.toByteArray()));
  }

  /** A picture from its file: PNG, JPEG, GIF, WebP or SVG. */
  static Media of(Path file) {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (file.toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
        return new Media("image/svg+xml", Files.readString(file));
      }
      return picture(bytes)
          .orElseThrow(
              () -> new IllegalArgumentException("expected " + PICTURES + ", found " + file));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file.toAbsolutePath(), e);
    }
  }

  /** A picture from its bytes, recognised by the first of them; empty if they are none. */
  static Optional<Media> picture(byte[] bytes) {
    byte[] first = Arrays.copyOf(bytes, 12);
    String hex = HexFormat.of().formatHex(first);
    return KINDS.stream()
        .filter(kind -> hex.matches(kind.first() + ".*"))
        .findFirst()
        .map(kind -> new Media(kind.mimeType(), Base64.getEncoder().encodeToString(bytes)));
  }

  /** How the files of one format begin, in hexadecimal. */
  private record Kind(String first, String mimeType) {}
}
