package dev.zoomkit.spec.diff;

import java.util.Set;

/**
 * A break that japicmp has found.
 *
 * @param owner the simple name of the class, without those that it stands in
 * @param packageName the last part of the package: {@code model}, {@code api}, {@code operations}
 * @param member the name of the method or field; empty for the class as a whole
 * @param text the whole of it as a person writes it, such as {@code Widget.topic(): String}
 * @param rule the rule for it where no change of the description explains it
 * @param breaks what it breaks
 */
record JavaFinding(
    String owner, String packageName, String member, String text, String rule, Set<Break> breaks) {}
