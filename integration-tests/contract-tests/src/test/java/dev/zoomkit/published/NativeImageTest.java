package dev.zoomkit.published;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.value.PagedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleReader;
import java.lang.module.ModuleReference;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** What GraalVM's native images are told of client and SDK, held against what these do. */
class NativeImageTest {

  private static final String ROOM = "META-INF/native-image/";

  /** What looks classes, members and resources up by something that is known at run time only. */
  private static final Pattern LOOK_UP =
      Pattern.compile(
          "java\\.lang\\.Class\\.(forName|get(Declared)?(Constructor|Field|Method)s?|getResource.*|newInstance)"
              + "|java\\.lang\\.ClassLoader\\.(getResource.*|loadClass)"
              + "|java\\.lang\\.invoke\\.MethodHandles\\$Lookup\\.find.*"
              + "|java\\.lang\\.reflect\\.(Constructor\\.newInstance|Method\\.invoke|Proxy\\.newProxyInstance)"
              + "|java\\.util\\.(ServiceLoader\\.load|ResourceBundle\\.getBundle)"
              + "|retrofit2\\.Retrofit\\.create");

  private static final List<ModuleReader> MODULES =
      Stream.of(PagedResponse.class, ZoomClient.class)
          .map(PublishedModule::module)
          .map(NativeImageTest::open)
          .toList();

  private static final JavaClasses CODE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.zoomkit")
          .that(DescribedPredicate.describe("of client and SDK", NativeImageTest::isOfClientOrSdk));

  @Test
  void interfacesThatRetrofitImplementsAreProxiesWithTheirMethods() {
    Set<String> interfaces =
        CODE.stream()
            .filter(type -> type.isInterface() && !type.isAnnotation() && isForRetrofit(type))
            .map(JavaClass::getName)
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(interfaces).hasSizeGreaterThan(15);
    assertThat(facts("/type/proxy/0")).containsExactlyInAnyOrderElementsOf(interfaces);
    assertThat(methodsOf()).containsAll(interfaces);
  }

  private static boolean isForRetrofit(JavaClass type) {
    return type.getMethods().stream()
        .flatMap(method -> method.getAnnotations().stream())
        .anyMatch(one -> one.getRawType().getPackageName().equals("retrofit2.http"));
  }

  @Test
  void filesThatAreNoClassesAreResources() throws IOException {
    Set<String> files = new TreeSet<>(Set.of("dev/zoomkit/spec/zoom.json"));
    for (ModuleReader module : MODULES) {
      module
          .list()
          .filter(file -> !file.endsWith(".class") && !file.endsWith("/"))
          .filter(file -> !file.startsWith("META-INF/"))
          .forEach(files::add);
    }

    assertThat(metadata().flatMap(one -> texts(one.path("resources"), "/glob")))
        .containsExactlyInAnyOrderElementsOf(files);
  }

  /** Whoever looks something up elsewhere has to say so to native images, and then here. */
  @Test
  void nothingElseIsLookedUp() {
    Set<String> callers =
        CODE.stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(access -> LOOK_UP.matcher(target(access.getTarget().getFullName())).matches())
            .map(access -> access.getOrigin().getOwner())
            .map(owner -> owner.getName().replaceFirst("\\$.*", ""))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(callers)
        .containsExactly(
            "dev.zoomkit.auth.JdbcTokenStore", // token-store.sql
            "dev.zoomkit.internal.ArgumentCheck", // a proxy of a raw interface
            "dev.zoomkit.internal.Described", // the methods of all raw interfaces
            "dev.zoomkit.internal.SharedApis", // a raw interface for Retrofit
            "dev.zoomkit.internal.http.Operation", // the methods of a raw interface
            "dev.zoomkit.internal.http.Undescribed", // its own method
            "dev.zoomkit.internal.json.OtherModels", // what reads the models of somebody's
            // interfaces
            "dev.zoomkit.internal.rate.Gates", // the methods of a raw interface
            "dev.zoomkit.internal.thread.Threads", // the makers of virtual threads
            "dev.zoomkit.record.Marks", // zoom.json
            "dev.zoomkit.scope.KnownOperations"); // the methods of all raw interfaces
  }

  private static String target(String fullName) {
    return fullName.replaceFirst("\\(.*", "");
  }

  private static boolean isOfClientOrSdk(JavaClass type) {
    return MODULES.stream().anyMatch(module -> has(module, type.getName()));
  }

  private static boolean has(ModuleReader module, String className) {
    try {
      return module.find(className.replace('.', '/') + ".class").isPresent();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<String> methodsOf() {
    return metadata()
        .flatMap(one -> StreamSupport.stream(one.path("reflection").spliterator(), false))
        .filter(entry -> entry.path("allPublicMethods").asBoolean())
        .map(entry -> entry.path("type").asText())
        .collect(Collectors.toSet());
  }

  private static List<String> facts(String pointer) {
    return metadata().flatMap(one -> texts(one.path("reflection"), pointer)).toList();
  }

  private static Stream<String> texts(JsonNode entries, String pointer) {
    return StreamSupport.stream(entries.spliterator(), false)
        .map(entry -> entry.at(pointer))
        .filter(JsonNode::isTextual)
        .map(JsonNode::asText);
  }

  private static Stream<JsonNode> metadata() {
    return MODULES.stream().map(NativeImageTest::metadata);
  }

  private static JsonNode metadata(ModuleReader module) {
    try {
      List<String> files = module.list().filter(NativeImageTest::isMetadata).toList();
      assertThat(files).hasSize(1);
      try (InputStream file = module.open(files.get(0)).orElseThrow()) {
        return new ObjectMapper().readTree(file);
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isMetadata(String file) {
    return file.startsWith(ROOM) && file.endsWith("/reachability-metadata.json");
  }

  private static ModuleReader open(ModuleReference module) {
    try {
      return module.open();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
