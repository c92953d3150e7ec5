package bot.optout.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import bot.optout.message.Attachment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

final class ArchiveTest {
  private static final Attachment.Bundle PACK =
      new Attachment.Bundle(
          "evidence.zip",
          List.of(
              Attachment.Text.plain("objection.txt", "Dear Meta\n"),
              new Attachment.Pdf("objection.pdf", Sheets.english()),
              Attachment.Text.plain("reply.txt", "No.\n"),
              Attachment.Text.plain("Reply.txt", "Still no.\n")),
          Map.of(
              "objection.txt",
              LocalDate.of(2026, 11, 24),
              "reply.txt",
              LocalDate.of(2026, 12, 20)));

  @Test
  void everything_is_inside_under_a_name_of_its_own() throws IOException {
    assertEquals(
        List.of(
            "objection.txt",
            "objection.pdf",
            "reply.txt",
            "Reply-2.txt",
            "manifest.json",
            "SHA256SUMS"),
        List.copyOf(unpacked(PACK).keySet()));
  }

  @Test
  void the_manifest_has_days_and_hashes() throws Exception {
    Map<String, byte[]> files = unpacked(PACK);
    JsonNode manifest = new ObjectMapper().readTree(files.get("manifest.json")).get("files");
    assertEquals(4, manifest.size());
    assertEquals("2026-11-24", manifest.get(0).get("date").asText());
    assertTrue(manifest.get(1).path("date").isMissingNode());
    for (JsonNode file : manifest) {
      byte[] bytes = files.getOrDefault(file.get("name").asText(), new byte[0]);
      assertEquals(hash(bytes), file.get("sha256").asText());
      assertEquals(bytes.length, file.get("bytes").asInt());
    }
  }

  @Test
  void the_sums_are_those_of_sha256sum() throws Exception {
    Map<String, byte[]> files = unpacked(PACK);
    List<String> sums =
        new String(files.remove("SHA256SUMS"), StandardCharsets.UTF_8).lines().toList();
    assertEquals(files.size(), sums.size());
    for (String line : sums) {
      String[] parts = line.split("  ", 2);
      assertEquals(hash(files.getOrDefault(parts[1], new byte[0])), parts[0]);
    }
  }

  @Test
  void equal_packs_are_equal_bytes() {
    assertArrayEquals(Documents.bytes(PACK), Documents.bytes(PACK));
  }

  @Test
  void names_are_safe_to_unpack() {
    assertEquals("etc-passwd", SafeName.of("../../etc/passwd"));
    assertEquals("C-x.txt", SafeName.of("C:\\x.txt"));
    assertEquals("_con.txt", SafeName.of("con.txt"));
    assertEquals("Łódź-2026.pdf", SafeName.of("Łódź 2026\u202E.pdf\n"));
    assertEquals("file", SafeName.of("\u200B..."));
    assertEquals(100, SafeName.of("x".repeat(500) + ".txt").length());
    assertTrue(SafeName.of("x".repeat(500) + ".txt").endsWith("x.txt"));
    SafeName names = new SafeName();
    assertEquals(List.of("a.txt", "A-2.txt"), List.of(names.next("a.txt"), names.next("A.txt")));
  }

  private static String hash(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static Map<String, byte[]> unpacked(Attachment.Bundle bundle) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream zip =
        new ZipInputStream(new ByteArrayInputStream(Documents.bytes(bundle)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        assertEquals(LocalDateTime.of(1980, 1, 1, 0, 0), entry.getTimeLocal());
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
