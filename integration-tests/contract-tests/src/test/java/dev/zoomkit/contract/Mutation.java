package dev.zoomkit.contract;

import java.util.function.BiConsumer;

/**
 * Something wrong on one side, which the contract check has to notice.
 *
 * @param kind what is wrong, the same for all operations
 * @param place where: a field, a parameter, a status; empty where it is the operation as a whole
 * @param fault what client or mock do wrong; none where it is the description
 * @param change what is wrong with the description of the operation
 */
record Mutation(
    Side side,
    String kind,
    Operation operation,
    String place,
    Fault fault,
    BiConsumer<BundledDescription, Operation> change) {

  /** Who errs. */
  enum Side {
    MOCK,
    CLIENT,
    DESCRIPTION
  }

  static Mutation of(Side side, String kind, Operation operation, String place, Fault fault) {
    return new Mutation(side, kind, operation, place, fault, (description, same) -> {});
  }

  @Override
  public String toString() {
    return "%s, %s %s".formatted(kind, operation, place).trim();
  }
}
