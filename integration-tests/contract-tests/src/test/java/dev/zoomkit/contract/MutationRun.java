package dev.zoomkit.contract;

import dev.zoomkit.contract.Finding.Rule;
import dev.zoomkit.mock.MockZoom;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plants mutations one by one, and says which check has caught each. */
final class MutationRun implements AutoCloseable {

  /** How many the contract profile plants. */
  static final int OF_EACH_KIND = 12;

  private static final long SEED = 20261129;

  private final FaultInterceptor ofClient = new FaultInterceptor();
  private final FaultInterceptor ofMock = new FaultInterceptor();
  private final Sandbox usual;
  private final Sandbox whole;
  private final Map<String, Map<String, Set<String>>> usualFindings = new HashMap<>();

  /**
   * What became of a mutation.
   *
   * @param check the first check that caught it; null for a survivor
   * @param finding what that said
   * @param why why it survived
   */
  record Result(Mutation mutation, @Nullable String check, @Nullable Finding finding, String why) {

    boolean isCaught() {
      return check != null;
    }
  }

  MutationRun() {
    BundledDescription description = BundledDescription.load();
    usual =
        new Sandbox(
            MockZoom.builder().startAt(Sandbox.BEFORE_WHAT_IS_TO_COME).start(),
            description,
            ofClient,
            ofMock);
    whole =
        new Sandbox(
            MockZoom.builder().startAt(Sandbox.BEFORE_WHAT_IS_TO_COME).everyField().start(),
            description,
            ofClient,
            ofMock);
  }

  /**
   * Chooses mutations, the same in each run.
   *
   * @param ofEachKind how many of a kind, fewer where there are no more operations that have it
   */
  List<Mutation> choose(int ofEachKind) {
    Map<String, Function<Operation, List<Mutation>>> kinds =
        new LinkedHashMap<>(new MockMutations(usual).kinds());
    kinds.putAll(new ClientMutations(usual).kinds());
    kinds.putAll(new SchemaMutations(usual.description).kinds());
    kinds.putAll(new DescriptionMutations(usual.description).kinds());
    Random random = new Random(SEED);
    List<Mutation> chosen = new ArrayList<>();
    for (Function<Operation, List<Mutation>> kind : kinds.values()) {
      int left = ofEachKind;
      for (Operation operation : inTurn(random)) {
        List<Mutation> mutations = left == 0 ? List.of() : kind.apply(operation);
        if (!mutations.isEmpty()) {
          chosen.add(mutations.get(random.nextInt(mutations.size())));
          left--;
        }
      }
    }
    return chosen;
  }

  /** All operations, one of each category after the other. */
  private List<Operation> inTurn(Random random) {
    List<Operation> shuffled = new ArrayList<>(usual.description.operations());
    Collections.shuffle(shuffled, random);
    Map<String, Integer> seen = new HashMap<>();
    Map<Operation, Integer> turns = new HashMap<>();
    shuffled.forEach(each -> turns.put(each, seen.merge(each.category(), 1, Integer::sum)));
    shuffled.sort(Comparator.comparing(turns::get));
    return shuffled;
  }

  List<Result> run(List<Mutation> mutations) throws IOException {
    List<Result> results = new ArrayList<>();
    for (Mutation mutation : mutations) {
      results.add(run(mutation));
    }
    return results;
  }

  private Result run(Mutation mutation) throws IOException {
    boolean described = mutation.side() == Mutation.Side.DESCRIPTION;
    BundledDescription description =
        described
            ? usual.description.with(mutation.operation(), mutation.change())
            : usual.description;
    FaultInterceptor place = mutation.side() == Mutation.Side.CLIENT ? ofClient : ofMock;
    place.plant(mutation.fault());
    try {
      return judge(mutation, description);
    } finally {
      place.pull();
    }
  }

  private Result judge(Mutation mutation, BundledDescription description) throws IOException {
    Operation operation = description.operation(mutation.operation().id());
    Checks checks = checks(description, operation, mutation.place());
    for (String name : checks.names()) {
      for (Finding finding : checks.run(name, operation)) {
        if (!usualFindings(mutation, name).contains(key(finding))) {
          return new Result(mutation, name, finding, "");
        }
      }
    }
    return new Result(mutation, null, null, why(mutation));
  }

  private Checks checks(BundledDescription description, Operation operation, String place) {
    Tally tally = new Tally(description, List.of(operation));
    return new Checks(usual.with(description), whole.with(description), tally)
        .walking(boundary -> concerns(boundary, place));
  }

  private String why(Mutation mutation) {
    FaultInterceptor place = mutation.side() == Mutation.Side.CLIENT ? ofClient : ofMock;
    return mutation.side() == Mutation.Side.DESCRIPTION
        ? "no exchange and no class of the client shows it"
        : place.wasEffective()
            ? "what it changes is not looked at"
            : "nothing that was sent has what it changes";
  }

  private static boolean concerns(Boundary boundary, String place) {
    return boundary.name().startsWith(place) || place.startsWith(boundary.place());
  }

  /** What a check finds without a mutation: mostly nothing, but sides of keywords. */
  private Set<String> usualFindings(Mutation mutation, String check) throws IOException {
    Map<String, Set<String>> known =
        usualFindings.computeIfAbsent(
            mutation.operation().id() + mutation.place(), id -> new HashMap<>());
    if (!known.containsKey(check)) {
      FaultInterceptor place = mutation.side() == Mutation.Side.CLIENT ? ofClient : ofMock;
      place.pull();
      Operation operation = mutation.operation();
      Checks checks = checks(usual.description, operation, mutation.place());
      for (String name : checks.names()) {
        // What coverage misses depends on all that has been sent before; others stand alone.
        if (name.equals(check) || check.equals(Checks.COVERAGE) && !known.containsKey(check)) {
          List<Finding> findings = checks.run(name, operation);
          known.put(name, findings.stream().map(MutationRun::key).collect(Collectors.toSet()));
        }
      }
      place.plant(mutation.fault());
    }
    return known.get(check);
  }

  /** A finding without what differs from run to run. */
  private static String key(Finding finding) {
    String what = finding.what();
    return finding.rule() == Rule.KEYWORD
        ? what.substring(0, what.indexOf(", "))
        : finding.rule() + " " + what;
  }

  @Override
  public void close() {
    usual.close();
    whole.close();
  }
}
