package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import dev.zoomkit.mock.call.DocumentedErrors;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import dev.zoomkit.spec.reader.DescribedOperation.Setting;
import dev.zoomkit.spec.reader.Json;
import java.util.Collections;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What is refused whatever the request says: because of a circumstance that a test assumes, a
 * setting that a caller has switched off, or a caller whose role does not permit it. Which error
 * comes of what, the description says.
 */
final class CircumstanceRules implements Rule {
  static final String NO_PERMISSION = "no permission";

  private final ResourceStore store;
  private final Supplier<Set<String>> assumed;

  CircumstanceRules(ResourceStore store, Supplier<Set<String>> assumed) {
    this.store = store;
    this.assumed = assumed;
  }

  /** Refuses what the assumed circumstances forbid, whatever the call names. */
  void before(DescribedOperation operation) {
    refuse(operation, this::isAssumed);
  }

  @Override
  public void check(ResolvedCall call) {
    refuse(call.operation(), row -> isSo(row, call));
  }

  /** Refuses with the weightiest of an operation's errors that comes of something, if one does. */
  static void refuse(DescribedOperation operation, String circumstance) {
    refuse(operation, row -> row.when().contains(circumstance));
  }

  private static void refuse(DescribedOperation operation, Predicate<DocumentedError> comesTrue) {
    DocumentedError first = null;
    for (DocumentedError row : operation.errors()) {
      boolean weightier = first == null || DocumentedErrors.ERRORS_FIRST.compare(row, first) < 0;
      if (weightier && comesTrue.test(row)) {
        first = row;
      }
    }
    if (first != null) {
      throw DocumentedErrors.error(first, first.meaning());
    }
  }

  private boolean isAssumed(DocumentedError row) {
    return !row.when().isEmpty() && !Collections.disjoint(row.when(), assumed.get());
  }

  private boolean isSo(DocumentedError row, ResolvedCall call) {
    return isAssumed(row)
        || row.when().contains(NO_PERMISSION) && RoleRules.isForbidden(call, store)
        || row.setting() != null && isOff(row.setting(), call);
  }

  private static boolean isOff(Setting setting, ResolvedCall call) {
    Resource session = call.session();
    if (setting.ofSession()) {
      return session != null && isFalse(Json.at(session.data(), setting.path()));
    }
    Resource host = session == null ? call.subject() : session.owner();
    String kind = session == null || session.type() == null ? "" : session.type().stem();
    return host != null
        && isFalse(
            SettingsRules.said(call.account(), host, setting.path().replace("{session}", kind)));
  }

  private static boolean isFalse(@Nullable JsonNode value) {
    return value != null && value.isBoolean() && !value.booleanValue();
  }
}
