package dev.zoomkit.mock.realism;

import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.DescribedOperation.DocumentedError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The errors that an operation documents for one cause, each in its turn. Thread-safe. */
final class Turns {
  /** What tokens are refused with for one reason, somewhere or other. */
  private static final List<Set<Integer>> OF_TOKENS = List.of(Set.of(124), Set.of(4711, 4700, 104));

  private final Map<List<DocumentedError>, AtomicInteger> turns = new ConcurrentHashMap<>();

  /** The error that is sent in the place of another; null where there is no other one. */
  @Nullable DocumentedError next(DescribedOperation operation, int status, int code) {
    DocumentedError refused = row(operation, status, code);
    List<DocumentedError> others =
        operation.errors().stream()
            .filter(row -> row.status() >= 400)
            .filter(row -> refused == null ? isLike(row, code) : row.hasCauseOf(refused))
            .filter(row -> row != refused)
            .toList();
    if (others.isEmpty()) {
      return null;
    }
    int turn = turns.computeIfAbsent(others, first -> new AtomicInteger()).getAndIncrement();
    return others.get(Math.floorMod(turn, others.size()));
  }

  /** The documented error of a status and code; null where there is none. */
  static @Nullable DocumentedError row(DescribedOperation operation, int status, int code) {
    return operation.errors().stream()
        .filter(row -> row.status() == status && row.sentCode() == code)
        .findFirst()
        .orElse(null);
  }

  /** Whether a code that an operation does not document means what an error of it does. */
  private static boolean isLike(DocumentedError row, int code) {
    return OF_TOKENS.stream().anyMatch(one -> one.contains(code) && one.contains(row.sentCode()));
  }
}
