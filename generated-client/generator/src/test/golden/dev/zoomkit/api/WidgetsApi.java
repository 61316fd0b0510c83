package dev.zoomkit.api;

import dev.zoomkit.annotation.AccountPath;
import dev.zoomkit.annotation.CallLimit;
import dev.zoomkit.annotation.CallLimits;
import dev.zoomkit.annotation.DateWindow;
import dev.zoomkit.annotation.Effect;
import dev.zoomkit.annotation.FileLimits;
import dev.zoomkit.annotation.KnownError;
import dev.zoomkit.annotation.KnownErrors;
import dev.zoomkit.annotation.OwnPath;
import dev.zoomkit.annotation.Paged;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.annotation.RateLimited;
import dev.zoomkit.annotation.RequiresScopes;
import dev.zoomkit.annotation.RunsAlone;
import dev.zoomkit.annotation.ScopeSet;
import dev.zoomkit.annotation.Secret;
import dev.zoomkit.annotation.UserPath;
import dev.zoomkit.annotation.UuidPath;
import dev.zoomkit.model.CreateWidgetRequest;
import dev.zoomkit.model.Picture;
import dev.zoomkit.model.UpdateWidgetRequest;
import dev.zoomkit.model.Widget;
import dev.zoomkit.model.WidgetKind;
import dev.zoomkit.model.WidgetName;
import dev.zoomkit.model.WidgetPage;
import dev.zoomkit.model.WidgetSize;
import dev.zoomkit.runtime.Parts;
import dev.zoomkit.value.Csv;
import dev.zoomkit.value.DateOrDateTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import okhttp3.MultipartBody;
import okhttp3.RequestBody;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Multipart;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Streaming;

/**
 * Zoom's Widgets operations as Retrofit calls. Widgets, and what one does with them.
 *
 * <p>The annotations state facts; acting on them is left to the client that creates this.
 */
public interface WidgetsApi {

  /**
   * Creates a widget.
   *
   * @param accountId The account.
   * @param userId A user, by id or e-mail address.
   * @param request what to send, as JSON
   */
  @POST("accounts/{accountId}/users/{userId}/widgets")
  @RateLimited(RateLabel.LIGHT)
  @RequiresScopes(
      master = @ScopeSet(granular = "widget:write:widget_with_all_its_parts:master"),
      own =
          @ScopeSet(
              classic = "widget:write",
              granular = {
                "widget:write:widget_with_all_its_parts",
                "widget:write:widget_with_all_its_parts:admin"
              }))
  Call<Widget> createWidget(
      @AccountPath(acceptsMe = true) @Path("accountId") String accountId,
      @UserPath(acceptsMe = true) @Path("userId") String userId,
      @Body CreateWidgetRequest request);

  /**
   * Deletes one widget.
   *
   * @param accountId The account.
   * @param widgetId The widget's number.
   * @param remind Whether to tell its owner; null leaves it out
   * @param pin Proves that one may; null leaves it out
   * @deprecated {@link #updateWidget} sets it aside instead.
   */
  @Deprecated
  @DELETE("accounts/{accountId}/widgets/{widgetId}")
  @Effect(
      value = Effect.Kind.DESTROY,
      notifies = "The owner gets an e-mail if `remind` asks for it.")
  Call<Void> deleteWidget(
      @AccountPath(acceptsMe = true) @Path("accountId") String accountId,
      @Path("widgetId") long widgetId,
      @Query("remind") @Nullable Boolean remind,
      @Secret @Query("pin") @Nullable String pin);

  /**
   * The same with the optional values as one object.
   *
   * @see #deleteWidget(String, long, Boolean, String)
   */
  @Deprecated
  default Call<Void> deleteWidget(String accountId, long widgetId, DeleteWidgetQuery query) {
    return deleteWidget(accountId, widgetId, query.remind(), query.pin());
  }

  /**
   * Takes tags off a widget, named in a body.
   *
   * @param accountId The account.
   * @param widgetId The widget's number.
   * @param tagIds The tags.
   * @param request what to send, as JSON
   */
  @HTTP(method = "DELETE", path = "accounts/{accountId}/widgets/{widgetId}/tags", hasBody = true)
  Call<List<Picture>> deleteWidgetTags(
      @AccountPath(acceptsMe = true) @Path("accountId") String accountId,
      @Path("widgetId") long widgetId,
      @Query("tag_ids") Csv<String> tagIds,
      @Body WidgetName request);

