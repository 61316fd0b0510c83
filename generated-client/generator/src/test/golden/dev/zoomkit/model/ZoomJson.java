package dev.zoomkit.model;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.runtime.json.Codecs;
import dev.zoomkit.runtime.json.JsonCodec;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes all models of this package with generated code, and lists of them. Install it in
 * a Moshi: {@code new Moshi.Builder().add(ZoomJson.factory()).build()}. Without reflection.
 */
public final class ZoomJson {
  private ZoomJson() {}

  /** The adapters of this package. Thread-safe. */
  public static JsonAdapter.Factory factory() {
    return ZoomJson::adapter;
  }

  private static @Nullable JsonAdapter<?> adapter(
      Type type, Set<? extends Annotation> annotations, Moshi moshi) {
    if (!annotations.isEmpty()) {
      return null;
    }
    if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
      JsonCodec<?> items = codec(generic.getActualTypeArguments()[0]);
      return items == null ? null : Codecs.list(items);
    }
    return codec(type);
  }

  private static @Nullable JsonCodec<?> codec(Type type) {
    return switch (type.getTypeName()) {
      case "dev.zoomkit.model.Anything" -> AnythingJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.CreateWidgetRequest" -> CreateWidgetRequestJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.ErrorBody" -> ErrorBodyJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.PartPage" -> PartPageJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.PartReport" -> PartReportJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.Picture" -> PictureJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.PictureInput" -> PictureInputJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.Piece" -> PieceJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.UpdateWidgetRequest" -> UpdateWidgetRequestJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.Widget" -> WidgetJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.WidgetKind" -> WidgetKindJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.WidgetName" -> WidgetNameJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.WidgetPage" -> WidgetPageJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.WidgetPlan" -> WidgetPlanJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.WidgetReminderOfAttendeesAndPanelistsBeforeItStarts" ->
          WidgetReminderOfAttendeesAndPanelistsBeforeItStartsJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.WidgetSettings" -> WidgetSettingsJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.WidgetSize" -> WidgetSizeJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.WidgetSummary" -> WidgetSummaryJsonAdapter.INSTANCE;
      case "dev.zoomkit.model.WidgetType" -> WidgetTypeJsonAdapter.INSTANCE;
      default -> null;
    };
  }
}
