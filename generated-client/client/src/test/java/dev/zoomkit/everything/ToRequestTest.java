package dev.zoomkit.everything;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.everything.model.PictureInput;
import dev.zoomkit.everything.model.UpdateWidgetRequest;
import dev.zoomkit.everything.model.Widget;
import dev.zoomkit.everything.model.WidgetPlan;
import dev.zoomkit.everything.model.WidgetSettings;
import dev.zoomkit.value.StartTime;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read goes back as a request that has all that can be set, and nothing else. */
class ToRequestTest {

  private static UpdateWidgetRequest request(String json) throws IOException {
    return widget(json).toRequest();
  }

  /** Read as the client reads, which is not strictly. */
  private static Widget widget(String json) throws IOException {
    return Json.<Widget>adapter(Widget.class).fromJson(json.replace('\'', '"'));
  }

  private static String json(UpdateWidgetRequest request) throws IOException {
    return Json.write(UpdateWidgetRequest.class, request);
  }

  @Test
  void whatBothHaveGoesBack() throws IOException {
    Widget read = widget("{'id':1,'topic':'Launch','names':['a','b']}");

    assertThat(read.toRequest())
        .isEqualTo(UpdateWidgetRequest.builder().topic("Launch").names(List.of("a", "b")).build());
  }

  @Test
  void absentStaysAbsentAndEmptyTextStaysEmpty() throws IOException {
    assertThat(json(request("{'id':1}"))).isEqualTo("{}");
    assertThat(json(request("{'id':1,'topic':''}"))).isEqualTo("{'topic':''}");
  }

  @Test
  void aMomentBecomesAStartTime() throws IOException {
    Widget read = widget("{'start_time':'2027-03-25T11:30:00Z','timezone':'Asia/Tokyo'}");

    UpdateWidgetRequest request = read.toRequest();

    assertThat(request.startTime()).isEqualTo(StartTime.parse("2027-03-25T11:30:00Z"));
    assertThat(request.timezone()).isEqualTo("Asia/Tokyo");
  }

  @Test
  void aCodeBecomesAnEnumeration() throws IOException {
    assertThat(request("{'licence':72057594037927940}").licence()).isEqualTo(WidgetPlan.BIG);
    assertThat(request("{'licence':4}").licence()).isEqualTo(WidgetPlan.of(4));
  }

  @Test
  void objectsInListsBecomeThoseOfTheRequest() throws IOException {
    Widget read = widget("{'pictures':[{'id':'a','file_type':'BIG','file_size':7}]}");

    assertThat(read.toRequest().pictures())
        .containsExactly(PictureInput.builder().id("a").fileSize(7.0).build());
  }

  @Test
  void whatIsReadOnlyIsLeftOutAtAnyDepth() throws IOException {
    Widget read = widget("{'is_open':true,'settings':{'audio':'loud','viewers':3,'newer':1}}");

    UpdateWidgetRequest request = read.toRequest();

    assertThat(request.isOpen()).isNull();
    assertThat(request.settings()).isEqualTo(WidgetSettings.builder().audio("loud").build());
    assertThat(read.settings().viewers()).isEqualTo(3);
  }

  @Test
  void whatTheDescriptionLacksIsLeftOut() throws IOException {
    Widget read = widget("{'topic':'a','newer':{'b':[1]},'agenda':'unknown here'}");

    assertThat(json(read.toRequest())).isEqualTo("{'topic':'a'}");
  }

  /** A list without the item that was not understood would take that away. */
  @Test
  void aValueOfAnotherTypeIsLeftOutAsAWhole() throws IOException {
    Widget read = widget("{'topic':{'a':1},'names':['a',{'b':2}],'timezone':'UTC'}");
    assertThat(read.names()).containsExactly("a");

    assertThat(json(read.toRequest())).isEqualTo("{'timezone':'UTC'}");
  }

  @Test
  void aValueThatTheRequestNeedsIsNamed() throws IOException {
    Widget read = widget("{'pictures':[{'id':'a'},{'file_size':7}]}");

    assertThatThrownBy(read::toRequest)
        .isInstanceOf(IllegalStateException.class)
        .hasMessage(
            "This Widget cannot be sent back. PictureInput needs id; it was not set. At path"
                + " $.pictures[1]. Set it first, with toBuilder().");
    assertThat(read.toBuilder().pictures(null).build().toRequest())
        .isEqualTo(UpdateWidgetRequest.builder().build());
  }

  @Test
  void aSecretGoesBackAsItWasReadAndStaysHidden() throws IOException {
    UpdateWidgetRequest request = request("{'start_url':'https://z.us/s/1'}");

    assertThat(request.startUrl()).isEqualTo("https://z.us/s/1");
    assertThat(request.toString()).doesNotContain("z.us");
  }
}
