package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.sampledata.ValueGenerator;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * All that the description cannot tell, by category. Of the refusals, an operation is held to those
 * that one of its documented errors states, with that error's status and code.
 */
public final class Rules {
  private final List<Rule> all;

  /**
   * The rules of all categories.
   *
   * @param delay how long after its end something shows where Zoom evaluates it first
   */
  public Rules(ResourceStore store, ValueGenerator generator, Supplier<Duration> delay) {
    this.all =
        List.of(
            new CollectionRules(),
            new UserRules(store),
            new AccountRules(store, generator),
            new MembershipRules(store),
            new MemberRules(store),
            new RoleRules(),
            new GroupRules(),
            new SessionRules(store, generator),
            new RegistrantRules(store),
            new TemplateRules(store),
            new RecordingRules(),
            new DelayRules(generator, delay),
            new SettingsRules(store),
            new LocalTimeRules());
  }

  /**
   * Holds a call against the rules before it is carried out.
   *
   * @throws ErrorResponseException if it breaks one
   */
  public void check(ResolvedCall call) {
    all.forEach(rule -> rule.check(call));
  }

  /** Adds to a call that was carried out what it does besides. */
  public void complete(ResolvedCall call) {
    for (Resource resource : call.changed()) {
      all.forEach(rule -> rule.changed(call, resource));
    }
    all.forEach(rule -> rule.after(call));
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
}
