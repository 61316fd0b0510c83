package dev.zoomkit.operations;

import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.api.DeleteWidgetQuery;
import dev.zoomkit.api.GetWidgetQuery;
import dev.zoomkit.api.ListWidgetsQuery;
import dev.zoomkit.api.UploadWidgetPictureParts;
import dev.zoomkit.api.WidgetsApi;
import dev.zoomkit.error.BadRequestException;
import dev.zoomkit.error.NotFoundException;
import dev.zoomkit.error.PlanRequiredException;
import dev.zoomkit.error.WrongAccountException;
import dev.zoomkit.internal.CallExecutor;
import dev.zoomkit.internal.window.DateRange;
import dev.zoomkit.model.CreateWidgetRequest;
import dev.zoomkit.model.Picture;
import dev.zoomkit.model.UpdateWidgetRequest;
import dev.zoomkit.model.Widget;
import dev.zoomkit.model.WidgetName;
import dev.zoomkit.model.WidgetPage;
import dev.zoomkit.model.WidgetSummary;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.runtime.Arguments;
import dev.zoomkit.runtime.Parts;
import dev.zoomkit.scope.MissingScopeException;
import dev.zoomkit.transfer.Download;
import dev.zoomkit.transfer.Upload;
import dev.zoomkit.user.UserRef;
import dev.zoomkit.value.Csv;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Widgets, and what one does with them. */
public final class Widgets {
  private final CallExecutor calls;
  private final WidgetsApi api;

  Widgets(CallExecutor calls) {
    this.calls = calls;
    this.api = calls.api(WidgetsApi.class);
  }

  /**
   * Creates a widget.
   *
   * <ul>
   *   <li>Scopes for a sub-account: {@code widget:write:widget_with_all_its_parts:master}.
   *   <li>Scopes for the own account: {@code widget:write:widget_with_all_its_parts}, {@code
   *       widget:write:widget_with_all_its_parts:admin} or {@code widget:write}.
   *   <li>Rate label: {@link RateLabel#LIGHT}.
   * </ul>
   *
   * @param user A user, by id or e-mail address.
   * @param request what to send
   * @return The new widget.
   */
  public Widget createWidget(UserRef user, CreateWidgetRequest request) {
    Arguments.require("createWidget", "user", user);
    Arguments.require("createWidget", "request", request);
    return calls.body(api.createWidget(calls.accountId(), user.value(), request));
  }

  /**
   * As {@link #deleteWidget(long, Consumer)}, without optional values.
   *
   * @deprecated {@link #updateWidget} sets it aside instead.
   */
  @Deprecated
  public void deleteWidget(long widgetId) {
    deleteWidget(widgetId, query -> {});
  }

  /**
   * Deletes one widget.
   *
   * <ul>
   *   <li>Notifies: The owner gets an e-mail if {@link DeleteWidgetQuery#remind()} asks for it.
   *   <li>Cannot be undone by another call.
   * </ul>
   *
   * @param widgetId The widget's number.
   * @param query sets optional values
   * @deprecated {@link #updateWidget} sets it aside instead.
   */
  @Deprecated
  public void deleteWidget(long widgetId, Consumer<DeleteWidgetQuery.Builder> query) {
    Arguments.require("deleteWidget", "query", query);
    DeleteWidgetQuery values = DeleteWidgetQuery.of(query);
    calls.run(api.deleteWidget(calls.accountId(), widgetId, values.remind(), values.pin()));
  }

  /**
   * Takes tags off a widget, named in a body.
   *
   * @param widgetId The widget's number.
   * @param tagIds The tags.
   * @param request what to send
   * @return The tags that are left.
   */
  public List<Picture> deleteWidgetTags(long widgetId, List<String> tagIds, WidgetName request) {
    Arguments.require("deleteWidgetTags", "tagIds", tagIds);
    Arguments.require("deleteWidgetTags", "request", request);
    return calls.body(api.deleteWidgetTags(calls.accountId(), widgetId, Csv.of(tagIds), request));
  }

  /**
   * Downloads the picture.
   *
   * @param widgetId The widget's number.
   * @return The picture. The caller closes it.
   */
  public Download downloadWidgetPicture(long widgetId) {
    return calls.download(api.downloadWidgetPicture(calls.accountId(), widgetId));
  }

  /** As {@link #getWidget(String, Consumer)}, by number and without optional values. */
  public Widget getWidget(long widgetId) {
    return getWidget(widgetId, query -> {});
  }

  /** As {@link #getWidget(String, Consumer)}, by number. */
  public Widget getWidget(long widgetId, Consumer<GetWidgetQuery.Builder> query) {
    Arguments.require("getWidget", "query", query);
    GetWidgetQuery values = GetWidgetQuery.of(query);
    return calls.body(
        api.getWidget(calls.accountId(), Long.toString(widgetId), values.occurrenceId()));
  }

  /** As {@link #getWidget(String, Consumer)}, without optional values. */
  public Widget getWidget(String widgetIdOrUuid) {
    return getWidget(widgetIdOrUuid, query -> {});
  }

  /**
   * Reads one widget.
   *
   * @param widgetIdOrUuid The widget's number or UUID.
   * @param query sets optional values
   * @return The widget.
   */
  public Widget getWidget(String widgetIdOrUuid, Consumer<GetWidgetQuery.Builder> query) {
    Arguments.require("getWidget", "widgetIdOrUuid", widgetIdOrUuid);
    Arguments.require("getWidget", "query", query);
    GetWidgetQuery values = GetWidgetQuery.of(query);
    return calls.body(api.getWidget(calls.accountId(), widgetIdOrUuid, values.occurrenceId()));
  }

