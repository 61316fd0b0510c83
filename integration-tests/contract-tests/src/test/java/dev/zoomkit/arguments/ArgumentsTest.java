package dev.zoomkit.arguments;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.arguments.Walk.Outcome;
import dev.zoomkit.auth.AuthorizationException;
import dev.zoomkit.published.CommittedText;
import dev.zoomkit.value.OpenEnum;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the public methods say to null, blank and absurd values, against the file of messages that
 * somebody has read. After a wanted change, renew it with {@code mvn -pl
 * integration-tests/contract-tests test -Dtest=ArgumentsTest -Dmessages.renew=true}, and read the
 * diff.
 */
class ArgumentsTest {

  private static final Set<Class<?>> REFUSALS =
      Set.of(
          AuthorizationException.class,
          NullPointerException.class,
          IllegalArgumentException.class,
          IllegalStateException.class,
          UncheckedIOException.class);

  /**
   * The words of the JDK, of Kotlin, and of the libraries below, none of which knows the caller.
   */
  private static final Pattern WORDS_OF_OTHERS =
      Pattern.compile(
          "\\b(java|javax|jdk|sun|kotlin|okhttp3|okio|retrofit2|com)\\.[a-z]"
              + "|Cannot invoke|specified as non-null|parameter #|for method|must not be null");

  @TempDir static Path folder;

  private static List<Outcome> outcomes = List.of();

  @BeforeAll
  static void walk() throws IOException, ReflectiveOperationException {
    try (Samples samples = new Samples(folder)) {
      outcomes = new Walk(samples).outcomes();
    }
  }

  @Test
  void saneValuesAreAccepted() {
    assertThat(outcomes.stream().filter(outcome -> outcome.value().equals("sane")))
        .hasSizeGreaterThan(1000);
    assertNone(outcome -> outcome.value().equals("sane") && outcome.refusal() != null);
  }

  @Test
  void nullIsRefusedWhereItIsNotNullable() {
    assertNone(
        outcome ->
            outcome.value().equals("null") && !(outcome.refusal() instanceof NullPointerException));
  }

  @Test
  void refusalsAreInOurOwnWords() {
    assertNone(outcome -> outcome.refusal() != null && !isOurs(outcome.refusal()));
  }

  @Test
  void messagesAreThoseThatWereRead() throws IOException {
    CommittedText.check("argument-messages.txt", messages(), getClass(), "messages.renew");
  }

  private static void assertNone(Predicate<Outcome> fault) {
    assertThat(outcomes.stream().filter(fault)).isEmpty();
  }

  private static boolean isOurs(Throwable refusal) {
    String message = String.valueOf(refusal.getMessage());
    return REFUSALS.contains(refusal.getClass())
        && message.endsWith(".")
        && !WORDS_OF_OTHERS.matcher(message).find();
  }

  /**
   * A line for each method, parameter and thing that is said, with the values that it is said to.
   */
  private static String messages() {
    Set<String> shown = new HashSet<>();
    Map<List<String>, Set<String>> values =
        outcomes.stream()
            .filter(outcome -> !outcome.value().equals("sane") && isOneOfItsKind(outcome, shown))
            .collect(
                Collectors.groupingBy(
                    outcome -> List.of(outcome.subject(), outcome.response()),
                    LinkedHashMap::new,
                    Collectors.mapping(
                        Outcome::value, Collectors.toCollection(LinkedHashSet::new))));
    StringBuilder lines = new StringBuilder();
    values.forEach(
        (said, to) ->
            lines.append(
                "%s=%s): %s\n".formatted(said.get(0), String.join(" | ", to), said.get(1))));
    return lines.toString().replace(folder.toString(), "/folder");
  }

  /** Of the generated ones, the first parameter of each kind stands for all. */
  private static boolean isOneOfItsKind(Outcome outcome, Set<String> shown) {
    if (!PublicApi.isGenerated(outcome.method().getDeclaringClass())) {
      return true;
    }
    String kind =
        String.join(
            " ",
            outcome.method().getDeclaringClass().getPackageName(),
            ((Method) outcome.method()).isDefault() ? "default" : "",
            Samples.isNullable(outcome.parameter()) ? "nullable" : "",
            kind(outcome.parameter().getType()),
            outcome.value());
    return shown.add(kind);
  }

  private static String kind(Class<?> type) {
    if (OpenEnum.class.isAssignableFrom(type)) {
      return "an enumeration";
    }
    return PublicApi.isGenerated(type) ? "a model" : type.getName();
  }
}