  /**
   * Downloads the picture.
   *
   * @param accountId The account.
   * @param widgetId The widget's number.
   */
  @GET("accounts/{accountId}/widgets/{widgetId}/picture")
  @Streaming
  Call<ResponseBody> downloadWidgetPicture(
      @AccountPath(acceptsMe = true) @Path("accountId") String accountId,
      @Path("widgetId") long widgetId);

  /**
   * Reads one widget.
   *
   * @param accountId The account.
   * @param widgetId The widget's number or UUID.
   * @param occurrenceId One occurrence; the whole series when left out; null leaves it out
   */
  @GET("accounts/{accountId}/widgets/{widgetId}")
  Call<Widget> getWidget(
      @AccountPath(acceptsMe = true) @Path("accountId") String accountId,
      @UuidPath @Path("widgetId") String widgetId,
      @Query("occurrence_id") @Nullable String occurrenceId);

  /**
   * The same with the optional values as one object.
   *
   * @see #getWidget(String, String, String)
   */
  default Call<Widget> getWidget(String accountId, String widgetId, GetWidgetQuery query) {
    return getWidget(accountId, widgetId, query.occurrenceId());
  }

  /**
   * Lists the widgets of a user; {@link #getWidget} has the whole of one, as {@link Widget}. Text
   * with &lt;b&gt;markup&lt;/b&gt;, R&amp;D, an &#64;mention and a *&#47; in it.
   *
   * <p>A second paragraph, with &#123;braces} and <code>code with &#123;braces}</code>.
   *
   * <p>From {@code from} to {@code to}; {@code nextPageToken} is of {@link
   * WidgetPage#totalRecords()}, but {@code topic} is {@code no_name}.
   *
   * @param accountId The account.
   * @param userId A user, by id or e-mail address.
   * @param from First day.
   * @param to Last moment; null leaves it out
   * @param since A day or a moment; null leaves it out
   * @param kind Which widgets to list. Default: {@code BIG}; null leaves it out
   * @param sizes Sizes, with commas. At most 3 entries; null leaves it out
   * @param labels Labels, one parameter each. Each at most 20 characters; null leaves it out
   * @param pageSize How many a page has at most. From 1 to 300. Default: {@code 30}; null leaves it
   *     out
   * @param nextPageToken The token of the previous answer; null leaves it out
   * @param pageNumber The page, from 1. Default: {@code 1}; null leaves it out
   * @param until Last day; null leaves it out
   */
  @GET("accounts/{accountId}/users/{userId}/widgets")
  @OwnPath("users/{userId}/widgets")
  @RateLimited(RateLabel.MEDIUM)
  @CallLimits({
    @CallLimit(
        free = 100,
        pro = 100,
        business = 100,
        period = "P1D",
        by = {"userId", "accountId"},
        pool = "host"),
    @CallLimit(free = 1, pro = 2, business = 3, period = "PT5M")
  })
  @RunsAlone
  @Effect(Effect.Kind.READ)
  @Paged(items = "widgets", maxPageSize = 300)
  @DateWindow(from = "from", to = "until", maxDays = 31, pastMonths = 6)
  @RequiresScopes(
      master = @ScopeSet(classic = "widget:master", granular = "widget:read:list_widgets:master"),
      own =
          @ScopeSet(
              classic = {"widget:read", "widget:read:admin"},
              granular = {"widget:read:list_widgets", "widget:read:list_widgets:admin"}))
  @KnownErrors({
    @KnownError(status = 200, code = 200, missing = "plan", meaning = "The account has no plan."),
    @KnownError(status = 400, meaning = "A short one."),
    @KnownError(
        status = 400,
        code = 4711,
        meaning = "The token lacks the scope, whatever `kind` is."),
    @KnownError(
        status = 400,
        code = 7001,
        absent = true,
        missing = {"user", "licence"},
        meaning = "The user does not exist any more."),
    @KnownError(status = 404, code = 2000, meaning = "The user has no plan."),
    @KnownError(
        status = 404,
        code = 1001,
        absent = true,
        meaning =
            "The user does not exist, or belongs to another account, or to none that the caller may"
                + " see at all.")
  })
  Call<WidgetPage> listWidgets(
      @AccountPath(acceptsMe = true) @Path("accountId") String accountId,
      @UserPath(acceptsMe = true) @Path("userId") String userId,
      @Query("from") LocalDate from,
      @Query("to") @Nullable OffsetDateTime to,
      @Query("since") @Nullable DateOrDateTime since,
      @Query("kind") @Nullable WidgetKind kind,
      @Query("sizes") @Nullable Csv<WidgetSize> sizes,
      @Query("labels") @Nullable List<String> labels,
      @Query("page_size") @Nullable Integer pageSize,
      @Query("next_page_token") @Nullable String nextPageToken,
      @Query("page_number") @Nullable Integer pageNumber,
      @Query("until") @Nullable LocalDate until);

