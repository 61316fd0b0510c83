package dev.zoomkit.mock.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Response;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The files that responses link to by {@code download_url}: recordings and what is archived. Links
 * of the description's examples lead to the mock, which serves each that a response has told of; a
 * link that a test gave stays as it is. Thread-safe.
 */
public final class DownloadFiles {
  /** The property of a file that is in the trash, and when it was moved there. */
  public static final String DELETED = "deleted_time";

  private static final String LINK = "download_url";

  /** How a file ends and what it is, by Zoom's name of its type where that says anything else. */
  private static final Map<String, String> EXTENSIONS =
      Map.of(
          "CHAT", "txt",
          "CC", "vtt",
          "TRANSCRIPT", "vtt",
          "TIMELINE", "json",
          "CHAT_MESSAGE", "json",
          "SUB_GROUP_MEMBER_LOG", "json");

  private static final Map<String, String> MEDIA_TYPES =
      Map.of(
          "mp4", "video/mp4",
          "m4a", "audio/mp4",
          "txt", "text/plain",
          "vtt", "text/vtt",
          "csv", "text/csv",
          "json", "application/json");

  private final Map<String, String> local = new TreeMap<>();
  private final Map<String, JsonNode> told = new ConcurrentHashMap<>();
  private final String origin;

  /** The files of a description's examples, at a place of the mock's own. */
  public DownloadFiles(ApiDescription description, URI origin) {
    this.origin = origin.toString();
    for (DescribedOperation operation : description.operations()) {
      Content response = operation.response();
      for (JsonNode example : response == null ? List.<JsonNode>of() : response.examples()) {
        for (String link : example.findValuesAsText(LINK)) {
          bringHome(link);
        }
      }
    }
  }

  private void bringHome(String link) {
    String folder = link.substring(0, link.lastIndexOf('/') + 1);
    local.put(folder, origin + URI.create(folder).getRawPath());
  }

  /** The folders that the examples' links lead to, each with the mock's own. */
  Map<String, String> folders() {
    return local;
  }

  /** The same data with links that lead to the mock. */
  public ObjectNode local(ObjectNode data) {
    for (JsonNode file : data.findParents(LINK)) {
      String link = file.path(LINK).asText();
      for (var folder : local.entrySet()) {
        if (link.startsWith(folder.getKey())) {
          String rest = link.substring(folder.getKey().length());
          ((ObjectNode) file).put(LINK, folder.getValue() + rest);
        }
      }
    }
    return data;
  }

  /** Serves from now on what a response links to, but for what is in the trash. */
  public void tell(ObjectNode response) {
    response.findParents(LINK).stream()
        .filter(file -> !file.has(DELETED))
        .forEach(file -> told.put(address(file), file));
  }

  /** Where a file is, whatever its link has in the query, such as a signature. */
  private static String address(JsonNode file) {
    return file.path(LINK).asText().replaceFirst("\\?.*", "");
  }

  /** Serves no longer what deleted data links to. */
  public void forget(JsonNode deleted) {
    deleted.findParents(LINK).forEach(file -> told.remove(address(file)));
  }

  /**
   * A file by the path of its link: as many bytes as its response says, with a tag that changes
   * with what is known of it; null where there is none.
   */
  public @Nullable Response get(String path) {
    JsonNode file = told.get(origin + path);
    if (file == null) {
      return null;
    }
    String name = name(file, path);
    String extension = name.substring(name.lastIndexOf('.') + 1);
    byte[] content = (name + ", as the mock has it.\n").getBytes(StandardCharsets.US_ASCII);
    return Response.repeated(
            200,
            MEDIA_TYPES.getOrDefault(extension, "application/octet-stream"),
            content,
            file.path("file_size").asLong(content.length))
        .withHeader("Accept-Ranges", "bytes")
        .withHeader("ETag", "\"%08x\"".formatted(file.hashCode()))
        .withHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private static String name(JsonNode file, String path) {
    String type = file.path("file_type").asText();
    String extension =
        file.path("file_extension")
            .asText(EXTENSIONS.getOrDefault(type, type))
            .toLowerCase(Locale.ROOT);
    String otherwise = file.path("id").asText(path.substring(path.lastIndexOf('/') + 1));
    String name = file.path("file_name").asText(otherwise).replaceAll("[^\\w. -]", "_");
    return extension.isEmpty() || name.endsWith("." + extension) ? name : name + "." + extension;
  }
}
