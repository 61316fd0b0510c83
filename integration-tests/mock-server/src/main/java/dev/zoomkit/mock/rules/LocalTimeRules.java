package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.spec.reader.Content;
import dev.zoomkit.spec.reader.Json;
import dev.zoomkit.spec.reader.MergedSchema;
import java.time.ZoneId;

/**
 * Local times: one that a call gives is in the time zone that the call names, else in that of the
 * resource, else in that of its host. From here on it is in UTC, as Zoom returns it.
 */
final class LocalTimeRules implements Rule {

  @Override
  public void check(ResolvedCall call) {
    Content request = call.operation().request();
    ObjectNode body = call.body();
    if (request == null) {
      return;
    }
    for (String name : request.schema().names()) {
      MergedSchema property = request.schema().property(name);
      JsonNode zone = property == null ? Json.object() : property.key(TimeZones.KEY);
      String time = body.path(name).isTextual() ? body.get(name).asText() : "";
      if (zone.isTextual() && !time.isEmpty() && !TimeZones.isUtcToTheSecond(time)) {
        ZoneId here = call.subject().zone(body.path(zone.asText()));
        body.put(name, TimeZones.utc(time, here));
      }
    }
  }
}
