package dev.zoomkit.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.ZoomAccount;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.model.AccountSettings;
import dev.zoomkit.model.UpdateAccountSettingsRequest;
import dev.zoomkit.model.UserType;
import dev.zoomkit.model.WebinarSummary;
import dev.zoomkit.user.UserRef;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the recipes do on the rehearsal's account, and what they say of it. */
class RecipesTest {
  private static final Path SOURCES = Path.of("src/main/java/dev/zoomkit/recipes");
  private static final int MOST_LINES = 40;

  private final Rehearsal rehearsal = Rehearsal.start();
  private final ZoomClient zoom = rehearsal.client();
  private final ZoomAccount account = zoom.ownAccount();
  @TempDir Path folder;

  @AfterEach
  void close() {
    zoom.close();
    rehearsal.close();
  }

  @Test
  void pastMeetingsAreOneLineAParticipant() throws IOException {
    Path file = folder.resolve("meetings.csv");

    String said = run(PastMeetings::run, file);

    assertThat(Files.readAllLines(file))
        .hasSize(1 + 2 * 20 * 8 + 2)
        .startsWith("host,meeting,start,participant,email")
        .filteredOn(line -> line.startsWith("sam@bakery.example,Dough 3,"))
        .hasSize(8);
    assertThat(said)
        .contains("Dough 3: 8 people")
        .endsWith("322 lines in " + file + "; 0 meetings failed\n");
  }

  @Test
  void meetingWithoutAListOfParticipantsCostsNoOther() throws IOException {
    rehearsal.refuseNext("getMeetingParticipantsReport");

    String said = run(PastMeetings::run, folder.resolve("meetings.csv"));

    assertThat(said).contains("HTTP 404").contains("; 1 meetings failed");
  }

  @Test
  void recordingsAreSavedOnceEach() throws IOException {
    assertThat(run(SaveRecordings::run, folder)).endsWith("{SAVED=28}\n");
    try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
      assertThat(files).hasSize(28).allMatch(file -> file.getFileName().toString().contains("_"));
    }
    assertThat(run(SaveRecordings::run, folder)).endsWith("{SKIPPED=28}\n");
  }

  @Test
  void usersAreInvitedIntoTheirGroupsAndTheOthersNamed() throws IOException {
    String said = run(ImportUsers::run, Path.of("users.csv"));

    assertThat(said)
        .contains("mia@bakery.example is invited, in the group Ovens\n")
        .contains("sam@bakery.example: createUser: HTTP 409")
        .endsWith("3 users are invited, 1 rows were refused\n");
    String ovens =
        account.groups().listGroups().stream()
            .filter(group -> "Ovens".equals(group.name()))
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(account.groups().listGroupMembers(ovens)).hasSize(2);
    assertThat(account.users().getUser(UserRef.email("mia@bakery.example")).type())
        .isEqualTo(UserType.LICENSED);
  }

  @Test
  void webinarHasItsTuesdaysItsQuestionAndItsRegistrants() throws IOException {
    String said = run(WebinarSeries::run, Path.of(Rehearsal.HOST));

    WebinarSummary series =
        account.webinars().listWebinars(UserRef.email(Rehearsal.HOST)).iterator().next();
    assertThat(said)
        .contains("30 of 500 are registered\n", "500 of 500 are registered\n")
        .endsWith("Webinar " + series.id() + " has 500 registrants.\n");
    assertThat(account.webinars().getWebinar(series.id()).occurrences()).hasSize(10);
    assertThat(account.webinars().listWebinarRegistrationQuestions(series.id()).customQuestions())
        .extracting(question -> question.title())
        .containsExactly("Do you bake?");
  }

  @Test
  void settingsOfOneAccountAreThoseOfAnother() throws IOException {
    AccountSettings model = zoom.account(Rehearsal.MODEL).accounts().getAccountSettings();
    UpdateAccountSettingsRequest other =
        UpdateAccountSettingsRequest.builder()
            .scheduleMeeting(
                model.toRequest().scheduleMeeting().toBuilder()
                    .hostVideo(!model.scheduleMeeting().hostVideo())
                    .build())
            .build();
    zoom.account(Rehearsal.MODEL).accounts().updateAccountSettings(other);

    String said = run(CopySettings::run, Path.of(Rehearsal.MODEL), Path.of(Rehearsal.FOLLOWER));

    AccountSettings followed = zoom.account(Rehearsal.FOLLOWER).accounts().getAccountSettings();
    assertThat(followed.scheduleMeeting().hostVideo())
        .isEqualTo(!model.scheduleMeeting().hostVideo());
    assertThat(followed.recording()).isEqualTo(model.recording());
    assertThat(said)
        .isEqualTo(
            Rehearsal.FOLLOWER
                + " has the settings and locks\n1 accounts are like "
                + Rehearsal.MODEL
                + "\n");
  }

  @Test
  void usageOfASubAccountThatRefusesCostsNoOther() throws IOException {
    rehearsal.refuseNext("getDashboardMeetingQuality");

    String said = run(SubAccountUsage::run);

    assertThat(said.lines()).hasSize(1 + 5 + 1);
    assertThat(said).contains("Branch 3").endsWith("; 1 sub-accounts have no figures\n");
  }

  static Stream<Path> programs() throws IOException {
    return Files.list(SOURCES).filter(file -> read(file).contains("public static void main("));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void programIsShort(Path file) {
    Stream<String> lines = read(file).lines().map(String::strip);

    assertThat(lines.filter(line -> !line.matches("|(package|import|/\\*\\*|\\*).*")))
        .as("lines of code, without imports")
        .hasSizeLessThanOrEqualTo(MOST_LINES);
  }

  @Test
  void everyProgramIsMeasured() throws IOException {
    try (Stream<Path> programs = programs()) {
      assertThat(programs).hasSize(6);
    }
  }

  private String run(Recipe recipe, Path... arguments) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      List<String> texts = Stream.of(arguments).map(Path::toString).toList();
      recipe.run(zoom, LocalDate.now(ZoneOffset.UTC), texts);
    } finally {
      System.setOut(before);
    }
    return said.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
