package dev.zoomkit.generator.read;

import dev.zoomkit.generator.java.ApiOperation.DateWindow;
import dev.zoomkit.generator.java.ApiOperation.Effect;
import dev.zoomkit.generator.java.ApiOperation.Error;
import dev.zoomkit.generator.java.ApiOperation.Facts;
import dev.zoomkit.generator.java.ApiOperation.FileLimits;
import dev.zoomkit.generator.java.ApiOperation.Limit;
import dev.zoomkit.generator.java.ApiOperation.Paging;
import dev.zoomkit.generator.java.ApiOperation.ScopeSet;
import dev.zoomkit.generator.java.ApiOperation.Scopes;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads the x- keys that become annotations. */
final class ExtensionReader {
  private static final Set<String> RATE_LABELS =
      Set.of("LIGHT", "MEDIUM", "HEAVY", "RESOURCE_INTENSIVE");
  private static final Set<String> EFFECTS = Set.of("read", "write", "destroy");

  private final ReaderContext context;

  ExtensionReader(ReaderContext context) {
    this.context = context;
  }

  /**
   * The facts of an operation, from its extensions, which may be null. Null for each that it does
   * not have.
   *
   * @param namesAccount whether the path has the id of an account
   */
  Facts read(Map<String, Object> extensions, String path, boolean namesAccount, String where) {
    Map<String, Object> keys = extensions == null ? Map.of() : extensions;
    return new Facts(
        ownPath(keys.get("x-zoom-own-path"), path, where),
        rateLabel(keys.get("x-zoom-rate-limit"), where),
        limits(keys.get("x-zoom-limits"), where),
        Boolean.TRUE.equals(keys.get("x-zoom-alone")),
        effect(keys.get("x-zoom-effect"), keys.get("x-zoom-notifies"), where),
        paging(keys.get("x-zoom-paging"), where),
        dateWindow(keys.get("x-zoom-date-window"), where),
        scopes(keys.get("x-zoom-scopes"), namesAccount, where),
        errors(keys.get("x-zoom-errors"), where));
  }

  private String ownPath(Object value, String path, String where) {
    if (value == null) {
      return null;
    }
    String own = value.toString();
    Set<String> extra = new TreeSet<>(OperationReader.variables(own));
    extra.removeAll(OperationReader.variables(path));
    if (!own.startsWith("/") || !extra.isEmpty()) {
      context.problem(
          where,
          "x-zoom-own-path: " + own,
          "Write a path that starts with / and has no variables but those of the operation's path");
    }
    return own.substring(1);
  }

  private String rateLabel(Object value, String where) {
    if (value != null && !RATE_LABELS.contains(value.toString())) {
      context.problem(
          where,
          "x-zoom-rate-limit: " + value,
          "Use one of " + String.join(", ", new TreeSet<>(RATE_LABELS)));
    }
    return value == null ? null : value.toString();
  }

  private List<Limit> limits(Object value, String where) {
    List<Limit> limits = new ArrayList<>();
    for (Object entry : value instanceof List<?> list ? list : List.of()) {
      Map<?, ?> limit = map(entry);
      Object calls = limit.get("calls");
      Limit read =
          new Limit(
              calls(calls, "FREE"),
              calls(calls, "PRO"),
              calls(calls, "BUSINESS"),
              text(limit.get("period")),
              TypeReader.texts(limit.get("by")),
              text(limit.get("pool")));
      if (read.free() < 1 || read.pro() < 1 || read.business() < 1 || read.period().isEmpty()) {
        context.problem(
            where,
            "an entry of x-zoom-limits without calls and period",
            "Say how many calls a period takes, for all plans or each");
      }
      limits.add(read);
    }
    return limits;
  }

  private static int calls(Object calls, String plan) {
    return number(calls instanceof Map<?, ?> plans ? plans.get(plan) : calls);
  }

  private Effect effect(Object value, Object notifies, String where) {
    if (value == null) {
      return null;
    }
    if (!EFFECTS.contains(value.toString())) {
      context.problem(
          where,
          "x-zoom-effect: " + value,
          "Use one of " + String.join(", ", new TreeSet<>(EFFECTS)));
    }
    return new Effect(value.toString().toUpperCase(Locale.ROOT), text(notifies));
  }

  private Paging paging(Object value, String where) {
    if (value == null) {
      return null;
    }
    Map<?, ?> paging = map(value);
    String items = text(paging.get("items"));
    if (items.isEmpty()) {
      context.problem(
          where, "x-zoom-paging without items", "Name the array of the response, as items: users");
    }
    return new Paging(
        List.of(items.split("\\.")),
        number(paging.get("maxPageSize")),
        Boolean.TRUE.equals(paging.get("largeItems")),
        TypeReader.texts(paging.get("identity")));
  }

  private DateWindow dateWindow(Object value, String where) {
    if (value == null) {
      return null;
    }
    Map<?, ?> window = map(value);
    String from = text(window.get("from"));
    String to = text(window.get("to"));
    if (from.isEmpty() || to.isEmpty()) {
      context.problem(
          where, "x-zoom-date-window without from and to", "Name the two query parameters");
    }
    return new DateWindow(
        from,
        to,
        number(window.get("maxDays")),
        number(window.get("pastMonths")),
        text(window.get("zone")));
  }

  private Scopes scopes(Object value, boolean namesAccount, String where) {
    if (value == null) {
      return null;
    }
    ScopeSet master = scopeSet(map(value).get("master"));
    ScopeSet own = scopeSet(map(value).get("own"));
    if (namesAccount && master.isEmpty()) {
      context.problem(
          where, "x-zoom-scopes without a master scope", "Name at least one, classic or granular");
    } else if (!namesAccount && master.isEmpty() == own.isEmpty()) {
      context.problem(
          where,
          "x-zoom-scopes of a path that names no account",
          "Name scopes of the own account or of the master account, and not both");
    }
    return new Scopes(master, own);
  }

  private static ScopeSet scopeSet(Object value) {
    return new ScopeSet(
        TypeReader.texts(map(value).get("classic")), TypeReader.texts(map(value).get("granular")));
  }

  private List<Error> errors(Object value, String where) {
    List<Error> errors = new ArrayList<>();
    for (Object entry : value instanceof List<?> list ? list : List.of()) {
      Map<?, ?> error = map(entry);
      int status = number(error.get("status"));
      if (status == 0) {
        context.problem(where, "an entry of x-zoom-errors without a status", "Give it one");
      }
      errors.add(
          new Error(
              status,
              number(error.get("code")),
              error.get("absent") instanceof Boolean absent ? absent : status == 404,
              TypeReader.texts(error.get("missing")),
              text(error.get("meaning"))));
    }
    return errors;
  }

  /** What a file part takes; empty where the description does not say. */
  Optional<FileLimits> fileLimits(Schema<?> schema) {
    Map<?, ?> file =
        schema.getExtensions() == null ? Map.of() : map(schema.getExtensions().get("x-zoom-file"));
    return file.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new FileLimits(number(file.get("maxMegabytes")), TypeReader.texts(file.get("types"))));
  }

  private static Map<?, ?> map(Object value) {
    return value instanceof Map<?, ?> map ? map : Map.of();
  }

  private static String text(Object value) {
    return value == null ? "" : value.toString();
  }

  private static int number(Object value) {
    return value instanceof Number number ? number.intValue() : 0;
  }
}
