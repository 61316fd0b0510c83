package dev.zoomkit.api;

import dev.zoomkit.annotation.Paged;
import dev.zoomkit.model.PartReport;
import dev.zoomkit.model.Widget;
import dev.zoomkit.model.WidgetType;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Query;

/**
 * Zoom's Spare Parts operations as Retrofit calls. The parts that {@link Widget} is made of.
 *
 * <p>The annotations state facts; acting on them is left to the client that creates this.
 */
public interface SparePartsApi {

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
