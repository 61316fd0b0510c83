package dev.zoomkit.mock.jar;

import dev.zoomkit.mock.AccountSeed;
import dev.zoomkit.mock.Deviation;
import dev.zoomkit.mock.MockPlan;
import dev.zoomkit.mock.MockZoom;
import dev.zoomkit.spec.reader.Typos;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a mock of Zoom until the process is ended. */
@Command(
    name = "java -jar zoomkit-mock.jar",
    description = "Runs a mock of Zoom until it is ended.",
    sortOptions = false)
public final class Main implements Runnable {
  private static final int REFUSED = 1;

  /** What there is at the start. */
  enum Seed {
    examples,
    demo,
    empty
  }

  @Option(
      names = "--port",
      defaultValue = "8080",
      paramLabel = "<port>",
      description = "The port to listen on, 0 for a free one; ${DEFAULT-VALUE} by default.")
  private int port;

  @Option(
      names = "--all-addresses",
      description =
          "Listens on all addresses of this machine, as in a container; by default on 127.0.0.1"
              + " alone.")
  private boolean allAddresses;

  @Option(
      names = "--seed",
      defaultValue = "examples",
      paramLabel = "<seed>",
      description =
          "What there is at the start: what the description's examples tell of (examples), an"
              + " account that looks as one in use does (demo), or one with a user and nothing else"
              + " (empty); ${DEFAULT-VALUE} by default.")
  private Seed seed = Seed.examples;

  @Option(
      names = "--users",
      paramLabel = "<number>",
      description = "How many users there are with --seed demo; 20 by default.")
  private @Nullable Integer users;

  @Option(
      names = "--webinars-per-user",
      paramLabel = "<number>",
      description = "How many webinars each of them has to come with --seed demo; 2 by default.")
  private @Nullable Integer webinarsPerUser;

  @Option(
      names = "--plan",
      paramLabel = "<plan>",
      description = "The plan whose rate limits are kept: free, pro or business; none by default.")
  private @Nullable MockPlan plan;

  @Option(
      names = "--scopes",
      split = ",",
      paramLabel = "<scope>",
      description = "The scopes of the app, with commas between them; all by default.")
  private @Nullable List<String> scopes;

  @Option(
      names = "--start-at",
      converter = Instants.class,
      paramLabel = "<instant>",
      description =
          "The time that the clock stands at, such as 2027-03-01T09:00:00Z; the present by"
              + " default.")
  private @Nullable Instant startAt;

  @Option(
      names = "--running-clock",
      description =
          "Lets the clock go on from there as time does, so that tokens expire and rate limits end;"
              + " by default it stands until the admin API moves it.")
  private boolean runningClock;

  @Option(
      names = "--realism",
      split = ",",
      paramLabel = "<deviation>",
      description =
          "In which ways to respond other than documented, as Zoom does: names such as empty-dates"
              + " with commas between them, or all; none by default.")
  private @Nullable List<String> deviations;

  @Option(
      names = "--overlay",
      paramLabel = "<file>",
      description =
          "A file in the format OpenAPI Overlay 1.1 with operations to serve beside the"
              + " description's; none by default.")
  private @Nullable Path overlay;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Prints this.")
  private boolean help;

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Running until;

  private static final class Instants implements ITypeConverter<Instant> {
    @Override
    public Instant convert(String value) {
      try {
        return Instant.parse(value);
      } catch (DateTimeParseException none) {
        throw new TypeConversionException(
            "has to be an instant such as 2027-03-01T09:00:00Z, not '" + value + "'");
      }
    }
  }

  /** What happens while a mock runs. */
  interface Running {
    void run(MockZoom mock) throws InterruptedException;
  }

  private Main(Running until) {
    this.until = until;
  }

  /**
   * Starts a mock, prints what a client has to know, and ends with the process; with exit code 1
   * and a line that says why where it cannot be started.
   *
   * @param arguments as {@code --help} lists them
   */
  public static void main(String[] arguments) {
    System.exit(command(mock -> new CountDownLatch(1).await()).execute(arguments));
  }

  /** The command, with what it does while the mock runs. */
  static CommandLine command(Running until) {
    return new CommandLine(new Main(until))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((wrong, arguments) -> refuse(wrong))
        .setExecutionExceptionHandler(
            (failure, command, result) -> refuse(command, String.valueOf(failure.getMessage())));
  }

  private static int refuse(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    if (wrong instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
      String option = unmatched.getUnmatched().get(0).replaceFirst("=.*", "");
      try {
        Typos.refuse("option", option, command.getCommandSpec().optionsMap().keySet());
      } catch (IllegalArgumentException typo) {
        return refuse(command, typo.getMessage());
      }
    }
    return refuse(command, wrong.getMessage() + "; --help lists the options.");
  }

  private static int refuse(CommandLine command, String message) {
    command.getErr().println(message.replaceAll("\\s*\\R\\s*", " "));
    command.getErr().flush();
    return REFUSED;
  }

  @Override
  public void run() {
    try (MockZoom mock = builder().start()) {
      print(mock);
      until.run(mock);
    } catch (InterruptedException ended) {
      Thread.currentThread().interrupt();
    }
  }

  private MockZoom.Builder builder() {
    MockZoom.Builder mock = MockZoom.builder().port(port).adminApi();
    if (allAddresses) {
      mock.allAddresses();
    }
    if (seed != Seed.demo && (users != null || webinarsPerUser != null)) {
      throw new IllegalArgumentException(
          "--users and --webinars-per-user are for --seed demo, not for " + seed + ".");
    }
    switch (seed) {
      case examples -> {}
      case demo -> mock.account(this::demo);
      case empty -> mock.empty();
    }
    if (overlay != null) {
      mock.overlay(overlay);
    }
    if (plan != null) {
      mock.rateLimits(plan);
    }
    if (scopes != null) {
      mock.scopes(named("--scopes", scopes));
    }
    if (deviations != null) {
      String[] names = named("--realism", deviations);
      mock.realism(Deviation.named(List.of(names)).toArray(Deviation[]::new));
    }
    if (startAt != null) {
      mock.startAt(startAt);
    }
    if (runningClock) {
      mock.runningClock();
    }
    return mock;
  }

  /** The names that an option lists; commas alone list none. */
  private static String[] named(String option, List<String> names) {
    if (names.isEmpty()) {
      throw new IllegalArgumentException(option + " names none; leave it out to have the default.");
    }
    return names.toArray(String[]::new);
  }

  private void demo(AccountSeed account) {
    account
        .users(users == null ? 20 : users)
        .groups(6)
        .meetingsPerUser(5)
        .webinarsPerUser(webinarsPerUser == null ? 2 : webinarsPerUser)
        .registrantsPerWebinar(10)
        .past(past -> past.meetingsPerUser(8).webinarsPerUser(1));
  }

  private void print(MockZoom mock) {
    PrintWriter out = spec.commandLine().getOut();
    out.println(
        "A mock of Zoom is running. Its clock "
            + (runningClock ? "starts at " : "stands at ")
            + mock.clock().instant()
            + ".");
    out.println("base URL        " + mock.apiBase());
    out.println("token endpoint  " + mock.tokenEndpoint());
    out.println("account id      " + MockZoom.ACCOUNT_ID);
    out.println("client id       " + MockZoom.CLIENT_ID);
    out.println("client secret   " + MockZoom.CLIENT_SECRET);
    out.println("admin API       " + mock.apiBase().resolve("/_mock"));
    out.flush();
  }
}
