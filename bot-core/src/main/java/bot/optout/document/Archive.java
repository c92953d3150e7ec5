package bot.optout.document;

import bot.optout.message.Attachment;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Several files as {@code .zip}, with what shows later that they are unchanged: {@code
 * manifest.json} (name, day, media type, length, SHA-256) and {@code SHA256SUMS} for {@code
 * sha256sum -c}.
 */
final class Archive {
  static final String MANIFEST = "manifest.json";
  static final String SUMS = "SHA256SUMS";

  /** The first moment the format can hold; the day a part belongs to stands in the manifest. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** A class, since an array is no value. */
  private static final class Item {
    final String name;
    final String mediaType;
    final Optional<LocalDate> day;
    final byte[] bytes;

    Item(String name, String mediaType, Optional<LocalDate> day, byte[] bytes) {
      this.name = name;
      this.mediaType = mediaType;
      this.day = day;
      this.bytes = bytes;
    }

    String hash() {
      return HexFormat.of().formatHex(sha256().digest(bytes));
    }
  }

  private Archive() {}

  static byte[] bytes(Attachment.Bundle bundle) {
    List<Item> items = items(bundle);
    items.add(new Item(MANIFEST, "application/json", Optional.empty(), manifest(items)));
    items.add(new Item(SUMS, "text/plain", Optional.empty(), sums(items)));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      for (Item item : items) {
        ZipEntry entry = new ZipEntry(item.name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(item.bytes);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static List<Item> items(Attachment.Bundle bundle) {
    SafeName names = new SafeName();
    names.next(MANIFEST);
    names.next(SUMS);
    List<Item> items = new ArrayList<>();
    for (Attachment part : bundle.parts()) {
      items.add(
          new Item(
              names.next(part.name()),
              part.mediaType(),
              Optional.ofNullable(bundle.dates().get(part.name())),
              Documents.bytes(part)));
    }
    return items;
  }

  private static byte[] manifest(List<Item> items) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    ArrayNode files = root.putArray("files");
    for (Item item : items) {
      ObjectNode file = files.addObject().put("name", item.name);
      item.day.ifPresent(day -> file.put("date", day.toString()));
      file.put("media_type", item.mediaType)
          .put("bytes", item.bytes.length)
          .put("sha256", item.hash());
    }
    return (root.toPrettyString().replace(System.lineSeparator(), "\n") + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] sums(List<Item> items) {
    return items.stream()
        .map(item -> item.hash() + "  " + item.name + "\n")
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
