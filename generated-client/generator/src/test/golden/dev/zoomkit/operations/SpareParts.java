package dev.zoomkit.operations;

import dev.zoomkit.api.ListPartsQuery;
import dev.zoomkit.api.SparePartsApi;
import dev.zoomkit.internal.CallExecutor;
import dev.zoomkit.model.Piece;
import dev.zoomkit.model.Widget;
import dev.zoomkit.model.WidgetType;
import dev.zoomkit.paging.Pages;
import dev.zoomkit.runtime.Arguments;
import java.util.function.Consumer;

/** The parts that {@link Widget} is made of. */
public final class SpareParts {
  private final CallExecutor calls;
  private final SparePartsApi api;

  SpareParts(CallExecutor calls) {
    this.calls = calls;
    this.api = calls.api(SparePartsApi.class);
  }

  /** As {@link #listParts(WidgetType, Consumer)}, without optional values. */
  public Pages<Piece> listParts(WidgetType type) {
    return listParts(type, query -> {});
  }

  /**
   * Lists parts, by page number only and inside another object.
   *
   * <ul>
   *   <li>Page size: at most 10 ({@link ListPartsQuery#pageSize()}); fewer unless set, because an
   *       item is large.
   *   <li>An item may come twice if the list changes while it is read: nothing tells it apart.
   * </ul>
   *
   * @param type The type.
   * @param query sets optional values
   * @return the items of all pages; nothing is sent until they are read
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
