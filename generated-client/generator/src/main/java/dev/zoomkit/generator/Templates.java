package dev.zoomkit.generator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.openapitools.codegen.CodegenConfig;
import org.openapitools.codegen.SupportingFile;

/** The texts of the templates that a generator prints, those of a build's own folder first. */
final class Templates {
  private static final Pattern PARTIAL = Pattern.compile("\\{\\{>\\s*([\\w./-]+?)\\s*}}");

  private final CodegenConfig config;

  Templates(CodegenConfig config) {
    this.config = config;
  }

  /** All templates and all that they include. */
  Iterable<String> texts() {
    Deque<String> open = new ArrayDeque<>(config.modelTemplateFiles().keySet());
    open.addAll(config.apiTemplateFiles().keySet());
    config.supportingFiles().stream().map(SupportingFile::getTemplateFile).forEach(open::add);
    Map<String, String> texts = new LinkedHashMap<>();
    while (!open.isEmpty()) {
      String name = open.remove();
      if (!texts.containsKey(name)) {
        String text = text(name);
        texts.put(name, text);
        PARTIAL.matcher(text).results().forEach(it -> open.add(it.group(1) + ".mustache"));
      }
    }
    return texts.values();
  }

  private String text(String name) {
    Path replaced = Path.of(config.templateDir(), name);
    String embedded = "/" + config.embeddedTemplateDir() + "/" + name;
    try (InputStream resource = Templates.class.getResourceAsStream(embedded)) {
      return Files.exists(replaced)
          ? Files.readString(replaced)
          : new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Template " + name, e);
    }
  }
}