  /**
   * The same with the optional values as one object.
   *
   * @see #listWidgets(String, String, LocalDate, OffsetDateTime, DateOrDateTime, WidgetKind, Csv,
   *     List, Integer, String, Integer, LocalDate)
   */
  @SuppressWarnings("deprecation")
  default Call<WidgetPage> listWidgets(
      String accountId, String userId, LocalDate from, ListWidgetsQuery query) {
    return listWidgets(
        accountId,
        userId,
        from,
        query.to(),
        query.since(),
        query.kind(),
        Csv.ofNullable(query.sizes()),
        query.labels(),
        query.pageSize(),
        query.nextPageToken(),
        query.pageNumber(),
        query.until());
  }

  /**
   * Takes an owner from a widget.
   *
   * @param accountId The sub-account.
   * @param widgetId The widget's number.
   * @param ownerId The user id of an owner.
   */
  @DELETE("accounts/{accountId}/widgets/{widgetId}/owners/{ownerId}")
  @RequiresScopes(master = @ScopeSet(classic = "widget:master"))
  Call<Void> removeWidgetOwner(
      @AccountPath @Path("accountId") String accountId,
      @Path("widgetId") long widgetId,
      @UserPath(idOnly = true) @Path("ownerId") String ownerId);

  /**
   * Changes what the request has, and nothing else.
   *
   * @param accountId The account.
   * @param widgetId The widget's number.
   * @param request what to send, as JSON
   */
  @PATCH("accounts/{accountId}/widgets/{widgetId}")
  Call<Void> updateWidget(
      @AccountPath(acceptsMe = true) @Path("accountId") String accountId,
      @Path("widgetId") long widgetId,
      @Body UpdateWidgetRequest request);

  /**
   * Uploads a picture.
   *
   * @param accountId The account.
   * @param widgetId The widget's number.
   * @param file The picture. At most 15 MB. Takes image/jpeg, image/png.
   * @param title Its title.
   * @param default_ Whether it is the default picture. Default: {@code false}; null leaves it out
   * @param type How it is scheduled; null leaves it out
   */
  @POST("accounts/{accountId}/widgets/{widgetId}/picture")
  @Multipart
  Call<Picture> uploadWidgetPicture(
      @AccountPath(acceptsMe = true) @Path("accountId") String accountId,
      @Path("widgetId") long widgetId,
      @FileLimits(
              maxMegabytes = 15,
              types = {"image/jpeg", "image/png"})
          @Part
          MultipartBody.Part file,
      @Part("title") RequestBody title,
      @Part("default") @Nullable RequestBody default_,
      @Part("type") @Nullable RequestBody type);

  /**
   * The same with the optional values as one object.
   *
   * @see #uploadWidgetPicture(String, long, MultipartBody.Part, RequestBody, RequestBody,
   *     RequestBody)
   */
  default Call<Picture> uploadWidgetPicture(
      String accountId,
      long widgetId,
      MultipartBody.Part file,
      RequestBody title,
      UploadWidgetPictureParts parts) {
    return uploadWidgetPicture(
        accountId, widgetId, file, title, Parts.text(parts.default_()), Parts.text(parts.type()));
  }
}
