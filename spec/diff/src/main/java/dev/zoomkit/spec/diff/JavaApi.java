package dev.zoomkit.spec.diff;

import japicmp.cmp.JApiCmpArchive;
import japicmp.cmp.JarArchiveComparator;
import japicmp.cmp.JarArchiveComparatorOptions;
import japicmp.cmp.JarArchiveComparatorOptions.ClassPathMode;
import japicmp.model.JApiChangeStatus;
import japicmp.model.JApiClass;
import japicmp.model.JApiCompatibilityChange;
import japicmp.model.JApiCompatibilityChangeType;
import japicmp.model.JApiField;
import japicmp.model.JApiMethod;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What japicmp finds between the generated classes of two descriptions. */
final class JavaApi {
  private JavaApi() {}

  /**
   * Compares two jars of generated classes. Nobody implements their interfaces, so that a method
   * more breaks nobody.
   *
   * @param classPath what both refer to besides
   */
  static List<JavaFinding> compare(Path base, Path now, String classPath) {
    JarArchiveComparatorOptions options = new JarArchiveComparatorOptions();
    options.setClassPathMode(ClassPathMode.TWO_SEPARATE_CLASSPATHS);
    List<String> entries = Arrays.asList(classPath.split(File.pathSeparator));
    options.setOldClassPath(entries);
    options.setNewClassPath(entries);
    options.setNoAnnotations(true);
    options.getIgnoreMissingClasses().setIgnoreAllMissingClasses(true);
    List<JavaFinding> findings = new ArrayList<>();
    for (JApiClass type :
        new JarArchiveComparator(options)
            .compare(
                new JApiCmpArchive(base.toFile(), "base"),
                new JApiCmpArchive(now.toFile(), "now"))) {
      find(type, findings);
    }
    return findings;
  }

  private static void find(JApiClass type, List<JavaFinding> findings) {
    String whole = type.getFullyQualifiedName();
    String packageName = whole.substring(0, whole.lastIndexOf('.'));
    String name = whole.substring(whole.lastIndexOf('.') + 1);
    String owner = name.contains("$") ? name.substring(0, name.indexOf('$')) : name;
    String last = packageName.substring(packageName.lastIndexOf('.') + 1);
    String shown = name.replace('$', '.');
    Set<Break> breaks = breaks(type.getCompatibilityChanges());
    if (type.getChangeStatus() == JApiChangeStatus.REMOVED) {
      findings.add(new JavaFinding(owner, last, "", shown, "java-class-removed", breaks));
      return;
    }
    if (!breaks.isEmpty()) {
      findings.add(new JavaFinding(owner, last, "", shown, "java-type-changed", breaks));
    }
    for (JApiMethod method : type.getMethods()) {
      Set<Break> found = breaks(method.getCompatibilityChanges());
      if (!found.isEmpty()) {
        String text = shown + "." + signature(method);
        boolean gone = method.getChangeStatus() == JApiChangeStatus.REMOVED;
        String rule = gone ? "java-method-removed" : changed(found);
        findings.add(new JavaFinding(owner, last, method.getName(), text, rule, found));
      }
    }
    for (JApiField field : type.getFields()) {
      Set<Break> found = breaks(field.getCompatibilityChanges());
      if (!found.isEmpty()) {
        String text = shown + "." + field.getName();
        boolean gone = field.getChangeStatus() == JApiChangeStatus.REMOVED;
        String rule = gone ? "java-field-removed" : changed(found);
        findings.add(new JavaFinding(owner, last, field.getName(), text, rule, found));
      }
    }
  }

  private static String changed(Set<Break> breaks) {
    if (breaks.size() > 1) {
      return "java-type-changed";
    }
    return breaks.contains(Break.SOURCE) ? "java-source-changed" : "java-binary-changed";
  }

  private static Set<Break> breaks(List<JApiCompatibilityChange> changes) {
    Set<Break> breaks = EnumSet.noneOf(Break.class);
    for (JApiCompatibilityChange change : changes) {
      JApiCompatibilityChangeType type = change.getType();
      if (type != JApiCompatibilityChangeType.METHOD_ADDED_TO_INTERFACE
          && type != JApiCompatibilityChangeType.METHOD_NEW_DEFAULT) {
        if (!change.isSourceCompatible()) {
          breaks.add(Break.SOURCE);
        }
        if (!change.isBinaryCompatible()) {
          breaks.add(Break.BINARY);
        }
      }
    }
    return breaks;
  }

  private static String signature(JApiMethod method) {
    String parameters =
        method.getParameters().stream()
            .map(parameter -> simple(parameter.getType()))
            .collect(Collectors.joining(", ", "(", ")"));
    String old = simple(method.getReturnType().getOldReturnType());
    return method.getName() + parameters + ": " + old;
  }

  private static String simple(String type) {
    return type.replaceAll("[\\w.]*\\.", "").replace('$', '.');
  }
}
