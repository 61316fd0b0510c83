package dev.zoomkit.api;

import dev.zoomkit.annotation.DateWindow;
import dev.zoomkit.annotation.Paged;
import dev.zoomkit.annotation.RequiresScopes;
import dev.zoomkit.annotation.ScopeSet;
import dev.zoomkit.annotation.UuidPath;
import dev.zoomkit.model.PartReport;
import dev.zoomkit.model.Piece;
import dev.zoomkit.model.Widget;
import dev.zoomkit.model.WidgetType;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Query;

/**
 * Zoom's Spare Parts operations as Retrofit calls. The parts that {@link Widget} is made of.
 *
 * <p>The annotations state facts; acting on them is left to the client that creates this.
 */
public interface SparePartsApi {

  /**
   * Counts the parts that were used; no pages.
   *
   * @param since The first day.
   * @param till The last day.
   * @param zone Their time zone; null leaves it out
   */
  @GET("parts/usage")
  @DateWindow(from = "since", to = "till", maxDays = 7, zone = "zone")
  @RequiresScopes(own = @ScopeSet(classic = "part:read:admin", granular = "part:read:usage:admin"))
  Call<Piece> getPartUsage(
      @Query("since") LocalDate since,
      @Query("till") LocalDate till,
      @Query("zone") @Nullable String zone);

  /**
   * The same with the optional values as one object.
   *
   * @see #getPartUsage(LocalDate, LocalDate, String)
   */
  default Call<Piece> getPartUsage(LocalDate since, LocalDate till, GetPartUsageQuery query) {
    return getPartUsage(since, till, query.zone());
  }

  /**
   * Tells how worn a part is; no pages.
   *
   * @param partId The part's number or UUID.
   * @param since The first moment; null leaves it out
   * @param till The last moment; null leaves it out
   */
  @GET("parts/{partId}/wear")
  @DateWindow(from = "since", to = "till", maxDays = 7, pastMonths = 1)
  Call<Piece> getPartWear(
      @UuidPath @Path("partId") String partId,
      @Query("since") @Nullable OffsetDateTime since,
      @Query("till") @Nullable OffsetDateTime till);

  /**
   * The same with the optional values as one object.
   *
   * @see #getPartWear(String, OffsetDateTime, OffsetDateTime)
   */
  default Call<Piece> getPartWear(String partId, GetPartWearQuery query) {
    return getPartWear(partId, query.since(), query.till());
  }

  /**
   * Lists parts, by page number only and inside another object.
   *
   * @param type The type.
   * @param pageSize How many a page has at most. At most 10; null leaves it out
   * @param pageNumber The page, from 1; null leaves it out
   */
  @GET("parts")
  @Paged(items = "past_parts.parts", maxPageSize = 10)
  Call<PartReport> listParts(
      @Query("type") WidgetType type,
      @Query("page_size") @Nullable Integer pageSize,
      @Query("page_number") @Nullable Integer pageNumber);

  /**
   * The same with the optional values as one object.
   *
   * @see #listParts(WidgetType, Integer, Integer)
   */
  @SuppressWarnings("deprecation")
  default Call<PartReport> listParts(WidgetType type, ListPartsQuery query) {
    return listParts(type, query.pageSize(), query.pageNumber());
  }
}