  /** As {@link #listWidgets(UserRef, LocalDate, Consumer)}, without optional values. */
  public Pages<WidgetSummary> listWidgets(UserRef user, LocalDate from) {
    return listWidgets(user, from, query -> {});
  }

  /**
   * Lists the widgets of a user; {@link #getWidget} has the whole of one, as {@link Widget}. Text
   * with &lt;b&gt;markup&lt;/b&gt;, R&amp;D, an &#64;mention and a *&#47; in it.
   *
   * <p>A second paragraph, with &#123;braces} and <code>code with &#123;braces}</code>.
   *
   * <p>From {@code from} to {@link ListWidgetsQuery#to()}; {@link ListWidgetsQuery#nextPageToken()}
   * is of {@link WidgetPage#totalRecords()}, but {@code topic} is {@code no_name}.
   *
   * <ul>
   *   <li>Page size: at most 300 ({@link ListWidgetsQuery#pageSize()}), which is asked for unless
   *       set.
   *   <li>Dates: {@code from} to {@link ListWidgetsQuery#until()}, both included. A call covers at
   *       most 31 days; a longer span is read in several windows. Zoom looks back 6 months. Zoom
   *       does not say of which time zone a day is.
   *   <li>Scopes for a sub-account: {@code widget:read:list_widgets:master} or {@code
   *       widget:master}.
   *   <li>Scopes for the own account: {@code widget:read:list_widgets}, {@code
   *       widget:read:list_widgets:admin}, {@code widget:read} or {@code widget:read:admin}.
   *   <li>Rate label: {@link RateLabel#MEDIUM}.
   *   <li>Limit: 100 calls a day for each {@code userId} and {@code accountId}.
   *   <li>Limit: 1, 2 or 3 calls by plan in 5 minutes.
   *   <li>Other calls of this category fail while it runs.
   * </ul>
   *
   * @param user A user, by id or e-mail address.
   * @param from First day.
   * @param query sets optional values
   * @return the items of all pages; nothing is sent until they are read
   * @throws BadRequestException
   *     <ul>
   *       <li>HTTP 400: A short one.
   *       <li>HTTP 400, code 7001: The user does not exist any more.
   *     </ul>
   *
   * @throws MissingScopeException HTTP 400, code 4711: The token lacks the scope, whatever {@link
   *     ListWidgetsQuery#kind()} is.
   * @throws NotFoundException
   *     <ul>
   *       <li>HTTP 404, code 2000: The user has no plan.
   *       <li>HTTP 404, code 1001: The user does not exist, or belongs to another account, or to
   *           none that the caller may see at all.
   *     </ul>
   *
   * @throws PlanRequiredException HTTP 200, code 200: The account has no plan.
   */
  @SuppressWarnings("deprecation")
  public Pages<WidgetSummary> listWidgets(
      UserRef user, LocalDate from, Consumer<ListWidgetsQuery.Builder> query) {
    Arguments.require("listWidgets", "user", user);
    Arguments.require("listWidgets", "from", from);
    Arguments.require("listWidgets", "query", query);
    ListWidgetsQuery values = ListWidgetsQuery.of(query);
    return calls.tokenOrNumberPages(
        "listWidgets",
        values.nextPageToken(),
        values.pageNumber(),
        DateRange.ofDates(from, values.until(), 31, 6),
        (token, number, windowFrom, windowTo) ->
            api.listWidgets(
                calls.accountId(),
                user.value(),
                windowFrom,
                values.to(),
                values.since(),
                values.kind(),
                Csv.ofNullable(values.sizes()),
                values.labels(),
                Objects.requireNonNullElse(values.pageSize(), 300),
                token,
                number,
                windowTo));
  }

  /**
   * Takes an owner from a widget.
   *
   * <ul>
   *   <li>Exists for sub-accounts only.
   *   <li>Scopes: {@code widget:master}.
   * </ul>
   *
   * @param widgetId The widget's number.
   * @param owner The user id of an owner.
   * @throws WrongAccountException for any other account; nothing is sent then
   */
  public void removeWidgetOwner(long widgetId, UserRef owner) {
    Arguments.require("removeWidgetOwner", "owner", owner);
    calls.run(api.removeWidgetOwner(calls.accountId(), widgetId, owner.value()));
  }

  /**
   * Changes what the request has, and nothing else.
   *
   * <ul>
   *   <li>The request can be made of what was read: {@code toRequest()} of {@link Widget}.
   * </ul>
   *
   * @param widgetId The widget's number.
   * @param request what to send
   */
  public void updateWidget(long widgetId, UpdateWidgetRequest request) {
    Arguments.require("updateWidget", "request", request);
    calls.run(api.updateWidget(calls.accountId(), widgetId, request));
  }

  /** As {@link #uploadWidgetPicture(long, Upload, String, Consumer)}, without optional values. */
  public Picture uploadWidgetPicture(long widgetId, Upload file, String title) {
    return uploadWidgetPicture(widgetId, file, title, parts -> {});
  }

  /**
   * Uploads a picture.
   *
   * @param widgetId The widget's number.
   * @param file The picture. At most 15 MB. Takes image/jpeg, image/png.
   * @param title Its title.
   * @param parts sets optional values
   * @return The stored picture.
   */
  public Picture uploadWidgetPicture(
      long widgetId, Upload file, String title, Consumer<UploadWidgetPictureParts.Builder> parts) {
    Arguments.require("uploadWidgetPicture", "file", file);
    Arguments.require("uploadWidgetPicture", "title", title);
    Arguments.require("uploadWidgetPicture", "parts", parts);
    UploadWidgetPictureParts values = UploadWidgetPictureParts.of(parts);
    return calls.body(
        api.uploadWidgetPicture(
            calls.accountId(),
            widgetId,
            file.part("file"),
            Parts.text(title),
            Parts.text(values.default_()),
            Parts.text(values.type())));
  }
}
