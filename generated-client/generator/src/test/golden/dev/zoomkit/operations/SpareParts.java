package dev.zoomkit.operations;

import dev.zoomkit.api.GetPartUsageQuery;
import dev.zoomkit.api.GetPartWearQuery;
import dev.zoomkit.api.ListPartsQuery;
import dev.zoomkit.api.SparePartsApi;
import dev.zoomkit.error.WrongAccountException;
import dev.zoomkit.internal.CallExecutor;
import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.model.Piece;
import dev.zoomkit.model.Widget;
import dev.zoomkit.model.WidgetType;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.paging.Windows;
import dev.zoomkit.runtime.Arguments;
import java.time.LocalDate;
import java.util.function.Consumer;

/** The parts that {@link Widget} is made of. */
public final class SpareParts {
  private final CallExecutor calls;
  private final SparePartsApi api;

  SpareParts(CallExecutor calls) {
    this.calls = calls;
    this.api = calls.api(SparePartsApi.class);
  }

  /** As {@link #getPartUsage(LocalDate, LocalDate, Consumer)}, without optional values. */
  public Piece getPartUsage(LocalDate since, LocalDate till) {
    return getPartUsage(since, till, query -> {});
  }

  /**
   * Counts the parts that were used; no pages.
   *
   * <ul>
   *   <li>Exists for the app's own account only.
   *   <li>Dates: {@code since} to {@code till}, both included. A call covers at most 7 days; {@link
   *       #getPartUsageByWindow(LocalDate, LocalDate, Consumer)} takes more. The days are those of
   *       {@link GetPartUsageQuery#zone()}.
   *   <li>Scopes: {@code part:read:usage:admin} or {@code part:read:admin}.
   * </ul>
   *
   * @param since The first day.
   * @param till The last day.
   * @param query sets optional values
   * @return The count.
   * @throws WrongAccountException for any other account; nothing is sent then
   */
  public Piece getPartUsage(
      LocalDate since, LocalDate till, Consumer<GetPartUsageQuery.Builder> query) {
    Arguments.require("getPartUsage", "since", since);
    Arguments.require("getPartUsage", "till", till);
    Arguments.require("getPartUsage", "query", query);
    GetPartUsageQuery values = GetPartUsageQuery.of(query);
    calls.requireOneWindow("getPartUsage", DateRange.ofDates(since, till, 7, 0));
    return calls.body(api.getPartUsage(since, till, values.zone()));
  }

  /** As {@link #getPartUsageByWindow(LocalDate, LocalDate, Consumer)}, without optional values. */
  public Windows<Piece> getPartUsageByWindow(LocalDate since, LocalDate till) {
    return getPartUsageByWindow(since, till, query -> {});
  }

  /**
   * As {@link #getPartUsage(LocalDate, LocalDate, Consumer)}, for a span of any length: one
   * response for each window of at most 7 days.
   *
   * @return the responses, oldest first; nothing is sent until they are read
   */
  public Windows<Piece> getPartUsageByWindow(
      LocalDate since, LocalDate till, Consumer<GetPartUsageQuery.Builder> query) {
    Arguments.require("getPartUsageByWindow", "since", since);
    Arguments.require("getPartUsageByWindow", "till", till);
    Arguments.require("getPartUsageByWindow", "query", query);
    GetPartUsageQuery values = GetPartUsageQuery.of(query);
    return calls.windows(
        "getPartUsage",
        DateRange.ofDates(since, till, 7, 0),
        (windowFrom, windowTo) -> api.getPartUsage(windowFrom, windowTo, values.zone()));
  }

  /** As {@link #getPartWear(String, Consumer)}, by number and without optional values. */
  public Piece getPartWear(long partId) {
    return getPartWear(partId, query -> {});
  }

  /** As {@link #getPartWear(String, Consumer)}, by number. */
  public Piece getPartWear(long partId, Consumer<GetPartWearQuery.Builder> query) {
    Arguments.require("getPartWear", "query", query);
    GetPartWearQuery values = GetPartWearQuery.of(query);
    calls.requireOneWindow("getPartWear", DateRange.ofTimes(values.since(), values.till(), 7, 1));
    return calls.body(api.getPartWear(Long.toString(partId), values.since(), values.till()));
  }

