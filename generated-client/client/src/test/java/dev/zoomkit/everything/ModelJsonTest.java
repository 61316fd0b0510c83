package dev.zoomkit.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.squareup.moshi.Types;
import dev.zoomkit.everything.model.Anything;
import dev.zoomkit.everything.model.PartReport;
import dev.zoomkit.everything.model.Picture;
import dev.zoomkit.everything.model.Widget;
import dev.zoomkit.everything.model.WidgetKind;
import dev.zoomkit.everything.model.WidgetPage;
import dev.zoomkit.everything.model.WidgetPlan;
import dev.zoomkit.everything.model.WidgetSettings;
import dev.zoomkit.everything.model.WidgetSize;
import dev.zoomkit.everything.model.WidgetType;
import dev.zoomkit.value.DateOrDateTime;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** JSON to models and back. */
class ModelJsonTest {
  private static final String WIDGET =
      "{'id':98520143677,'topic':'Launch','type':6,'start_time':'2026-11-22T09:30:00Z',"
          + "'timezone':'Europe/Berlin','duration':45,'price':2.5,'is_open':true,'birthday':'2026-01-02','email':'a@b.c',"
          + "'size':'1-20','plan':72057594037927940,'kinds':['small-one','BIG'],'weekdays':'2,4','types_allowed':'5,8',"
          + "'names':['a','b'],'rows':[[1,2],[],[3]],"
          + "'custom':{'any':[1,{'deep':null}]},"
          + "'settings':{'audio':'voip','shared':true,'video':false},"
          + "'since':'2026-11-22','sign_in':[{'name':'n'}],'spare_parts':['s',{'name':'n'}],"
          + "'p2p_connetion':true,'default':false,'stream_key':'s3cret',"
          + "'host_pin':'123456','start_url':'https://x/y?zak=z'}";

  @Test
  void goesBackAsItCame() throws IOException {
    Widget widget = Json.read(Widget.class, WIDGET);

    assertThat(Json.write(Widget.class, widget)).isEqualTo(WIDGET);
    assertThat(Json.read(Widget.class, WIDGET)).isEqualTo(widget).hasSameHashCodeAs(widget);
    assertThat(widget.toBuilder().build()).isEqualTo(widget);
    assertThat(widget.toBuilder().topic("Other").build()).isNotEqualTo(widget);
  }

  @Test
  @SuppressWarnings("deprecation")
  void hasEachValue() throws IOException {
    Widget widget = Json.read(Widget.class, WIDGET);

    assertThat(widget.id()).isEqualTo(98520143677L);
    assertThat(widget.topic()).isEqualTo("Launch");
    assertThat(widget.type()).isSameAs(WidgetType.WHENEVER);
    assertThat(widget.typesAllowed()).containsExactly(WidgetType.ONCE, WidgetType.of(8));
    assertThat(widget.startTime()).isEqualTo(OffsetDateTime.parse("2026-11-22T09:30Z"));
    assertThat(widget.duration()).isEqualTo(45);
    assertThat(widget.price()).isEqualTo(2.5);
    assertThat(widget.isOpen()).isTrue();
    assertThat(widget.birthday()).isEqualTo(LocalDate.of(2026, 1, 2));
    assertThat(widget.size()).isSameAs(WidgetSize.FROM_1_TO_20);
    assertThat(widget.plan()).isSameAs(WidgetPlan.BIG);
    assertThat(widget.kinds()).containsExactly(WidgetKind.SMALL_ONE, WidgetKind.BIG);
    assertThat(widget.weekdays()).containsExactly("2", "4");
    assertThat(widget.rows()).containsExactly(List.of(1, 2), List.of(), List.of(3));
    assertThat(widget.settings())
        .isEqualTo(WidgetSettings.builder().audio("voip").video(false).shared(true).build());
    assertThat(widget.since()).isEqualTo(DateOrDateTime.of(LocalDate.of(2026, 11, 22)));
    assertThat(widget.signIn()).isEqualTo(List.of(Map.of("name", "n")));
    assertThat(widget.spareParts()).isEqualTo(List.of("s", Map.of("name", "n")));
    assertThat(widget.p2pConnection()).isTrue();
    assertThat(widget.default_()).isFalse();
  }

