package dev.zoomkit.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.everything.api.ListWidgetsQuery;
import dev.zoomkit.everything.model.CreateWidgetRequest;
import dev.zoomkit.everything.model.UpdateWidgetRequest;
import dev.zoomkit.everything.model.Widget;
import dev.zoomkit.everything.model.WidgetKind;
import dev.zoomkit.everything.model.WidgetPage;
import dev.zoomkit.everything.model.WidgetPlan;
import dev.zoomkit.everything.model.WidgetSize;
import dev.zoomkit.everything.model.WidgetSummary;
import dev.zoomkit.everything.model.WidgetType;
import dev.zoomkit.value.DateOrDateTime;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Builders, secrets and open enumerations. */
class BuilderTest {

  @Test
  void aBuilderNamesAllItsMissingValuesAtOnce() {
    CreateWidgetRequest.Builder builder = CreateWidgetRequest.builder().topic("a");

    assertThatThrownBy(builder::build)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("CreateWidgetRequest needs count, type, names; they were not set.");
    builder.count(1).type(WidgetType.ONCE);
    assertThatThrownBy(builder::build)
        .hasMessage("CreateWidgetRequest needs names; it was not set.");
    assertThat(builder.names(List.of("n")).build().count()).isEqualTo(1);
  }

  @Test
  void aBuiltValueNoLongerChanges() {
    List<String> names = new ArrayList<>(List.of("a"));
    Widget.Builder builder = Widget.builder().names(names).additionalProperty("x", 1);
    Widget widget = builder.build();
    names.add("b");
    builder.topic("later").additionalProperty("y", 2);

    assertThat(widget)
        .isEqualTo(Widget.builder().names(List.of("a")).additionalProperty("x", 1).build());
    assertThatThrownBy(() -> widget.names().add("b"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> widget.additionalProperties().put("y", 2))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void whatEveryResponseHasIsNoNullInJava() {
    long id = Widget.builder().id(7L).build().id();

    assertThat(id).isEqualTo(7);
  }

  @Test
  void aResponseIsBuiltWithoutWhatEveryResponseHas() {
    Widget widget = Widget.builder().topic("a").build();

    assertThat(widget).hasToString("Widget{topic=a}").isEqualTo(widget.toBuilder().build());
    assertThat(widget).hasSameHashCodeAs(widget.toBuilder().build());
    assertThat(widget).isNotEqualTo(widget.toBuilder().id(7L).build());
    assertThatThrownBy(widget::id)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("Widget.id is absent: it was left out, or is of another type.");
  }

  @Test
  void aPageWithoutItsListHasNoItemsAndSaysSo() {
    WidgetPage page = WidgetPage.builder().build();

    assertThat(page.items()).isEmpty();
    assertThat(page.absentList()).isEqualTo("widgets");
    assertThatThrownBy(page::widgets)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("WidgetPage.widgets");
  }

  @Test
  void aPageTellsItsItemsApart() {
    WidgetPage page = WidgetPage.builder().build();
    OffsetDateTime start = OffsetDateTime.parse("2026-11-29T09:00:00Z");

    assertThat(page.identity(WidgetSummary.builder().id(7L).startTime(start).build()))
        .isEqualTo(page.identity(WidgetSummary.builder().id(7L).startTime(start).build()))
        .isNotEqualTo(page.identity(WidgetSummary.builder().id(7L).build()))
        .isNotEqualTo(page.identity(WidgetSummary.builder().id(8L).startTime(start).build()));
    assertThat(page.identity(WidgetSummary.builder().startTime(start).build())).isNull();
  }

  @Test
  void aPageSaysWhichDaysItCovers() {
    WidgetPage page =
        WidgetPage.builder()
            .from(LocalDate.parse("2026-11-01"))
            .to(DateOrDateTime.parse("2026-11-30T23:59:59Z"))
            .build();

    assertThat(page.coveredFrom()).isEqualTo("2026-11-01");
    assertThat(page.coveredTo()).isEqualTo("2026-11-30");
    assertThat(WidgetPage.builder().build().coveredTo()).isNull();
  }

  @Test
  void aRequiredValueTakesNoNull() {
    assertThatThrownBy(() -> CreateWidgetRequest.builder().topic(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("CreateWidgetRequest needs a topic; it was null.");
    assertThatThrownBy(() -> CreateWidgetRequest.builder().names(null))
        .hasMessage("CreateWidgetRequest needs names; they were null.");
  }

  @Test
  void nullIsNoValueOfAnEnumeration() {
    assertThatThrownBy(() -> WidgetKind.of(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("WidgetKind needs a value; it was null.");
  }

  @Test
  void aQueryNeedsItsFunction() {
    assertThatThrownBy(() -> ListWidgetsQuery.of(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("ListWidgetsQuery needs values; they were null.");
  }

  @Test
  void aListTakesNoNull() {
    assertThatThrownBy(() -> Widget.builder().names(Arrays.asList("a", null)))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("Widget.names must not have null in it.");
  }

  @Test
  void nullIsLeftOut() throws IOException {
    UpdateWidgetRequest request = UpdateWidgetRequest.builder().topic("t").topic(null).build();

    assertThat(Json.write(UpdateWidgetRequest.class, request)).isEqualTo("{}");
  }

  @Test
  void aStartTimeIsTakenInTheTypesOfJavaTimeAndNeverSentWithAnOffset() throws IOException {
    assertThat(started(request -> request.startTime(Instant.parse("2027-03-25T11:30:00Z"))))
        .isEqualTo("'start_time':'2027-03-25T11:30:00Z'");
    assertThat(
            started(request -> request.startTime(OffsetDateTime.parse("2027-03-25T07:30-04:00"))))
        .isEqualTo("'start_time':'2027-03-25T11:30:00Z'");
    assertThat(
            started(
                request ->
                    request
                        .startTime(LocalDateTime.parse("2027-03-25T07:30"))
                        .timezone("America/New_York")))
        .isEqualTo("'start_time':'2027-03-25T07:30:00','timezone':'America/New_York'");
  }

  @Test
  void aStartTimeWithItsZoneSetsBoth() throws IOException {
    ZonedDateTime second =
        LocalDateTime.parse("2027-11-07T01:30")
            .atZone(ZoneId.of("America/New_York"))
            .withLaterOffsetAtOverlap();

    assertThat(started(request -> request.startTime(second)))
        .isEqualTo("'start_time':'2027-11-07T06:30:00Z','timezone':'America/New_York'");
    assertThat(
            started(
                request ->
                    request
                        .timezone("Asia/Tokyo")
                        .startTime(ZonedDateTime.parse("2027-03-25T20:30+09:00"))))
        .as("an offset is no time zone")
        .isEqualTo("'start_time':'2027-03-25T11:30:00Z','timezone':'Asia/Tokyo'");
  }

  @Test
  void aStartTimeCanBeTakenAway() throws IOException {
    Instant none = null;

    assertThat(started(request -> request.startTime(Instant.EPOCH).startTime(none))).isEmpty();
  }

  /** What a request says of its start. */
  private static String started(UnaryOperator<CreateWidgetRequest.Builder> start)
      throws IOException {
    CreateWidgetRequest.Builder request =
        CreateWidgetRequest.builder().topic("t").count(1).type(WidgetType.ONCE).names(List.of());
    String json = Json.write(CreateWidgetRequest.class, start.apply(request).build());
    return json.replace("{'topic':'t','count':1,'type':5,'names':[]", "").replaceAll("^,|}$", "");
  }

  @Test
  void toStringHidesSecrets() {
    Widget widget =
        Widget.builder()
            .id(1L)
            .streamKey("s3cret")
            .hostPin("123456")
            .startUrl("https://x?zak=s3cret")
            .additionalProperty("password", "s3cret")
            .build();

    assertThat(widget)
        .hasToString(
            "Widget{id=1, streamKey=***, hostPin=***, startUrl=***, additionalProperties=[password]}");
  }

  @Test
  void anEnumerationKeepsWhatTheDescriptionLacks() throws IOException {
    String json = "{'type':77,'size':'5-6','plan':8,'kinds':['new','BIG']}";

    Widget widget = Json.read(Widget.class, json);

    assertThat(widget.type().known()).isEqualTo(WidgetType.Known.UNKNOWN);
    assertThat(widget.type()).isEqualTo(WidgetType.of(77)).hasToString("77");
    assertThat(widget.size()).isEqualTo(WidgetSize.of("5-6")).hasToString("5-6");
    assertThat(widget.plan()).isEqualTo(WidgetPlan.of(8)).isNotEqualTo(WidgetPlan.FREE);
    assertThat(widget.kinds()).containsExactly(WidgetKind.of("new"), WidgetKind.BIG);
    assertThat(Json.write(Widget.class, widget)).isEqualTo(json);
  }

  @Test
  void anEnumerationTakesEitherKindOfJson() throws IOException {
    Widget widget = Json.read(Widget.class, "{'type':'5','size':7,'plan':''}");

    assertThat(widget.type()).isSameAs(WidgetType.ONCE);
    assertThat(widget.size()).isEqualTo(WidgetSize.of("7"));
    assertThat(widget.plan()).isNull();
  }

  @Test
  void anEnumerationGoesIntoASwitch() {
    String text =
        switch (WidgetType.of(9).known()) {
          case ONCE, WHENEVER -> "no series";
          case SERIES -> "series";
          case UNKNOWN -> "new";
        };

    assertThat(text).isEqualTo("series");
  }

  @Test
  void aQueryIsSetInAFunction() {
    ListWidgetsQuery query = ListWidgetsQuery.of(q -> q.kind(WidgetKind.BIG).pageSize(10));

    assertThat(query)
        .isEqualTo(ListWidgetsQuery.builder().kind(WidgetKind.BIG).pageSize(10).build());
    assertThat(query.toBuilder().nextPageToken("t").build()).isNotEqualTo(query);
    assertThat(query).hasToString("ListWidgetsQuery{kind=BIG, pageSize=10}");
  }
}
