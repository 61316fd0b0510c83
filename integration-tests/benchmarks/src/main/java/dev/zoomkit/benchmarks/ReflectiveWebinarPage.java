package dev.zoomkit.benchmarks;

import com.squareup.moshi.FromJson;
import com.squareup.moshi.Json;
import com.squareup.moshi.ToJson;
import java.time.OffsetDateTime;
import java.util.List;

/** What a user of Moshi writes by hand when nothing is generated. */
final class ReflectiveWebinarPage {

  @Json(name = "next_page_token")
  String nextPageToken;

  @Json(name = "page_count")
  Integer pageCount;

  @Json(name = "page_size")
  Integer pageSize;

  @Json(name = "page_number")
  Integer pageNumber;

  @Json(name = "total_records")
  Integer totalRecords;

  List<Webinar> webinars;

  static final class Webinar {
    String uuid;
    Long id;

    @Json(name = "host_id")
    String hostId;

    String topic;
    Integer type;

    @Json(name = "start_time")
    OffsetDateTime startTime;

    Integer duration;
    String timezone;
    String agenda;

    @Json(name = "created_at")
    OffsetDateTime createdAt;

    @Json(name = "join_url")
    String joinUrl;

    @Json(name = "is_simulive")
    Boolean isSimulive;
  }

  static final class Times {
    @FromJson
    OffsetDateTime fromJson(String text) {
      return OffsetDateTime.parse(text);
    }

    @ToJson
    String toJson(OffsetDateTime time) {
      return time.toString();
    }
  }
}