  @Test
  void anEmptyObjectHasNothing() throws IOException {
    assertThat(Json.read(Widget.class, "{}")).isEqualTo(Widget.builder().build());
    assertThat(Json.write(Widget.class, Widget.builder().build())).isEqualTo("{}");
    assertThat(Json.read(Widget.class, "null")).isNull();
    assertThat(Json.read(Widget.class, "''")).isNull();
  }

  @Test
  void keepsFieldsThatTheDescriptionLacks() throws IOException {
    String json =
        "{'id':1,'new_long':9007199254740993,'new_number':1.10,'new_text':'t','new_null':null,"
            + "'new_list':[true,null],'new_object':{'a':{'b':1}}}";

    Widget widget = Json.read(Widget.class, json);

    assertThat(widget.additionalProperties())
        .contains(
            entry("new_long", 9007199254740993L),
            entry("new_number", new BigDecimal("1.10")),
            entry("new_text", "t"),
            entry("new_null", null),
            entry("new_object", Map.of("a", Map.of("b", 1L))));
    assertThat(Json.write(Widget.class, widget)).isEqualTo(json);
    assertThat(widget.toBuilder().id(2L).build().additionalProperties())
        .isEqualTo(widget.additionalProperties());
  }

  @Test
  void allocatesNothingForNoUnknownFields() throws IOException {
    assertThat(Json.read(Widget.class, "{'id':1}").additionalProperties())
        .isSameAs(Json.read(Picture.class, "{}").additionalProperties());
  }

  @Test
  void sendsFieldsThatTheDescriptionLacks() throws IOException {
    Anything anything =
        Anything.builder()
            .additionalProperty("a", List.of(1L, "b"))
            .additionalProperty("c", null)
            .build();

    assertThat(Json.write(Anything.class, anything)).isEqualTo("{'a':[1,'b'],'c':null}");
  }

  @Test
  void aPageHasItsItems() throws IOException {
    WidgetPage page =
        Json.read(WidgetPage.class, "{'next_page_token':'t','widgets':[{'id':1},null,{'id':2}]}");

    assertThat(page.items()).extracting("id").containsExactly(1L, 2L);
    assertThat(page.nextPageToken()).isEqualTo("t");
    assertThat(page.pageCount()).isNull();
  }

  @Test
  void aPageWithoutItsListHasNoItems() throws IOException {
    assertThat(Json.read(WidgetPage.class, "{}").items()).isEmpty();
    assertThat(Json.read(PartReport.class, "{}").items()).isEmpty();
    assertThat(Json.read(PartReport.class, "{'past_parts':{}}").items()).isEmpty();
  }

  @Test
  void aPageMayHaveItsItemsInside() throws IOException {
    PartReport page =
        Json.read(
            PartReport.class,
            "{'past_parts':{'page_number':2,'page_count':3,'parts':[{'name':'n'}]}}");

    assertThat(page.items()).extracting("name").containsExactly("n");
    assertThat(page.pageNumber()).isEqualTo(2);
    assertThat(page.pageCount()).isEqualTo(3);
    assertThat(page.nextPageToken()).isNull();
  }

  @Test
  void listsOfModelsDropNull() throws IOException {
    List<Picture> pictures =
        Json.<List<Picture>>adapter(Types.newParameterizedType(List.class, Picture.class))
            .fromJson("[{\"id\":\"a\"},null]");

    assertThat(pictures).containsExactly(Picture.builder().id("a").build());
  }

  @Test
  void theLastOfTwoFieldsOfOneNameCounts() throws IOException {
    assertThat(Json.read(Picture.class, "{'id':'a','id':'b'}").id()).isEqualTo("b");
  }

  @Test
  void readsTextWithEscapes() throws IOException {
    String json = "{'topic':'\\u00e4\\n\\\\ \\ud83d\\ude00 \\u2028'}";

    Widget widget = Json.read(Widget.class, json);

    assertThat(widget.topic()).isEqualTo("ä\n\\ 😀 \u2028");
    assertThat(Json.read(Widget.class, Json.write(Widget.class, widget))).isEqualTo(widget);
  }
}
