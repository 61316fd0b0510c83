package dev.zoomkit.spec;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import dev.zoomkit.spec.reader.DerivedKeys;
import dev.zoomkit.spec.reader.SourceFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Joins the files of the description into one OpenAPI document: operations stand at their method,
 * every other file becomes the component of its name, and each {@code $ref} leads there. What
 * follows from something else is written into the operations. The order of keys is kept, components
 * are sorted, and the same sources give the same bytes.
 */
public final class Bundler {
  /** Where a reference leads in a bundle if it cannot lead to a component. */
  public static final String GAP = "#/gap";

  private static final String UNFIT =
      "The description does not fit together; the tests of spec say where.";

  /** What has to hold for the files to fit together. */
  public enum Check implements Rule {
    /** A file is YAML, has no key twice, and is not empty. */
    YAML,
    /** A file stands where its kind belongs. */
    PLACE,
    /** The contents name one file of an operation for each path and method, and nothing else. */
    CONTENTS,
    /** A reference leads to a file. */
    DANGLING_REF,
    /** A reference stands alone: OpenAPI 3.0 ignores what stands beside it. */
    LONE_REF,
    /** No two components of a kind have one name, however it is spelt. */
    UNIQUE_NAME,
    /** No operation repeats what follows from something else, and what has to follow does. */
    DERIVED
  }

  private final Sources sources;
  private final List<Finding> findings;
  private final Map<String, String> operationOf = new TreeMap<>();
  private final Map<String, String> fileOf = new TreeMap<>();

  private Bundler(Sources sources) {
    this.sources = sources;
    this.findings = new ArrayList<>(sources.findings());
  }

  /**
   * What came of the sources.
   *
   * @param document the OpenAPI document; where there are findings, a document with gaps: a file
   *     that cannot be read or whose name is taken is left out, and a reference to what is not
   *     there leads to {@link #GAP}
   * @param operationFiles the source file of each operation, by {@code <path> <method>}
   * @param findings what is wrong with the files and their references, in no particular order
   */
  public record Bundle(
      ObjectNode document, Map<String, String> operationFiles, List<Finding> findings) {}

  /**
   * Writes {@code zoom.json} for programs, {@code zoom.yaml} for people, the catalogue {@code
   * operations.json}, and {@code bundle.properties}, from which the build takes what the manifests
   * and the user agent say of the description. Where the sources do not fit together, they have
   * gaps, and there is no catalogue: the tests are to tell of these along with everything else that
   * is wrong.
   *
   * @param args the folder of the sources, the folder to write to, and {@code true} if no test is
   *     going to look at the sources
   * @throws IllegalStateException if the sources do not fit together and no test is going to tell;
   *     its message names every place
   */
  public static void main(String[] args) throws IOException {
    Bundle bundle = bundle(Sources.read(Path.of(args[0])));
    if (!bundle.findings().isEmpty()) {
      if (Boolean.parseBoolean(args[2])) {
        throw new IllegalStateException(
            bundle.findings().stream()
                .sorted()
                .map(finding -> System.lineSeparator() + finding)
                .reduce("The description does not fit together:", String::concat));
      }
      System.err.println(UNFIT);
    }
    Path target = Files.createDirectories(Path.of(args[1]));
    String json = new ObjectMapper().writeValueAsString(bundle.document());
    Files.writeString(target.resolve("zoom.json"), json);
    Files.writeString(target.resolve("zoom.yaml"), yaml(bundle.document()));
    Files.writeString(target.resolve("bundle.properties"), identity(bundle.document(), json));
    writeCatalogue(bundle, target.resolve("operations.json"));
  }

  private static void writeCatalogue(Bundle bundle, Path file) throws IOException {
    Files.deleteIfExists(file);
    if (bundle.findings().isEmpty()) {
      try {
        Files.writeString(file, indented(Catalogue.of(bundle.document())));
      } catch (IllegalArgumentException unfit) {
        System.err.println(UNFIT);
      }
    }
  }

  /** Joins the sources. Problems do not stop it: they are all in the result. */
  public static Bundle bundle(Sources sources) {
    return new Bundler(sources).bundle();
  }

  private Bundle bundle() {
    ObjectNode document = sources.files().getOrDefault(SourceFiles.ROOT, object()).deepCopy();
    if (!sources.files().containsKey(SourceFiles.ROOT)) {
      report(SourceFiles.ROOT, Check.PLACE, "is missing");
    }
    nameComponents();
    document.path("paths").properties().forEach(this::inlineOperations);
    if (document.has(DerivedKeys.ERROR_RESPONSES)) {
      document.replace(
          DerivedKeys.ERROR_RESPONSES,
          rewrite(SourceFiles.ROOT, document.get(DerivedKeys.ERROR_RESPONSES)));
    }
    ObjectNode components = document.withObject("/components");
    SourceFiles.KINDS.forEach(kind -> components.set(kind, components(kind)));
    writeWhatFollows(document);
    DerivedKeys.listScopes(document);
    return new Bundle(document, operationOf, findings);
  }

  private void inlineOperations(Map.Entry<String, JsonNode> path) {
    if (!(path.getValue() instanceof ObjectNode methods)) {
      report(SourceFiles.ROOT, Check.CONTENTS, path.getKey() + " holds no methods");
      return;
    }
    for (Map.Entry<String, JsonNode> method : methods.properties()) {
      String where = path.getKey() + " " + method.getKey();
      String file = method.getValue().path("$ref").asText();
      if (!SourceFiles.isOperation(file) || method.getValue().size() > 1) {
        report(
            SourceFiles.ROOT,
            Check.CONTENTS,
            where + " has to be {$ref: <category>/<operationId>.yaml}");
      } else if (!sources.files().containsKey(file)) {
        report(SourceFiles.ROOT, Check.DANGLING_REF, where + ": there is no " + file);
        method.setValue(object());
      } else {
        operationOf.put(where, file);
        method.setValue(rewrite(file, sources.files().get(file)));
      }
    }
  }

