package dev.zoomkit.spec.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.SourceFiles;
import dev.zoomkit.spec.reader.UnusableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Drafts operations that Zoom's files have and ours lacks, in our own layout and without prose: the
 * house rules say which words are missing.
 */
public final class Skeleton {
  private final OurFiles ours;
  private final JsonNode bundle;
  private final KnownShapes known;
  private final Map<String, Marks.Mark> marks;
  private final Set<String> ids = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<String, String> written = new LinkedHashMap<>();
  private final Map<String, ObjectNode> drafts = new LinkedHashMap<>();
  private final Set<String> tags = new TreeSet<>();
  private final Contents contents;

  Skeleton(OurFiles ours, JsonNode bundle) throws IOException {
    this.ours = ours;
    this.bundle = bundle;
    this.known = new KnownShapes(ours, bundle);
    this.marks = Marks.of(ours);
    this.contents = new Contents(Files.readString(ours.folder().resolve(SourceFiles.ROOT)));
    bundle
        .path("paths")
        .forEach(path -> path.forEach(it -> ids.add(it.path("operationId").asText())));
  }

  /**
   * Writes the drafts and says what it wrote.
   *
   * @param args the folder of {@code zoom.yaml}, the bundle, Zoom's files, which operations ({@code
   *     GET /users/email}, several with commas between them, a path that ends in {@code *}, or
   *     {@code new} for all that ours lacks), and the category and the id to use, each of which may
   *     be empty
   */
  public static void main(String[] args) throws IOException {
    try {
      OurFiles ours = OurFiles.read(Path.of(args[0]));
      JsonNode bundle = new ObjectMapper().readTree(Files.readString(Path.of(args[1])));
      Skeleton skeleton = new Skeleton(ours, bundle);
      List<String> remarks =
          skeleton.draft(Upstream.read(args[2]), args[3], text(args[4]), text(args[5]));
      remarks.forEach(System.out::println);
      List<String> written = skeleton.write();
      written.forEach(System.out::println);
      if (remarks.isEmpty() && written.isEmpty()) {
        System.out.println("Ours has every operation of these files.");
      }
    } catch (UnusableException unusable) {
      System.err.println(unusable.getMessage());
      System.exit(1);
    }
  }

  /** Maven passes an empty argument on as none. */
  private static String text(@Nullable String argument) {
    return argument == null ? "" : argument;
  }

  /** Drafts the operations that a request names; what drafts leave out, a line each. */
  List<String> draft(Upstream upstream, String wanted, String category, String id) {
    List<List<UpstreamOperation>> chosen = chosen(upstream, wanted);
    if (!id.isEmpty() && chosen.size() > 1) {
      throw new UnusableException("-Did: names one operation, and there are " + chosen.size());
    }
    List<String> remarks = new ArrayList<>();
    for (List<UpstreamOperation> editions : chosen) {
      UpstreamOperation master =
          editions.stream().filter(UpstreamOperation::isMaster).findFirst().orElse(null);
      UpstreamOperation own =
          editions.stream().filter(it -> !it.isMaster()).findFirst().orElse(null);
      remarks.addAll(draft(master, own, category, id));
    }
    return remarks;
  }

  /** The editions of each operation that is asked for and that ours lacks. */
  private List<List<UpstreamOperation>> chosen(Upstream upstream, String wanted) {
    Set<String> have = OurOperations.keys(bundle);
    Map<String, List<UpstreamOperation>> editions = new LinkedHashMap<>();
    for (UpstreamOperation operation : upstream.operations()) {
      String key = UpstreamOperation.key(operation.method(), operation.ordinaryPath());
      editions.computeIfAbsent(key, it -> new ArrayList<>()).add(operation);
    }
    List<List<UpstreamOperation>> chosen = new ArrayList<>();
    for (String one : wanted.split(",")) {
      String pattern = one.strip().replaceAll("\\s+", " ");
      boolean all = pattern.equals("new");
      boolean several = all || pattern.endsWith("*");
      boolean found = false;
      for (List<UpstreamOperation> same : editions.values()) {
        boolean asked = all || same.stream().anyMatch(it -> matches(it, pattern));
        boolean known = same.stream().anyMatch(it -> have.contains(it.key()));
        found |= asked;
        if (asked && known && !several) {
          throw new UnusableException(pattern + ": our description has this operation already");
        } else if (asked && !known && !chosen.contains(same)) {
          chosen.add(same);
        }
      }
      if (!found) {
        throw new UnusableException(pattern + ": no file has such an operation");
      }
    }
    return chosen;
  }