  /** As {@link #getPartWear(String, Consumer)}, without optional values. */
  public Piece getPartWear(String partIdOrUuid) {
    return getPartWear(partIdOrUuid, query -> {});
  }

  /**
   * Tells how worn a part is; no pages.
   *
   * <ul>
   *   <li>Exists for the app's own account only.
   *   <li>Dates: {@link GetPartWearQuery#since()} to {@link GetPartWearQuery#till()}, both
   *       included. A call covers at most 7 days; {@link #getPartWearByWindow(String, Consumer)}
   *       takes more. Zoom looks back 1 month.
   * </ul>
   *
   * @param partIdOrUuid The part's number or UUID.
   * @param query sets optional values
   * @return How worn it is.
   * @throws WrongAccountException for any other account; nothing is sent then
   */
  public Piece getPartWear(String partIdOrUuid, Consumer<GetPartWearQuery.Builder> query) {
    Arguments.require("getPartWear", "partIdOrUuid", partIdOrUuid);
    Arguments.require("getPartWear", "query", query);
    GetPartWearQuery values = GetPartWearQuery.of(query);
    calls.requireOneWindow("getPartWear", DateRange.ofTimes(values.since(), values.till(), 7, 1));
    return calls.body(api.getPartWear(partIdOrUuid, values.since(), values.till()));
  }

  /** As {@link #getPartWearByWindow(String, Consumer)}, by number. */
  public Windows<Piece> getPartWearByWindow(long partId, Consumer<GetPartWearQuery.Builder> query) {
    Arguments.require("getPartWearByWindow", "query", query);
    GetPartWearQuery values = GetPartWearQuery.of(query);
    return calls.windows(
        "getPartWear",
        DateRange.ofTimes(values.since(), values.till(), 7, 1),
        (windowFrom, windowTo) -> api.getPartWear(Long.toString(partId), windowFrom, windowTo));
  }

  /**
   * As {@link #getPartWear(String, Consumer)}, for a span of any length: one response for each
   * window of at most 7 days.
   *
   * @return the responses, oldest first; nothing is sent until they are read
   */
  public Windows<Piece> getPartWearByWindow(
      String partIdOrUuid, Consumer<GetPartWearQuery.Builder> query) {
    Arguments.require("getPartWearByWindow", "partIdOrUuid", partIdOrUuid);
    Arguments.require("getPartWearByWindow", "query", query);
    GetPartWearQuery values = GetPartWearQuery.of(query);
    return calls.windows(
        "getPartWear",
        DateRange.ofTimes(values.since(), values.till(), 7, 1),
        (windowFrom, windowTo) -> api.getPartWear(partIdOrUuid, windowFrom, windowTo));
  }

  /** As {@link #listParts(WidgetType, Consumer)}, without optional values. */
  public Pages<Piece> listParts(WidgetType type) {
    return listParts(type, query -> {});
  }

  /**
   * Lists parts, by page number only and inside another object.
   *
   * <ul>
   *   <li>Exists for the app's own account only.
   *   <li>Page size: at most 10 ({@link ListPartsQuery#pageSize()}); fewer unless set, because an
   *       item is large.
   *   <li>An item may come twice if the list changes while it is read: nothing tells it apart.
   * </ul>
   *
   * @param type The type.
   * @param query sets optional values
   * @return the items of all pages; nothing is sent until they are read
   * @throws WrongAccountException for any other account; nothing is sent then
   */
  @SuppressWarnings("deprecation")
  public Pages<Piece> listParts(WidgetType type, Consumer<ListPartsQuery.Builder> query) {
    Arguments.require("listParts", "type", type);
    Arguments.require("listParts", "query", query);
    ListPartsQuery values = ListPartsQuery.of(query);
    return calls.numberPages(
        "listParts", values.pageNumber(), number -> api.listParts(type, values.pageSize(), number));
  }
}
