package dev.zoomkit.published;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApiTextTest {

  @Test
  void saysAllThatCallersCanReferTo() {
    assertThat(linesOf(Sample.class))
        .containsExactly(
            "@Deprecated public abstract static class Sample<T extends Comparable<T>>"
                + " implements AutoCloseable",
            "protected new(@Nullable String name)",
            "public static final int LIMIT = 300",
            "public static final String NAME = \"a name\"",
            "public static final Object NO_CONSTANT",
            "public void close() throws IOException",
            "public void inherited()",
            "public @Nullable T lists(List<@Nullable String> each, String @Nullable [] all)",
            "public abstract <R> R maps(Function<? super T, ? extends R> change, int... more)");
  }

  @Test
  void saysWhatAnImplementationHasToHave() {
    assertThat(linesOf(Shape.class))
        .containsExactly(
            "@FunctionalInterface public interface Shape extends Runnable",
            "default int sides()",
            "static Shape square()");
  }

  @Test
  void saysWhatIsOneOfFew() {
    assertThat(linesOf(Sum.class)).containsExactly("public sealed(Part) interface Sum");
    assertThat(linesOf(Part.class))
        .containsExactly(
            "public static record Part",
            "public new(Map<String, @Nullable Object> values)",
            "public Map<String, @Nullable Object> values()");
    assertThat(linesOf(Few.class)).containsExactly("public static enum Few", "A", "B");
  }

  private static List<String> linesOf(Class<?> type) {
    return ApiText.of(new PublishedModule("sample", Set.of(type)))
        .lines()
        .skip(2)
        .map(line -> line.strip().replace(type.getCanonicalName(), type.getSimpleName()))
        .toList();
  }

  /** Hidden, but its users inherit from it. */
  abstract static class Parent implements AutoCloseable {
    public void inherited() {}

    void packagePrivate() {}

    @Override
    public void close() throws IOException {}
  }

  @Deprecated
  public abstract static class Sample<T extends Comparable<T>> extends Parent {
    public static final int LIMIT = 300;
    public static final String NAME = "a name";
    public static final Object NO_CONSTANT = new Object();

    protected Sample(@Nullable String name) {}

    public @Nullable T lists(List<@Nullable String> each, String @Nullable [] all) {
      return null;
    }

    public abstract <R> R maps(Function<? super T, ? extends R> change, int... more);

    private void hidden() {}

    @Override
    public String toString() {
      hidden();
      return "";
    }
  }

  @FunctionalInterface
  public interface Shape extends Runnable {
    default int sides() {
      return 4;
    }

    static Shape square() {
      return () -> {};
    }
  }

  public sealed interface Sum permits Part {}

  public record Part(Map<String, @Nullable Object> values) implements Sum {}

  public enum Few {
    B,
    A
  }
}