  private void writeWhatFollows(ObjectNode document) {
    DerivedKeys derived = new DerivedKeys(document);
    document.at("/components/schemas").fieldNames().forEachRemaining(derived::completeSchema);
    operationOf.forEach(
        (where, file) -> {
          String path = where.substring(0, where.lastIndexOf(' '));
          String method = where.substring(where.lastIndexOf(' ') + 1);
          derived.completeOperation(
              path,
              method,
              file.substring(0, file.indexOf('/')),
              what -> report(file, Check.DERIVED, what));
        });
  }

  /** Finds the file of each component; one that could not be read is none. */
  private void nameComponents() {
    Map<String, String> spelling = new HashMap<>();
    sources
        .files()
        .forEach(
            (file, tree) -> {
              String component = SourceFiles.componentOf(file);
              if (component != null) {
                String other = spelling.putIfAbsent(component.toLowerCase(Locale.ROOT), file);
                if (other != null) {
                  report(file, Check.UNIQUE_NAME, "has the name of " + other);
                } else if (!tree.isEmpty()) {
                  fileOf.put(component, file);
                }
              } else if (!file.equals(SourceFiles.ROOT)
                  && !SourceFiles.isOperation(file)
                  && !SourceFiles.isSharedError(file)) {
                report(
                    file,
                    Check.PLACE,
                    "is no operation, no shared error and none of " + SourceFiles.KINDS);
              }
            });
  }

  private ObjectNode components(String kind) {
    ObjectNode components = object();
    fileOf.forEach(
        (component, file) -> {
          if (component.startsWith(kind + "/")) {
            ObjectNode tree = sources.files().get(file);
            components.set(
                SourceFiles.nameOf(file), kind.equals("examples") ? tree : rewrite(file, tree));
          }
        });
    return components;
  }

  /**
   * A copy in which each reference to a file leads to the component, and each shared error stands
   * where it is referred to.
   */
  private JsonNode rewrite(String file, JsonNode node) {
    if (node instanceof ArrayNode array) {
      ArrayNode copy = JsonNodeFactory.instance.arrayNode(array.size());
      array.forEach(item -> copy.add(rewrite(file, item)));
      return copy;
    }
    if (!(node instanceof ObjectNode)) {
      return node;
    }
    String target = target(file, node);
    if (SourceFiles.isSharedError(target) && sources.files().containsKey(target)) {
      reportCompany(file, node);
      return sources.files().get(target);
    }
    ObjectNode copy = object();
    for (Map.Entry<String, JsonNode> entry : node.properties()) {
      boolean reference = entry.getKey().equals("$ref") && entry.getValue().isValueNode();
      copy.set(entry.getKey(), reference ? component(file, node) : rewrite(file, entry.getValue()));
    }
    return copy;
  }

  private TextNode component(String file, JsonNode reference) {
    String ref = reference.get("$ref").asText();
    String target = target(file, reference);
    String component = SourceFiles.componentOf(target);
    if (component == null && !SourceFiles.isSharedError(target)) {
      report(file, Check.DANGLING_REF, ref + " is not the relative path of a component's file");
    } else if (!sources.files().containsKey(target)) {
      report(file, Check.DANGLING_REF, "there is no " + ref);
    } else {
      reportCompany(file, reference);
    }
    boolean there = component != null && target.equals(fileOf.get(component));
    return TextNode.valueOf(there ? "#/components/" + component : GAP);
  }

  /** The file that a reference leads to; the folder itself for what is no reference. */
  private static String target(String file, JsonNode reference) {
    return SourceFiles.target(file, reference.path("$ref").asText());
  }

  private void reportCompany(String file, JsonNode reference) {
    if (reference.size() > 1) {
      String ref = reference.get("$ref").asText();
      report(file, Check.LONE_REF, "what stands beside " + ref + " is ignored; put it under allOf");
    }
  }

  private static String indented(ObjectNode document) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    return new ObjectMapper()
            .writer(
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter))
            .writeValueAsString(document)
        + "\n";
  }

  /** The version of the description, and the SHA-256 of {@code zoom.json}, whole and short. */
  private static String identity(ObjectNode document, String json) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
      String hash = HexFormat.of().formatHex(digest);
      return """
      description.version=%s
      description.sha256=%s
      description.shortHash=%s
      """
          .formatted(document.at("/info/version").asText(), hash, hash.substring(0, 12));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String yaml(ObjectNode document) throws IOException {
    return new YAMLMapper(
            YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .disable(YAMLGenerator.Feature.SPLIT_LINES)
                .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
                .stringQuotingChecker(new PlainWords())
                .build())
        .writeValueAsString(document);
  }

  private void report(String file, Check check, String what) {
    findings.add(check.finding(file, what));
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Quotes whatever some YAML reader could take for a number, a date or a truth value. */
  private static final class PlainWords extends StringQuotingChecker.Default {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean needToQuoteName(String name) {
      return !plain(name) || super.needToQuoteName(name);
    }

    @Override
    public boolean needToQuoteValue(String value) {
      return !plain(value) || super.needToQuoteValue(value);
    }

    private static boolean plain(String text) {
      return !text.isEmpty() && (Character.isLetter(text.charAt(0)) || text.startsWith("/"));
    }
  }
}
