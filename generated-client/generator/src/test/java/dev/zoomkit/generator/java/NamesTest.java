package dev.zoomkit.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

  @ParameterizedTest
  @CsvSource({
    "start_time, startTime",
    "groupId, groupId",
    "language_item_pairList, languageItemPairList",
    "h323_password, h323Password",
    "UUID, uuid",
    "default, default_",
    "meetingUUID, meetingUUID"
  })
  void valuesAreCamelCase(String wireName, String name) {
    assertThat(Names.value(wireName)).isEqualTo(name);
  }

  @ParameterizedTest
  @CsvSource({
    "Webinars, Webinars, webinars",
    "Tracking Field, TrackingField, trackingField",
    "IM Groups, ImGroups, imGroups",
    "H323 Devices, H323Devices, h323Devices",
    "SIP Phone, SipPhone, sipPhone",
    "TSP, Tsp, tsp"
  })
  void tagsAreClassesAndAccessors(String tag, String type, String accessor) {
    assertThat(Names.typeOfTag(tag)).isEqualTo(type);
    assertThat(Names.decapitalized(Names.typeOfTag(tag))).isEqualTo(accessor);
  }

  @ParameterizedTest
  @CsvSource({"in-meeting, IN_MEETING", "BIG, BIG", "'500-1,000', 500_1_000"})
  void constantsAreUpperSnake(String value, String name) {
    assertThat(Names.constant(value)).isEqualTo(name);
  }
}
