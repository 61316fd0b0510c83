package dev.zoomkit.mock.http;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Call;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.state.Filters;
import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.ApiDescription.FieldProblem;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import dev.zoomkit.spec.reader.Parameter;
import dev.zoomkit.spec.reader.Typos;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Holds a request against its operation: scopes, {@code me}, parameters, body. */
public final class RequestCheck {
  private static final int MEGABYTE = 1024 * 1024;
  private static final int INVALID = 300;
  private static final String ANY_PARAMETER = "a parameter is invalid";
  private static final String FIELD_MISSING = "a required field is missing";
  private static final Pattern FIELD_EMPTY =
      Pattern.compile("^A required field is missing or empty");
  private static final Pattern IS_INVALID =
      Pattern.compile(
          "^A parameter is invalid|^A required field is missing"
              + "|is not one that Zoom takes|is longer than \\d+ characters");

  private final ApiDescription description;
  private final DescribedOperation operation;
  private final List<FieldProblem> problems = new ArrayList<>();

  private RequestCheck(ApiDescription description, DescribedOperation operation) {
    this.description = description;
    this.operation = operation;
  }

  /**
   * The call that a request makes.
   *
   * @param query the values of each query key, decoded
   * @param clock says how far back a span of days may reach
   * @param contentType null where the request has none
   * @throws ErrorResponseException if Zoom would refuse the request, whatever exists
   */
  static Call call(
      ApiDescription description,
      Router.Match match,
      Token token,
      Map<String, List<String>> query,
      Clock clock,
      @Nullable String contentType,
      byte[] body) {
    RequestCheck check = new RequestCheck(description, match.operation());
    boolean ownAccount = match.own() || "me".equals(match.values().get("accountId"));
    check.scopes(token, match.operation().scopes(ownAccount));
    Map<String, String> path = check.path(match.values(), token);
    ObjectNode values = check.query(query);
    check.window(values, clock);
    ObjectNode content = check.body(contentType, body);
    if (!check.problems.isEmpty()) {
      throw ErrorResponseException.ofFields(check.codeOfProblems(), check.problems);
    }
    boolean alone = check.actsForItsUserAlone(token);
    return new Call(match.operation(), path, match.own(), values, token.user(), alone, content);
  }

