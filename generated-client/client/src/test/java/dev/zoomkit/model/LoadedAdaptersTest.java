package dev.zoomkit.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.squareup.moshi.JsonAdapter;
import com.squareup.moshi.Moshi;
import dev.zoomkit.runtime.json.SentBack;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** There are hundreds of adapters, and a program uses a few of them. */
class LoadedAdaptersTest {

  @Test
  void anAdapterIsLoadedWhenItIsFirstUsed() throws Exception {
    try (Recorder recorder = new Recorder()) {
      Class<?> json = recorder.loadClass(ZoomJson.class.getName());
      JsonAdapter.Factory factory = (JsonAdapter.Factory) json.getMethod("factory").invoke(null);
      Class<?> page = recorder.loadClass(WebinarPage.class.getName());

      assertThat(factory.create(page, Set.of(), new Moshi.Builder().build())).isNotNull();

      assertThat(recorder.loaded)
          .filteredOn(name -> name.endsWith("JsonAdapter"))
          .containsExactly("dev.zoomkit.model.WebinarPageJsonAdapter");
    }
  }

  @Test
  void theRequestThatAResponseBecomesIsLoadedWhenItIsWanted() throws Exception {
    try (Recorder recorder = new Recorder()) {
      Class<?> json = recorder.loadClass(ZoomJson.class.getName());
      JsonAdapter.Factory factory = (JsonAdapter.Factory) json.getMethod("factory").invoke(null);
      Class<?> meeting = recorder.loadClass(Meeting.class.getName());
      JsonAdapter<?> codec = factory.create(meeting, Set.of(), new Moshi.Builder().build());

      Object read = codec.fromJson("{\"id\": 1, \"topic\": \"Launch\", \"newer\": true}");

      String request = UpdateMeetingRequest.class.getName();
      String maker = SentBack.class.getName();
      assertThat(recorder.loaded).isNotEmpty().doesNotContain(request, maker);

      meeting.getMethod("toRequest").invoke(read);

      assertThat(recorder.loaded).contains(request, maker);
    }
  }

  /** Loads the classes of the client anew, and notes which. */
  private static final class Recorder extends URLClassLoader {
    private final List<String> loaded = new ArrayList<>();

    Recorder() {
      super(
          new URL[] {ZoomJson.class.getProtectionDomain().getCodeSource().getLocation()},
          ZoomJson.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (!name.startsWith("dev.zoomkit.")) {
        return super.loadClass(name, resolve);
      }
      synchronized (getClassLoadingLock(name)) {
        Class<?> known = findLoadedClass(name);
        return known == null ? findClass(name) : known;
      }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      loaded.add(name);
      return super.findClass(name);
    }
  }
}
