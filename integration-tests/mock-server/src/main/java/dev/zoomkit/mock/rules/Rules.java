package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.Occasion;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.DescribedOperation;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * All that the description cannot tell, by category. Of the refusals, an operation is held to those
 * that one of its documented errors states, with that error's status and code.
 */
public final class Rules {
  private final List<Rule> all;
  private final HeldSessions sessions;
  private final CircumstanceRules circumstances;
  private final AccountRules accounts;
  private final BillingRules billing;

  /**
   * The rules of all categories.
   *
   * @param delay how long after its end something shows where Zoom evaluates it first
   * @param circumstances what a test assumes of the world
   */
  public Rules(
      ResourceStore store,
      ValueGenerator generator,
      Supplier<Duration> delay,
      Supplier<Set<String>> circumstances) {
    this.sessions = new HeldSessions(store, generator);
    this.circumstances = new CircumstanceRules(store, circumstances);
    MembershipRules memberships = new MembershipRules(store);
    RecordingRules recordings = new RecordingRules(store, generator);
    this.accounts = new AccountRules(store, generator, memberships, this::joins);
    this.billing = new BillingRules(store, generator);
    DelayRules delays = new DelayRules(generator, delay);
    this.all =
        List.of(
            new SessionAccessRules(store),
            this.circumstances,
            new CollectionRules(store),
            new UserRules(store, generator, recordings),
            new TakenNameRules(store),
            new PasswordRules(),
            accounts,
            memberships,
            new ContactGroupRules(store),
            new DivisionRules(store),
            new MemberRules(store),
            new AssistantRules(store),
            new RoleRules(store),
            new GroupRules(),
            new SessionRules(store, generator),
            new SessionDefaultRules(),
            new InvitationRules(),
            new RegistrantRules(store),
            new QuestionRules(),
            new TemplateRules(store),
            delays,
            new SettingsRules(store),
            new SignInRules(store, generator),
            new HeldSessionRules(store, sessions),
            new RatingRules(delays),
            new ComplaintRules(delays),
            new ReportRules(store, generator),
            recordings,
            new TranscriptRules(recordings),
            new ArchiveRules(store, delays),
            new SummaryRules(delays),
            new UpcomingRules(generator),
            new LicenceRules(store),
            billing,
            new DeviceRules(store),
            new SipTrunkRules(store),
            new SipPhoneRules(),
            new DataRequestRules(store, generator),
            new LocalTimeRules(),
            new RecurrenceRules());
  }

  /**
   * Holds an operation against what a test assumes, before anything is looked for.
   *
   * @throws ErrorResponseException if it is refused then
   */
  public void checkAssumed(DescribedOperation operation) {
    circumstances.before(operation);
  }

  /**
   * Holds a call against the rules before it is carried out.
   *
   * @throws ErrorResponseException if it breaks one
   */
  public void check(ResolvedCall call) {
    all.forEach(rule -> rule.check(call));
  }

  /** Whether a rule has done what a call writes. */
  public boolean carryOut(ResolvedCall call) {
    for (Rule rule : all) {
      if (rule.carriesOut(call)) {
        return true;
      }
    }
    return false;
  }

  /** Adds to a call that was carried out what it does besides. */
  public void complete(ResolvedCall call) {
    for (Resource resource : call.changed()) {
      if (call.creates() && resource.isOf("users")) {
        joins(call.account(), resource);
      }
      all.forEach(rule -> rule.changed(call, resource));
    }
    all.forEach(rule -> rule.after(call));
  }

  /** Makes of a user who is like the examples' first one somebody new to the account. */
  public void joins(Resource account, Resource user) {
    all.forEach(rule -> rule.joins(account, user));
  }

  /** Lets a user of an account own it, and its plans be in force for some time. */
  public void begin(Resource account, Resource owner) {
    accounts.own(account, owner);
    billing.begin(account);
  }

  /** Adjusts what a call that reads responds with. */
  public void show(ResolvedCall call, ObjectNode shown) {
    all.forEach(rule -> rule.show(call, shown));
  }

  /**
   * What a list shows a resource by, as far as no property of it says so; empty where it shows all.
   */
  public List<Predicate<Resource>> selections(ResolvedCall call) {
    return all.stream().flatMap(rule -> rule.selections(call).stream()).toList();
  }

  /** What a list has instead of the resources that are kept for it; they themselves mostly. */
  public List<Resource> listed(ResolvedCall call, List<Resource> kept) {
    List<Resource> listed = kept;
    for (Rule rule : all) {
      listed = rule.listed(call, listed);
    }
    return listed;
  }

  /**
   * What is known of what a response tells of, but for its list; null where no more is known than
   * the examples have.
   */
  public @Nullable JsonNode facts(ResolvedCall call) {
    return all.stream()
        .map(rule -> rule.facts(call))
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  /**
   * Holds a session, from its beginning to its end.
   *
   * @return the UUID of the instance
   * @throws IllegalArgumentException if it cannot be held so; the message says what is right
   */
  public String hold(Occasion occasion) {
    return sessions.hold(occasion);
  }

  /**
   * Begins a session, which runs until it is ended.
   *
   * @return the UUID of the instance
   * @throws IllegalArgumentException if it cannot be held so; the message says what is right
   */
  public String begin(Occasion occasion) {
    return sessions.begin(occasion);
  }
}
