package dev.zoomkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.zoomkit.ZoomAccount;
import dev.zoomkit.error.WrongAccountException;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.paging.PagingException;
import dev.zoomkit.paging.Windows;
import dev.zoomkit.transfer.Download;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** The facade has every operation, by its name, and each of its methods reaches the mock. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FacadeTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @AutoClose private final Sandbox sandbox = new Sandbox();
  private final FacadeCalls facade = new FacadeCalls(sandbox.description, sandbox.calls);

  @Test
  void hasEveryOperationByItsName() {
    assertThat(facade.names())
        .containsExactlyInAnyOrderElementsOf(
            sandbox.description.operations().stream().flatMap(FacadeTest::names).toList());
  }

  /** The name of an operation, and that for a span of any length, where a list has not the one. */
  private static Stream<String> names(Operation operation) {
    boolean byWindow =
        operation.node().at("/x-zoom-date-window").has("maxDays") && !operation.isPaged();
    return byWindow
        ? Stream.of(operation.id(), operation.id() + "ByWindow")
        : Stream.of(operation.id());
  }

  @TestFactory
  Stream<DynamicTest> reachesTheMock() {
    return sandbox.description.operations().stream()
        .flatMap(
            operation ->
                names(operation)
                    .flatMap(name -> facade.methods(name).stream())
                    .sorted(Comparator.comparing(Method::toString))
                    .map(
                        method ->
                            DynamicTest.dynamicTest(
                                title(method), () -> reachesTheMock(operation, method))));
  }

  private static String title(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", method.getName() + "(", ")"));
  }

  private void reachesTheMock(Operation operation, Method method) throws Exception {
    String accountId = sandbox.accounts(operation).get(0);
    sandbox.resetFor(operation, accountId);
    ZoomAccount account = sandbox.newClient().account(accountId);
    Object response = facade.invoke(account, method, facade.arguments(operation, method));
    if (response instanceof Pages<?> pages) {
      if (pages.byPage().iterator().next().items().isEmpty()) {
        sandbox.sessionsOfTheDay(operation, accountId);
      }
      assertThat(pages.byPage().iterator().next().items()).as(method.toString()).isNotEmpty();
    } else if (response instanceof Windows<?> windows) {
      assertThat(windows.iterator().next().value()).isNotNull();
    } else if (response instanceof Download download) {
      download.close();
    } else if (method.getReturnType() != void.class) {
      assertThat(response).isNotNull();
    }

    assertThat(sandbox.recorder.drain())
        .isNotEmpty()
        .allSatisfy(
            exchange -> {
              assertThat(sandbox.description.find(exchange.method(), exchange.path()))
                  .contains(operation);
              assertThat(sandbox.check.check(exchange)).isEmpty();
            });
  }

  /** What no sub-account has is refused for one before anything is sent, and by its name. */
  @TestFactory
  Stream<DynamicTest> refusesASubAccountWhatItLacks() {
    return sandbox.description.operations().stream()
        .filter(operation -> !operation.onSubAccounts())
        .flatMap(
            operation ->
                names(operation)
                    .flatMap(
                        name ->
                            facade.methods(name).stream()
                                .map(
                                    method ->
                                        DynamicTest.dynamicTest(
                                            title(method), () -> refused(operation, method)))));
  }

  private void refused(Operation operation, Method method) {
    sandbox.reset();
    String accountId = sandbox.mock.example("accountId");
    ZoomAccount account = sandbox.newClient().account(accountId);

    assertThatThrownBy(
            () -> {
              Object response = facade.invoke(account, method, facade.arguments(operation, method));
              if (response instanceof Iterable<?> items) {
                items.iterator().next();
              }
            })
        .isInstanceOf(WrongAccountException.class)
        .hasMessage(
            "%s exists for the app's own account only, and this call is for account(\"%s\"). Write ownAccount() instead. Nothing was sent."
                .formatted(operation.id(), accountId));
    assertThat(sandbox.recorder.drain()).isEmpty();
  }

  /** Each day of a long span is asked for once, with no call that covers more than Zoom allows. */
  @TestFactory
  Stream<DynamicTest> coversASpanOfAnyLength() {
    return sandbox.description.operations().stream()
        .filter(operation -> operation.node().at("/x-zoom-date-window/maxDays").asInt() > 0)
        .map(
            operation ->
                DynamicTest.dynamicTest(operation.id(), () -> coversASpanOfAnyLength(operation)));
  }

  private void coversASpanOfAnyLength(Operation operation) throws Exception {
    sandbox.reset();
    int maxDays = operation.node().at("/x-zoom-date-window/maxDays").asInt();
    LocalDate today = LocalDate.now(sandbox.mock.clock());
    LocalDate first = today.minusDays(2L * maxDays + 4);
    String name = names(operation).reduce((one, last) -> last).orElseThrow();
    Method method =
        facade.methods(name).stream()
            .max(Comparator.comparing(Method::getParameterCount).thenComparing(Method::toString))
            .orElseThrow();
    Object[] arguments = facade.arguments(operation, method);
    for (int i = 0; i < arguments.length; i++) {
      Parameter parameter = method.getParameters()[i];
      if (parameter.getName().equals("from") || parameter.getName().equals("to")) {
        arguments[i] = end(parameter.getType(), parameter.getName().equals("from") ? first : today);
      } else if (parameter.getType() == Consumer.class) {
        arguments[i] = (Consumer<Object>) query -> setSpan(query, first, today);
      }
    }
    ZoomAccount account = sandbox.newClient().account(sandbox.accounts(operation).get(0));
    Object response = facade.invoke(account, method, arguments);
    ((Iterable<?>) response).forEach(each -> {});

    LocalDate next = first;
    for (String span :
        sandbox.recorder.drain().stream().map(FacadeTest::span).distinct().toList()) {
      LocalDate from = LocalDate.parse(span.substring(0, 10));
      LocalDate to = LocalDate.parse(span.substring(span.indexOf(' ') + 1).substring(0, 10));
      assertThat(from).isBetween(next.minusDays(1), next);
      assertThat(from.plusDays(maxDays)).isAfterOrEqualTo(to);
      next = to.plusDays(1);
    }
    assertThat(next).isEqualTo(today.plusDays(1));
  }

  private Object end(Class<?> type, LocalDate day) {
    return type == OffsetDateTime.class
        ? day.atStartOfDay().atOffset(ZoneOffset.UTC)
        : sandbox.calls.value(type, TextNode.valueOf(day.toString()));
  }

  private void setSpan(Object query, LocalDate first, LocalDate last) {
    for (Method setter : query.getClass().getMethods()) {
      boolean from = setter.getName().equals("from");
      if (from || setter.getName().equals("to")) {
        try {
          setter.invoke(query, end(setter.getParameterTypes()[0], from ? first : last));
        } catch (ReflectiveOperationException defect) {
          throw new AssertionError(defect);
        }
      }
    }
  }

  /** The two ends that a call asks for. */
  private static String span(Exchange exchange) {
    String query = "&" + exchange.query() + "&";
    return query.replaceAll(".*&from=([^&]*)&.*", "$1")
        + " "
        + query.replaceAll(".*&to=([^&]*)&.*", "$1");
  }

  @TestFactory
  Stream<DynamicTest> pageThatCountsItemsAndHasNoneIsNoEnd() {
    return paged(
        operation -> {
          String items = operation.items();
          Pages<?> pages = pages(operation);
          changeNext(
              operation,
              page -> page.put("total_records", 5).remove(items.replaceFirst(".*\\.", "")));

          assertThatThrownBy(() -> pages.iterator().next())
              .isInstanceOf(PagingException.class)
              .hasMessageStartingWith(
                  operation.id() + ": page 1 has no " + items + ", but total_records is 5");
        });
  }

  @TestFactory
  Stream<DynamicTest> pageThatCountsMorePagesAndHasNoTokenIsNoEnd() {
    return paged(
        operation -> {
          Iterator<?> pages = pages(operation).byPage().iterator();
          changeNext(
              operation,
              page ->
                  page.put("page_count", 2).put("total_records", 500).remove("next_page_token"));

          if (sandbox.description.parameter(operation, "page_number").isMissingNode()) {
            assertThatThrownBy(pages::next)
                .isInstanceOf(PagingException.class)
                .hasMessageStartingWith(operation.id() + ": page 1 of 2 has no next_page_token");
          } else {
            pages.next();
            pages.next();
            assertThat(sandbox.recorder.drain().get(1).query()).contains("page_number=2");
          }
        });
  }

  private Stream<DynamicTest> paged(Consumer<Operation> test) {
    return sandbox.description.operations().stream()
        .filter(Operation::isPaged)
        .map(operation -> DynamicTest.dynamicTest(operation.id(), () -> test.accept(operation)));
  }

  private Pages<?> pages(Operation operation) {
    sandbox.reset();
    ZoomAccount account = sandbox.newClient().account(sandbox.accounts(operation).get(0));
    return facade.pages(account, operation);
  }

  /** Changes the object that holds the items, in the next page of the operation. */
  private void changeNext(Operation operation, Consumer<ObjectNode> change) {
    String items = operation.items();
    String holder = items.contains(".") ? "/" + items.replaceFirst("\\..*", "") : "";
    sandbox
        .mock
        .on(operation.id())
        .next()
        .change(
            response -> {
              try {
                JsonNode page = JSON.readTree(response.body());
                change.accept((ObjectNode) page.at(holder));
                return response.withBody(page.toString());
              } catch (JsonProcessingException defect) {
                throw new AssertionError(defect);
              }
            });
  }
}
