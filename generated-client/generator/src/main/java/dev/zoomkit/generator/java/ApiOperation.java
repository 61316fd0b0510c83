package dev.zoomkit.generator.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One operation with all that its interfaces say about it.
 *
 * @param deprecation why nobody should call it any more, and what to call instead; null where it is
 *     not deprecated
 * @param pathParameters those of the path, in its order
 * @param requiredQuery the query parameters that every call has
 * @param optionalQuery the others
 * @param body what is sent; null where nothing is
 * @param response what comes back
 * @param facts the annotations' values
 */
public record ApiOperation(
    String id,
    String tag,
    String method,
    String path,
    List<String> docs,
    String deprecation,
    List<Parameter> pathParameters,
    List<Parameter> requiredQuery,
    List<Parameter> optionalQuery,
    Body body,
    Response response,
    Facts facts) {

  /** A parameter of the path or the query. A list stands in it with commas, or is repeated. */
  public record Parameter(Property value, Role role, boolean acceptsMe, boolean commas) {
    public String name() {
      return value.name();
    }

    public JavaType type() {
      return value.type();
    }
  }

  /** What a parameter of the path names. */
  public enum Role {
    ACCOUNT,
    USER,
    USER_ID,
    UUID,
    OTHER
  }

  /**
   * A body: JSON of a type, or parts.
   *
   * @param json the type of the JSON; null where the body has parts
   * @param files the parts that are files
   * @param limits what the file has to keep to; null where the description does not say
   * @param texts the other parts
   */
  public record Body(JavaType json, List<Property> files, FileLimits limits, List<Property> texts) {
    public boolean isMultipart() {
      return json == null;
    }
  }

  /** The largest size of a file, in megabytes, and its media types. */
  public record FileLimits(int maxMegabytes, List<String> types) {}

  /** What a success returns. */
  public enum ResponseKind {
    NOTHING,
    JSON,
    BYTES
  }

  /** What a success returns, and for JSON its type and whether it is one page of a list. */
  public record Response(ResponseKind kind, JavaType type, String description) {
    public boolean isBytes() {
      return kind == ResponseKind.BYTES;
    }
  }

  /** What the description says of the operation besides its parameters. */
  public record Facts(
      String ownPath,
      String rateLabel,
      List<Limit> limits,
      boolean alone,
      Effect effect,
      Paging paging,
      DateWindow dateWindow,
      Scopes scopes,
      List<Error> errors) {
    public boolean hasLimits() {
      return !limits.isEmpty();
    }

    public boolean hasErrors() {
      return !errors.isEmpty();
    }
  }

  /** How many calls a period takes by plan, and what is counted apart; an empty pool for none. */
  public record Limit(
      int free, int pro, int business, String period, List<String> by, String pool) {

    /** Its values, as they stand in an annotation. */
    public String values() {
      List<String> values = new ArrayList<>();
      values.add("free = " + free);
      values.add("pro = " + pro);
      values.add("business = " + business);
      values.add("period = " + Literals.string(period));
      if (!by.isEmpty()) {
        values.add("by = " + Literals.strings(by));
      }
      if (!pool.isEmpty()) {
        values.add("pool = " + Literals.string(pool));
      }
      return String.join(", ", values);
    }
  }

  /** What a call does, in capitals, and whom Zoom notifies of it; empty for nobody. */
  public record Effect(String kind, String notifies) {
    public boolean isSilent() {
      return notifies.isEmpty();
    }
  }

  /**
   * Where the items of a page are, on the way down from the page; 0 for no largest size. Large
   * items are those of which nobody wants many at once. The identity names the properties that tell
   * an item from the others; empty where nothing does.
   */
  public record Paging(
      List<String> items, int maxPageSize, boolean largeItems, List<String> identity) {
    public String path() {
      return String.join(".", items);
    }

    /** The page size that the facade asks for unless the caller does; 0 to leave it to Zoom. */
    public int pageSize() {
      return largeItems ? 0 : maxPageSize;
    }
  }

  /**
   * The span of days of one call; 0 where Zoom states no limit. The zone is the query parameter
   * that names the time zone of the days; empty where there is none.
   */
  public record DateWindow(String from, String to, int maxDays, int pastMonths, String zone) {}

  /** The scopes for a sub-account and for the own account. */
  public record Scopes(ScopeSet master, ScopeSet own) {

    /** Those of the two that it has, as they stand in an annotation. */
    public String sets() {
      return Stream.of(set("master", master), set("own", own))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(", "));
    }

    private static String set(String name, ScopeSet scopes) {
      return scopes.isEmpty() ? "" : name + " = @ScopeSet(" + scopes.values() + ")";
    }
  }

  /** Scopes any one of which suffices. */
  public record ScopeSet(List<String> classic, List<String> granular) {
    public boolean isEmpty() {
      return classic.isEmpty() && granular.isEmpty();
    }

    /** Its values, as they stand in an annotation. */
    public String values() {
      return Stream.of(values("classic = ", classic), values("granular = ", granular))
          .filter(text -> !text.isEmpty())
          .collect(Collectors.joining(", "));
    }

    private static String values(String head, List<String> scopes) {
      return scopes.isEmpty() ? "" : head + Literals.strings(scopes);
    }
  }

  /** An error that the description knows; 0 for no code, and what is not there. */
  public record Error(int status, int code, boolean absent, List<String> missing, String meaning) {

    /** The kinds of what is not there, as they stand in an annotation; empty where none is. */
    public String missingValues() {
      return missing.isEmpty() ? "" : Literals.strings(missing);
    }
  }

  public boolean deprecated() {
    return deprecation != null;
  }

  /** Whether it exists for the caller's own account only: a call does not say which account. */
  public boolean isForOwnAccountOnly() {
    return account().isEmpty();
  }

  /**
   * Whether it does not exist for the caller's own account: its scopes are known, but none for
   * there, no path there, and no {@code me} for the account.
   */
  public boolean isForSubAccountsOnly() {
    return account().filter(account -> !account.acceptsMe()).isPresent()
        && facts.ownPath() == null
        && facts.scopes() != null
        && facts.scopes().own().isEmpty()
        && !facts.scopes().master().isEmpty();
  }

  private Optional<Parameter> account() {
    return pathParameters.stream()
        .filter(parameter -> parameter.role() == Role.ACCOUNT)
        .findFirst();
  }

  /** The types of all that it takes and returns. */
  public Stream<JavaType> types() {
    Stream<JavaType> parameters =
        Stream.of(pathParameters, requiredQuery, optionalQuery)
            .flatMap(List::stream)
            .map(Parameter::type);
    Stream<JavaType> parts = body == null ? Stream.of() : body.texts().stream().map(Property::type);
    Stream<JavaType> whole =
        Stream.of(body == null ? null : body.json(), response.type()).filter(Objects::nonNull);
    return Stream.of(parameters, parts, whole).flatMap(stream -> stream);
  }

  /** The values that its builder sets: optional query parameters, or optional text parts. */
  public List<Property> options() {
    if (!optionalQuery.isEmpty()) {
      return optionalQuery.stream().map(Parameter::value).toList();
    }
    return optionalTexts();
  }

  /** The text parts that a call may leave out. */
  public List<Property> optionalTexts() {
    return body == null
        ? List.of()
        : body.texts().stream().filter(part -> !part.required()).toList();
  }

  /** The class of its optional values; empty where it has none. */
  public Optional<String> optionsType() {
    if (options().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(Names.capitalized(id) + (optionalQuery.isEmpty() ? "Parts" : "Query"));
  }

  /** The name of an argument that holds all optional values. */
  public String optionsName() {
    return optionalQuery.isEmpty() ? "parts" : "query";
  }

  /** The query parameter of a name, whether a call may leave it out or not. */
  public Optional<Property> anyQuery(String wireName) {
    return Stream.concat(requiredQuery.stream(), optionalQuery.stream())
        .map(Parameter::value)
        .filter(value -> value.wireName().equals(wireName))
        .findFirst();
  }

  /** The optional query parameter of a name. */
  public Optional<Property> query(String wireName) {
    return optionalQuery.stream()
        .map(Parameter::value)
        .filter(value -> value.wireName().equals(wireName))
        .findFirst();
  }
}
