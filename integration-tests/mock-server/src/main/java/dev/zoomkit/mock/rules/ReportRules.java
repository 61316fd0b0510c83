package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.ErrorResponseException;
import dev.zoomkit.mock.call.NotFoundErrors;
import dev.zoomkit.mock.model.ResourceLocation;
import dev.zoomkit.mock.model.ResourceType;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.DownloadFiles;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reports and dashboards that count: the sessions of hosts and days, how good they were, and how
 * much was recorded. They count the rows of the lists beside them.
 */
final class ReportRules implements Rule {
  private static final String HOSTS = "report/users";
  private static final String SESSIONS = "report/users>meetings";
  private static final String STORAGE = "report/cloud_recording";
  private static final String BILLING = "report/billing";
  private static final String INVOICES = BILLING + "/invoices";
  private static final Pattern TOO_FAR_BACK =
      Pattern.compile("^The month lies further back than six months");
  private static final int REACH = 6;
  private static final double GIGABYTE = 1 << 30;

  private final ResourceStore store;
  private final ValueGenerator generator;

  ReportRules(ResourceStore store, ValueGenerator generator) {
    this.store = store;
    this.generator = generator;
  }

  /** The days from one to another, both included. */
  private record Days(LocalDate from, LocalDate to) {

    static Days of(ResolvedCall call) {
      return new Days(day(call.query("from").asText()), day(call.query("to").asText()));
    }

    private static LocalDate day(String text) {
      return LocalDate.parse(text.substring(0, "yyyy-MM-dd".length()));
    }

    boolean have(JsonNode time) {
      String text = time.asText();
      return text.length() >= "yyyy-MM-dd".length()
          && !day(text).isBefore(from)
          && !day(text).isAfter(to);
    }

    Stream<LocalDate> all() {
      return from.datesUntil(to.plusDays(1));
    }
  }

  /** Invoices are those of a period that the account was billed for. */
  @Override
  public void check(ResolvedCall call) {
    String period = call.query("billing_id").asText();
    if (call.location().subresource().equals(INVOICES)
        && !period.isEmpty()
        && periods().noneMatch(one -> one.path("id").asText().equals(period))) {
      throw NotFoundErrors.notFound(call.operation(), "report", period);
    }
  }

  /** What any account was billed for, as the mock keeps no periods. */
  private Stream<JsonNode> periods() {
    ResourceLocation billing = store.model().subresource(null, BILLING);
    Content report = billing == null ? null : store.model().shown(billing);
    return report == null ? Stream.empty() : report.example().path("billing_reports").valueStream();
  }

