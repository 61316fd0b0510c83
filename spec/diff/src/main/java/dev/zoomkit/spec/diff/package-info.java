/**
 * What changed for callers between two editions of the description and the APIs generated from
 * them. {@code Comparison} walks the two documents and reports each difference by the rule of
 * {@code rules.txt} that it falls under; {@code JavaApi} has japicmp compare the generated classes,
 * and adds what no rule foresaw.
 */
@NullMarked
package dev.zoomkit.spec.diff;

import org.jspecify.annotations.NullMarked;
