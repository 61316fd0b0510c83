package dev.zoomkit.mock.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.spec.reader.Json;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The users of an account, with what they are allowed and the groups that they are in. */
final class Staff {
  static final int LICENSED = 2;
  private static final int BASIC = 1;
  private static final String ADMINS = "1";
  private static final int AT_ONCE = 30;
  private static final int EACH_BASIC = 5;
  private static final int EACH_ADMIN = 25;
  private static final Duration SHORTEST_STAY = Duration.ofDays(30);
  private static final Duration LONGEST_STAY = Duration.ofDays(700);

  private final Site site;
  private final People people;
  private final List<Member> members = new ArrayList<>();
  private final List<String> admins = new ArrayList<>();

  Staff(Site site) {
    this.site = site;
    this.people = new People(site.random(), site.domain());
  }

  /**
   * Adds the users that an account is to have besides its owner, and the groups.
   *
   * @param owner the id or address of the owner
   * @return all of them, the owner first
   */
  List<Member> hire(String owner) {
    Instant past = site.now().minus(site.plan().past().over());
    site.doors().at(past.minus(LONGEST_STAY));
    members.add(owner(owner));
    List<Instant> joined = new ArrayList<>();
    for (int user = 1; user < site.plan().users(); user++) {
      joined.add(past.minus(site.between(SHORTEST_STAY, LONGEST_STAY)));
    }
    joined.sort(null);
    for (Instant time : joined) {
      site.doors().at(time);
      add(people.next());
    }
    site.doors().at(past.minus(SHORTEST_STAY));
    if (!admins.isEmpty()) {
      assign("assignRole", Map.of("roleId", ADMINS), admins);
    }
    group();
    return members;
  }

  private Member owner(String name) {
    JsonNode user = site.call("getUser", Map.of("userId", name), Json.object());
    ZoneId zone = ZoneId.of(user.path("timezone").asText("UTC"));
    return new Member(user.path("id").asText(name), zone, Work.MARKETING);
  }

  /** Licences go to those who host webinars, else to all but every fifth. */
  private void add(Person person) {
    int number = members.size();
    boolean basic =
        site.plan().webinarsPerUser() + site.plan().past().webinarsPerUser() == 0
            && number % EACH_BASIC == 0;
    ObjectNode user = Json.object().put("action", "create");
    user.putObject("user_info")
        .put("email", person.email())
        .put("type", basic ? BASIC : LICENSED)
        .put("first_name", person.firstName())
        .put("last_name", person.lastName())
        .put("display_name", person.name());
    String id = site.create("createUser", Map.of(), user).get(0);
    describe(site, id, person);
    members.add(new Member(id, ZoneId.of(person.place().zone()), person.work()));
    if (number % EACH_ADMIN == 0) {
      admins.add(id);
    }
  }

  /** Says of a user where and as what the person works. */
  static void describe(Site site, String user, Person person) {
    site.call(
        "updateUser",
        Map.of("userId", user),
        Json.object()
            .put("dept", person.work().title())
            .put("job_title", site.any(person.work().jobs()))
            .put("location", person.place().title())
            .put("timezone", person.place().zone())
            .put("language", person.place().language()));
  }

  /** A department with several groups is spread over them; those without one are in none. */
  private void group() {
    Work[] works = Work.values();
    int groups = site.plan().groups();
    for (int group = 0; group < groups; group++) {
      Work work = works[group % works.length];
      int round = group / works.length;
      int rounds = (groups - group % works.length + works.length - 1) / works.length;
      String name = work.title() + (round == 0 ? "" : " " + (round + 1));
      String id = site.create("createGroup", Map.of(), Json.object().put("name", name)).get(0);
      List<String> ids = new ArrayList<>();
      for (int member = 0; member < members.size(); member++) {
        if (members.get(member).work() == work && member % rounds == round) {
          ids.add(members.get(member).user());
        }
      }
      assign("addGroupMembers", Map.of("groupId", id), ids);
    }
  }

  private void assign(String operationId, Map<String, String> path, List<String> ids) {
    for (int from = 0; from < ids.size(); from += AT_ONCE) {
      ObjectNode body = Json.object();
      ids.subList(from, Math.min(from + AT_ONCE, ids.size()))
          .forEach(id -> body.withArrayProperty("members").addObject().put("id", id));
      site.call(operationId, path, body);
    }
  }
}