  private static boolean matches(UpstreamOperation operation, String pattern) {
    String path = pattern.substring(pattern.indexOf(' ') + 1);
    boolean method =
        !pattern.contains(" ")
            || pattern.toLowerCase(Locale.ROOT).startsWith(operation.method() + " ");
    if (path.endsWith("*")) {
      String start = path.substring(0, path.length() - 1);
      return method
          && (operation.path().startsWith(start) || operation.ordinaryPath().startsWith(start));
    }
    String wanted = UpstreamOperation.key("", path);
    return method
        && (UpstreamOperation.key("", operation.path()).equals(wanted)
            || UpstreamOperation.key("", operation.ordinaryPath()).equals(wanted));
  }

  private List<String> draft(
      @Nullable UpstreamOperation master,
      @Nullable UpstreamOperation own,
      String givenCategory,
      String givenId) {
    UpstreamOperation operation = master == null ? own : master;
    if (operation == null) {
      throw new IllegalArgumentException("neither edition");
    }
    String category = givenCategory.isEmpty() ? category(operation) : givenCategory;
    String id = givenId.isEmpty() ? id(operation) : givenId;
    if (ours.ofTag(category).isEmpty() && tags.add(category)) {
      contents.addTag(Words.title(category));
    }
    if (!id.matches("[a-z][A-Za-z0-9]*") || !category.matches("[a-z0-9-]+")) {
      throw new UnusableException(category + "/" + id + ": is no <category>/<operationId>");
    }
    if (!ids.add(id)) {
      throw new UnusableException(
          operation.title() + ": the id " + id + " is taken; give another one with -Did");
    }
    SchemaDrafts schemas = new SchemaDrafts(known, category, names(), marks);
    OperationDraft draft = new OperationDraft(operation, own, id, category, known, schemas);
    String file = category + "/" + id + ".yaml";
    written.put(
        file,
        YamlText.file(draft.draft(), "parameters", "requestBody", "responses", "x-zoom-errors"));
    schemas.drafts().forEach((name, schema) -> written.put(name, YamlText.file(schema)));
    drafts.putAll(schemas.drafts());
    contents.add(operation.path(), operation.method(), file);
    return draft.remarks();
  }

  private Set<String> names() {
    Set<String> names = new TreeSet<>(ours.ofKind("schemas").keySet());
    drafts.keySet().forEach(file -> names.add(SourceFiles.nameOf(file)));
    for (JsonNode tag : ours.root().path("tags")) {
      String name = tag.path("name").asText().replaceAll("[^A-Za-z0-9]", "");
      names.addAll(List.of(name, name + "Api"));
    }
    return names;
  }

  private String id(UpstreamOperation operation) {
    String id = Words.operationId(operation);
    return ids.contains(id) ? Words.byPath(operation) : id;
  }

  /** The folder of Zoom's tag; a tag that we lack is declared. */
  private String category(UpstreamOperation operation) {
    String tag = operation.node().path("tag").asText();
    String folder = SourceFiles.folderOf(tag.replaceAll("[^A-Za-z0-9 -]", ""));
    for (JsonNode ours : ours.root().path("tags")) {
      String other = SourceFiles.folderOf(ours.path("name").asText());
      if (Words.singular(other).equals(Words.singular(folder))) {
        return other;
      }
    }
    if (folder.isEmpty()) {
      throw new UnusableException(operation.title() + ": has no tag; say -Dcategory");
    }
    return folder;
  }

  /** Writes the files, and lists them with their number of lines. */
  List<String> write() throws IOException {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> file : written.entrySet()) {
      Path path = ours.folder().resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      lines.add("%s (%d lines)".formatted(file.getKey(), file.getValue().lines().count()));
    }
    Files.writeString(ours.folder().resolve(SourceFiles.ROOT), contents.text());
    return lines;
  }
}
