package dev.zoomkit.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.model.WebinarPage;
import dev.zoomkit.model.ZoomJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import okio.Buffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From bytes to a page and back, each library fed the way its Retrofit converter feeds it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class PageOfWebinars {

  private final byte[] json = WebinarPages.json();
  private final Gson gson = new stock.gson.JSON().getGson();
  private final ObjectMapper jackson = new stock.jackson.JSON().getMapper();
  private final JsonAdapter<WebinarPage> zoomkit =
      new Moshi.Builder().add(ZoomJson.factory()).build().adapter(WebinarPage.class);
  private final JsonAdapter<ReflectiveWebinarPage> reflective =
      new Moshi.Builder()
          .add(new ReflectiveWebinarPage.Times())
          .build()
          .adapter(ReflectiveWebinarPage.class);

  private stock.gson.model.WebinarPage gsonPage;
  private stock.jackson.model.WebinarPage jacksonPage;
  private WebinarPage zoomkitPage;
  private ReflectiveWebinarPage reflectivePage;

  /** Decodes the page once with each, and fails unless all of them see the same 300 webinars. */
  @Setup
  public void decodeOnce() throws IOException {
    gsonPage = decodeGson();
    jacksonPage = decodeJackson();
    zoomkitPage = decodeZoomkit();
    reflectivePage = decodeReflective();
    int last = 299;
    String seen = gsonPage.getWebinars().get(last).getStartTime().toString();
    if (!jacksonPage.getWebinars().get(last).getStartTime().toString().equals(seen)
        || !zoomkitPage.items().get(last).startTime().toString().equals(seen)
        || !reflectivePage.webinars.get(last).startTime.toString().equals(seen)) {
      throw new IllegalStateException("The libraries disagree about the last webinar's start");
    }
  }

  @Benchmark
  public WebinarPage decodeZoomkit() throws IOException {
    return zoomkit.fromJson(new Buffer().write(json));
  }

  @Benchmark
  public stock.gson.model.WebinarPage decodeGson() {
    return gson.fromJson(
        new InputStreamReader(new ByteArrayInputStream(json), StandardCharsets.UTF_8),
        stock.gson.model.WebinarPage.class);
  }

  @Benchmark
  public stock.jackson.model.WebinarPage decodeJackson() throws IOException {
    return jackson.readValue(json, stock.jackson.model.WebinarPage.class);
  }

  @Benchmark
  public ReflectiveWebinarPage decodeReflective() throws IOException {
    return reflective.fromJson(new Buffer().write(json));
  }

  @Benchmark
  public Buffer encodeZoomkit() throws IOException {
    Buffer sink = new Buffer();
    zoomkit.toJson(sink, zoomkitPage);
    return sink;
  }

  @Benchmark
  public Buffer encodeGson() throws IOException {
    Buffer sink = new Buffer();
    try (Writer writer = new OutputStreamWriter(sink.outputStream(), StandardCharsets.UTF_8)) {
      gson.toJson(gsonPage, writer);
    }
    return sink;
  }

  @Benchmark
  public byte[] encodeJackson() throws IOException {
    return jackson.writeValueAsBytes(jacksonPage);
  }

  @Benchmark
  public Buffer encodeReflective() throws IOException {
    Buffer sink = new Buffer();
    reflective.toJson(sink, reflectivePage);
    return sink;
  }
}