  @Override
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    ResourceType type = call.location().type();
    boolean hosts = type != null && type.toString().equals(HOSTS);
    if (!hosts && (type == null || !type.toString().equals(STORAGE))) {
      return kept;
    }
    List<Resource> listed = new ArrayList<>(hosts ? hosts(call, type) : storage(call, type));
    kept.stream().filter(row -> !store.isOfExamples(row)).forEach(listed::add);
    return listed;
  }

  /** The users who hosted anything in the days asked for, or those who did not. */
  private static List<Resource> hosts(ResolvedCall call, ResourceType type) {
    Days days = Days.of(call);
    boolean active = !call.query("type").asText().equals("inactive");
    List<Resource> hosts = new ArrayList<>();
    for (Resource user : users(call)) {
      List<JsonNode> sessions = sessions(user, days);
      ObjectNode host = user.data().deepCopy();
      host.put("id", user.key());
      String name = user.fullName();
      host.put("user_name", name == null ? "" : name);
      host.put("meetings", sessions.size());
      host.put("participants", sum(sessions, "participants_count"));
      host.put("meeting_minutes", sum(sessions, "duration"));
      if (sessions.isEmpty() != active) {
        hosts.add(new Resource(type, null, null, user.key(), host));
      }
    }
    return hosts;
  }

  /** The users of the group asked for, or all. */
  private static List<Resource> users(ResolvedCall call) {
    String group = call.query("group_id").asText();
    return call.account().collection("users").stream()
        .filter(
            user -> group.isEmpty() || Json.texts(user.data().path("group_ids")).contains(group))
        .toList();
  }

  private static List<JsonNode> sessions(Resource user, Days days) {
    return user.collection(SESSIONS).stream()
        .map(Resource::data)
        .filter(session -> days.have(session.path("start_time")))
        .toList();
  }

  private static int sum(List<JsonNode> rows, String name) {
    return rows.stream().mapToInt(row -> row.path(name).asInt()).sum();
  }

  /** For each day what the recordings take up that there were by then. */
  private static List<Resource> storage(ResolvedCall call, ResourceType type) {
    return Days.of(call)
        .all()
        .map(
            day -> {
              Days until = new Days(LocalDate.EPOCH, day);
              long size = 0;
              for (Resource recording : call.account().collection(HeldRecordings.RECORDINGS)) {
                if (until.have(recording.data().path("start_time"))) {
                  for (JsonNode file : recording.data().path(HeldRecordings.FILES)) {
                    size += file.has(DownloadFiles.DELETED) ? 0 : file.path("file_size").asLong();
                  }
                }
              }
              String usage = String.format(Locale.ROOT, "%.2f GB", size / GIGABYTE);
              ObjectNode row = Json.object().put("date", day.toString()).put("usage", usage);
              row.put("plan_usage", "0").put("free_usage", usage);
              return new Resource(type, null, null, day.toString(), row);
            })
        .toList();
  }

  @Override
  public @Nullable JsonNode facts(ResolvedCall call) {
    ResourceType type = call.location().type();
    return switch (type == null ? call.location().subresource() : type.toString()) {
      case HOSTS -> totals(call);
      case "report/daily" -> month(call);
      case "metrics/quality" -> quality(call);
      default -> null;
    };
  }

  private ObjectNode totals(ResolvedCall call) {
    List<JsonNode> hosts = listed(call, call.members()).stream().map(Resource::data).toList();
    return Json.object()
        .put("total_meetings", sum(hosts, "meetings"))
        .put("total_participants", sum(hosts, "participants"))
        .put("total_meeting_minutes", sum(hosts, "meeting_minutes"));
  }

  /** The days of a month that there have been. */
  private ObjectNode month(ResolvedCall call) {
    LocalDate today = generator.instant().atZone(ZoneOffset.UTC).toLocalDate();
    long year = call.query("year").asLong(today.getYear());
    long number = call.query("month").asLong(today.getMonthValue());
    if (year < 1 || year > today.getYear() + 1L) {
      throw ErrorResponseException.ofField("year", "It is a year up to the next.");
    }
    if (number < 1 || number > 12) {
      throw ErrorResponseException.ofField("month", "It is a month from 1 to 12.");
    }
    YearMonth month = YearMonth.of((int) year, (int) number);
    call.errors()
        .own()
        .refuse(
            TOO_FAR_BACK,
            words -> month.isBefore(YearMonth.from(today).minusMonths(REACH)),
            "It is " + month + "; the first month is " + YearMonth.from(today).minusMonths(REACH));
    ObjectNode report =
        Json.object().put("year", month.getYear()).put("month", month.getMonthValue());
    ArrayNode dates = report.putArray("dates");
    List<Resource> users = users(call);
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      LocalDate date = month.atDay(day);
      if (!date.isAfter(today)) {
        Days one = new Days(date, date);
        List<JsonNode> sessions =
            users.stream().flatMap(user -> sessions(user, one).stream()).toList();
        dates
            .addObject()
            .put("date", date.toString())
            .put(
                "new_users",
                users.stream()
                    .filter(user -> one.have(user.data().path("user_created_at")))
                    .count())
            .put("meetings", sessions.size())
            .put("participants", sum(sessions, "participants_count"))
            .put("meeting_minutes", sum(sessions, "total_minutes"));
      }
    }
    return report;
  }

  /** How many meetings, or participants, had which quality. */
  private static ObjectNode quality(ResolvedCall call) {
    Days days = Days.of(call);
    boolean people = call.query("type").asText().equals("participants");
    List<JsonNode> rows =
        (people
                ? call.account().collection("meetings").stream()
                    .flatMap(one -> one.collection("metrics/meetings>participants").stream())
                : call.account().collection("metrics/meetings").stream())
            .map(Resource::data)
            .filter(row -> days.have(row.path(people ? "join_time" : "start_time")))
            .toList();
    ObjectNode report = Json.object();
    ObjectNode quality = report.putObject("quality");
    for (String part : List.of("audio", "video", "screen_share")) {
      ObjectNode counts = quality.putObject(part);
      for (String grade : List.of("good", "fair", "poor", "bad")) {
        counts.put(
            grade,
            (int)
                rows.stream()
                    .filter(row -> row.path(part + "_quality").asText().equals(grade))
                    .count());
      }
    }
    return report;
  }
}
