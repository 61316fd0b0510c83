package dev.zoomkit.mock.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.zoomkit.mock.call.TimeZones;
import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The text that invites people to a meeting: when it is, its number and its passcode. */
final class InvitationRules implements Rule {
  private static final String INVITATION = "invitation";
  private static final String BREAK = "\r\n";

  @Override
  public void show(ResolvedCall call, ObjectNode shown) {
    if (call.subject().isSession() && call.location().subresource().equals(INVITATION)) {
      shown.put(INVITATION, text(call.subject()));
      ArrayNode links = shown.putArray("sip_links");
      String id = call.subject().key();
      links.add("sip:" + id + "@zoomcrc.com");
      JsonNode passcode = call.subject().data().path("h323_password");
      if (passcode.isTextual()) {
        links.add("sip:" + id + "." + passcode.asText() + "@zoomcrc.com");
      }
    }
  }

  private static String text(Resource meeting) {
    JsonNode known = meeting.data();
    StringBuilder text = new StringBuilder();
    text.append(SessionFacts.name(meeting.owner()));
    text.append(" invites you to a scheduled Zoom meeting.").append(BREAK).append(BREAK);
    line(text, "Topic", known.path("topic").asText());
    line(text, "Time", time(meeting));
    text.append(BREAK);
    line(text, "Join", known.path("join_url").asText());
    line(text, "Meeting ID", spaced(meeting.key()));
    line(text, "Passcode", known.path("password").asText());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    if (!value.isEmpty()) {
      text.append(name).append(": ").append(value).append(BREAK);
    }
  }

  /** When a meeting begins, on the clocks of its zone; empty where that is not fixed. */
  private static String time(Resource meeting) {
    Instant start = TimeZones.instant(meeting.data().path("start_time").asText());
    if (start == null) {
      return "";
    }
    ZoneId zone = meeting.zone(meeting.data().path(TimeZones.NAME));
    String name = zone.getId();
    String place = name.substring(name.lastIndexOf('/') + 1).replace('_', ' ');
    return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm ", Locale.ENGLISH)
            .format(start.atZone(zone))
        + place;
  }

  /** A meeting's number as people read it, such as 937 2051 8846. */
  private static String spaced(String number) {
    int last = Math.max(number.length() - 4, 0);
    int first = Math.min(3, last);
    return (number.substring(0, first) + " " + number.substring(first, last) + " ")
        + number.substring(last);
  }
}
