package dev.zoomkit.contract;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A report of headings, sentences and tables, as Markdown and as one page of HTML. */
final class ReportPage {

  private static final String STYLE =
      "body{font:15px/1.45 system-ui,sans-serif;margin:2em auto;max-width:90em;padding:0 1em}"
          + "table{border-collapse:collapse;width:100%}th,td{border-bottom:1px solid #ddd;"
          + "padding:.25em .6em;text-align:left;vertical-align:top;overflow-wrap:anywhere}"
          + "th{position:sticky;top:0;background:#f4f6f8}tr:hover td{background:#fafbfc}"
          + "@media(prefers-color-scheme:dark){body{background:#16181b;color:#e4e6e8}"
          + "th{background:#23272b}th,td{border-color:#3a3f44}tr:hover td{background:#1c1f23}}";

  private final String title;
  private final StringBuilder markdown = new StringBuilder();
  private final StringBuilder html = new StringBuilder();

  ReportPage(String title) {
    this.title = title;
    markdown.append("# ").append(title).append("\n\n");
    html.append("<h1>").append(escaped(title)).append("</h1>\n");
  }

  void heading(String text) {
    markdown.append("## ").append(text).append("\n\n");
    html.append("<h2>").append(escaped(text)).append("</h2>\n");
  }

  void text(String text) {
    markdown.append(text).append("\n\n");
    html.append("<p>").append(escaped(text)).append("</p>\n");
  }

  void table(List<String> header, List<List<String>> rows) {
    List<List<String>> all = new ArrayList<>();
    all.add(header);
    all.add(header.stream().map(name -> "---").toList());
    all.addAll(rows);
    for (List<String> row : all) {
      markdown.append(
          row.stream()
              .map(cell -> cell.replace("|", "\\|").replaceAll("\\s+", " "))
              .collect(Collectors.joining(" | ", "| ", " |\n")));
    }
    markdown.append('\n');
    html.append("<table><thead>").append(row("th", header)).append("</thead><tbody>\n");
    rows.forEach(row -> html.append(row("td", row)));
    html.append("</tbody></table>\n");
  }

  private static String row(String tag, List<String> cells) {
    return cells.stream()
        .map(cell -> "<" + tag + ">" + escaped(cell) + "</" + tag + ">")
        .collect(Collectors.joining("", "<tr>", "</tr>\n"));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Writes {@code name.md} and {@code name.html}. */
  void write(Path directory, String name) throws IOException {
    Files.createDirectories(directory);
    Files.writeString(directory.resolve(name + ".md"), markdown);
    Files.writeString(
        directory.resolve(name + ".html"),
        ("<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>%s</title>"
                + "<style>%s</style></head>\n<body>\n%s</body></html>\n")
            .formatted(escaped(title), STYLE, html));
  }
}
