package dev.zoomkit.mock.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.zoomkit.mock.Client;
import dev.zoomkit.mock.Client.Response;
import dev.zoomkit.mock.RunningOnce;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An account that does not exist is refused with what the description has for that, and not with an
 * error of something else in an account; where it has nothing, as almost everywhere.
 */
class UnknownAccountTest extends RunningOnce {

  static Stream<DescribedOperation> operationsOnAccounts() {
    return operations().filter(one -> one.path().startsWith("/accounts/{accountId}"));
  }

  @ParameterizedTest
  @MethodSource("operationsOnAccounts")
  void isRefusedAsSuch(DescribedOperation operation) {
    Optional<DocumentedError> documented =
        operation.errors().stream()
            .filter(row -> row.meaning().startsWith("The account does not exist"))
            .min(Comparator.comparing(row -> row.status() < 400));
    String path = Client.path(operation, operation.path(), "nothing");
    String body =
        operation.request() == null || operation.request().isMultipart()
            ? null
            : operation.request().example().toString();
    Response response = new Client(zoom).send(operation.method(), query(operation, path), body);

    if (body != null || operation.request() == null) {
      assertThat(response.status() + " " + response.code())
          .isEqualTo(documented.map(row -> row.status() + " " + row.sentCode()).orElse("404 2001"));
    }
  }

  private static String query(DescribedOperation operation, String path) {
    StringBuilder query = new StringBuilder();
    operation.parameters().stream()
        .filter(parameter -> parameter.inQuery() && parameter.required())
        .forEach(
            parameter ->
                query
                    .append(query.isEmpty() ? '?' : '&')
                    .append(parameter.name())
                    .append('=')
                    .append(Client.encoded(parameter.example())));
    return path + query;
  }
}