  /**
   * The call that a test's seed stands for: the parameters' examples where it does not say
   * otherwise.
   */
  public static Call seed(
      ApiDescription description,
      DescribedOperation operation,
      Map<String, String> path,
      ObjectNode body) {
    RequestCheck check = new RequestCheck(description, operation);
    Map<String, String> values = new LinkedHashMap<>();
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inPath()) {
        String example = parameter.name().equals("accountId") ? "me" : parameter.example();
        values.put(parameter.name(), path.getOrDefault(parameter.name(), example));
      }
    }
    for (String name : path.keySet()) {
      Typos.refuse("path parameter of " + operation, name, values.keySet());
    }
    Content request = operation.request();
    if (request != null && !request.isMultipart()) {
      check.body(request.schema(), body);
    }
    if (!check.problems.isEmpty()) {
      throw new IllegalArgumentException(
          "This is no body for "
              + operation
              + ": "
              + check.problems.stream().map(FieldProblem::toString).collect(joining("; "))
              + ".");
    }
    return new Call(operation, values, false, Json.object(), body);
  }

  /** The code that the operation documents for what is wrong, or that of most operations. */
  private int codeOfProblems() {
    return operation.errors().stream()
        .filter(row -> row.status() == 400 && row.code() != null)
        .filter(row -> IS_INVALID.matcher(row.meaning()).find())
        .filter(row -> isAboutAll(row.meaning().toLowerCase(Locale.ROOT)))
        .findFirst()
        .map(DocumentedError::sentCode)
        .orElse(INVALID);
  }

  /** Whether a sentence names all that is wrong, or says nothing of what it is. */
  private boolean isAboutAll(String meaning) {
    if (meaning.startsWith(FIELD_MISSING)) {
      return problems.stream().allMatch(one -> one.message().contains("required"));
    }
    return meaning.startsWith(ANY_PARAMETER)
        || problems.stream().allMatch(one -> meaning.contains(one.field().replace('_', ' ')));
  }

  private void scopes(Token token, Set<String> alternatives) {
    if (!alternatives.isEmpty() && Collections.disjoint(alternatives, token.scopes())) {
      throw missing(alternatives);
    }
  }

  private static ErrorResponseException missing(Iterable<String> alternatives) {
    return new ErrorResponseException(
        400,
        4711,
        "Invalid access token, does not contain scopes:[" + String.join(", ", alternatives) + "].");
  }

  private Map<String, String> path(Map<String, String> values, Token token) {
    Map<String, String> path = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          Parameter parameter = operation.pathParameter(name);
          boolean user = parameter != null && parameter.isUser();
          if (user) {
            path.put(name, user(parameter, value, token));
          } else {
            path.put(name, value);
            if (parameter != null && !value.equals("me")) {
              check(parameter, Parameter.scalar(parameter.schema(), value));
            }
          }
        });
    return path;
  }

  /** Whether a token has a user, and none of the scopes with which that acts for others. */
  private boolean actsForItsUserAlone(Token token) {
    return token.user() != null && Collections.disjoint(operation.adminScopes(), token.scopes());
  }

  /**
   * Server-to-server apps have no user, so that {@code me} says nothing; user-level apps have
   * nothing else.
   */
  private String user(Parameter parameter, String value, Token token) {
    String user = token.user();
    if (!value.equals("me")) {
      if (actsForItsUserAlone(token)) {
        throw missing(operation.adminScopes());
      }
      return value;
    }
    if (user == null) {
      throw new ErrorResponseException(
          400, 124, "A server-to-server token has no user; name one instead of me.");
    }
    if (!parameter.acceptsMe()) {
      throw NotFoundErrors.notFound(operation, "user", value);
    }
    return user;
  }

  private ObjectNode query(Map<String, List<String>> query) {
    ObjectNode values = Json.object();
    query.forEach(
        (name, texts) -> {
          Parameter parameter = operation.queryParameter(name);
          if (parameter == null) {
            problems.add(new FieldProblem(name, "There is no such query parameter."));
          } else {
            JsonNode value = parameter.read(texts);
            if (texts.size() > 1 && !value.isArray()) {
              problems.add(new FieldProblem(name, "The query parameter is given more than once."));
            }
            check(parameter, value);
            values.set(name, value);
          }
        });
    for (Parameter parameter : operation.parameters()) {
      if (parameter.inQuery() && parameter.required() && !query.containsKey(parameter.name())) {
        problems.add(new FieldProblem(parameter.name(), "The query parameter is required."));
      }
    }
    zone(values);
    return values;
  }

  private void check(Parameter parameter, JsonNode value) {
    for (FieldProblem problem : description.problems(parameter.schema().pointer(), value)) {
      problems.add(new FieldProblem(parameter.name(), problem.message()));
    }
  }

  private void window(ObjectNode query, Clock clock) {
    JsonNode window = operation.window();
    String fromName = window.path("from").asText();
    String toName = window.path("to").asText();
    LocalDate from = day(query, fromName);
    LocalDate to = day(query, toName);
    int pastMonths = window.path("pastMonths").asInt();
    if (from != null && pastMonths > 0) {
      LocalDate first =
          LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusMonths(pastMonths);
      if (from.isBefore(first)) {
        String reach = "Lies more than " + pastMonths + " months back; the first day is ";
        problems.add(new FieldProblem(fromName, reach + first + "."));
      }
    }
    if (from == null || to == null) {
      return;
    }
    int maxDays = window.path("maxDays").asInt(Integer.MAX_VALUE);
    if (from.isAfter(to)) {
      problems.add(new FieldProblem(fromName, "Lies after " + toName + "."));
    } else if (ChronoUnit.DAYS.between(from, to) > maxDays) {
      problems.add(
          new FieldProblem(fromName, "Lies more than " + maxDays + " days before " + toName + "."));
    }
  }

  private @Nullable LocalDate day(ObjectNode query, String name) {
    LocalDate day = Filters.day(query.path(name).asText());
    boolean known = problems.stream().anyMatch(problem -> problem.field().equals(name));
    if (day == null && query.has(name) && !known) {
      problems.add(new FieldProblem(name, "There is no such day."));
    }
    return day;
  }

  private ObjectNode body(@Nullable String contentType, byte[] body) {
    Content request = operation.request();
    if (request == null) {
      if (body.length > 0) {
        throw new ErrorResponseException(400, 300, operation + " takes no request body.");
      }
      return Json.object();
    }
    if (body.length == 0) {
      if (operation.requestRequired()) {
        throw new ErrorResponseException(400, 300, operation + " needs a request body.");
      }
      return Json.object();
    }
    MediaType type = MediaType.of(contentType);
    if (!type.is(request.mediaType())) {
      throw new ErrorResponseException(
          415,
          300,
          "The Content-Type has to be "
              + request.mediaType()
              + ", not "
              + (contentType == null ? "absent" : contentType)
              + ".");
    }
    return request.isMultipart()
        ? form(request, String.valueOf(contentType), body)
        : json(request, TextDecoder.of(body, type.charset(), "request body"));
  }

  private ObjectNode json(Content request, String body) {
    if (!(read(body) instanceof ObjectNode object)) {
      throw new ErrorResponseException(400, 300, "The request body has to be a JSON object.");
    }
    body(request.schema(), object);
    return object;
  }

  private static JsonNode read(String body) {
    if (body.startsWith("\ufeff")) {
      throw new ErrorResponseException(
          400, 300, "The request body begins with a byte order mark, which JSON has none of.");
    }
    try {
      return Json.read(body);
    } catch (IllegalArgumentException unreadable) {
      throw new ErrorResponseException(
          400, 300, "The request body " + unreadable.getMessage() + ".");
    }
  }

  /** Holds a JSON body against its schema, and what it says of time against calendar and zones. */
  private void body(MergedSchema schema, ObjectNode body) {
    problems.addAll(description.problems(schema.pointer(), body));
    empty(schema, body);
    zone(body);
    for (String name : schema.names()) {
      MergedSchema property = schema.property(name);
      boolean zoned = property != null && property.key(TimeZones.KEY).isTextual();
      boolean given = body.path(name).isTextual();
      String problem = zoned && given ? TimeZones.timeProblem(body.get(name).asText()) : null;
      if (problem != null) {
        problems.removeIf(found -> found.field().equals(name));
        problems.add(new FieldProblem(name, problem));
      }
    }
  }

  /** What has to be sent may be empty, unless an error of the operation says otherwise. */
  private void empty(MergedSchema schema, ObjectNode body) {
    if (operation.errors().stream().anyMatch(row -> FIELD_EMPTY.matcher(row.meaning()).find())) {
      for (String name : schema.required()) {
        if (body.path(name).isTextual() && body.path(name).asText().isBlank()) {
          problems.add(new FieldProblem(name, "The field is required, and is empty."));
        }
      }
    }
  }

  /** The name of a time zone has to be one, wherever a request has one. */
  private void zone(ObjectNode values) {
    String problem = TimeZones.zoneProblem(values.path(TimeZones.NAME));
    if (problem != null) {
      problems.add(new FieldProblem(TimeZones.NAME, problem));
    }
  }

  private ObjectNode form(Content request, String contentType, byte[] body) {
    ObjectNode content = Json.object();
    List<String> seen = new ArrayList<>();
    for (Multipart.Part part : Multipart.read(contentType, body)) {
      MergedSchema property = request.schema().property(part.name());
      seen.add(part.name());
      if (property == null) {
        problems.add(new FieldProblem(part.name(), "There is no such part."));
      } else if ("binary".equals(property.format())) {
        file(property, part, content);
      } else {
        JsonNode value = Parameter.scalar(property, part.text());
        description
            .problems(property.pointer(), value)
            .forEach(problem -> problems.add(new FieldProblem(part.name(), problem.message())));
        content.set(part.name(), value);
      }
    }
    for (String name : request.schema().names()) {
      if (request.schema().required().contains(name) && !seen.contains(name)) {
        problems.add(new FieldProblem(name, "The part is required."));
      }
    }
    return content;
  }

  /** An uploaded file: its name and size in bytes are what Zoom tells of it later. */
  private void file(MergedSchema property, Multipart.Part part, ObjectNode content) {
    JsonNode limits = property.key("x-zoom-file");
    List<String> types = Json.texts(limits.path("types"));
    long most = limits.path("maxMegabytes").asLong(Long.MAX_VALUE / MEGABYTE) * MEGABYTE;
    if (part.fileName() == null || part.content().length == 0) {
      throw new ErrorResponseException(400, 120, "The file is missing or empty.");
    }
    if (part.content().length > most) {
      throw new ErrorResponseException(
          400, 120, "The file has more than " + limits.path("maxMegabytes").asInt() + " MB.");
    }
    if (!types.isEmpty() && !types.contains(part.contentType())) {
      throw new ErrorResponseException(
          400, 120, "The file has to be one of " + types + ", not " + part.contentType() + ".");
    }
    content.put("name", part.fileName());
    content.put("size", part.content().length);
  }
}
