package dev.zoomkit.spec;

import java.util.List;
import java.util.Optional;

/** One operation with its path and method; {@code spot} is the whole of its file. */
record Operation(Description description, String path, String method, Spot spot) {
  private static final String ACCOUNT = "/accounts/{accountId}";

  String id() {
    return spot.text("operationId");
  }

  String category() {
    return spot.file().substring(0, spot.file().indexOf('/'));
  }

  /** The path without the account's prefix, or empty where there is none or nothing behind it. */
  Optional<String> pathBehindAccount() {
    return path.startsWith(ACCOUNT + "/")
        ? Optional.of(path.substring(ACCOUNT.length()))
        : Optional.empty();
  }

  List<Spot> parameters() {
    return description.parameters(spot);
  }

  /** Whether all parameters are known: none is behind a gap. */
  boolean hasWholeParameters() {
    return parameters().stream().noneMatch(Spot::isGap);
  }

  Optional<Spot> path(String name) {
    return parameter("path", name);
  }

  Optional<Spot> query(String name) {
    return parameter("query", name);
  }

  private Optional<Spot> parameter(String in, String name) {
    return parameters().stream()
        .filter(parameter -> parameter.text("in").equals(in))
        .filter(parameter -> parameter.text("name").equals(name))
        .findFirst();
  }

  List<Spot> successes() {
    return description.successes(spot);
  }

  /**
   * The schema of the JSON that the operation returns when it succeeds: a gap if the response is
   * one, missing if none.
   */
  Spot result() {
    return successes().stream()
        .map(description::resolve)
        .map(it -> it.isGap() ? it : it.at("content", "application/json", "schema"))
        .filter(Spot::exists)
        .findFirst()
        .orElse(spot.missing());
  }
}
