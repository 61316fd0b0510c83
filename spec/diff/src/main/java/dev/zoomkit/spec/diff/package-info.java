/**
 * What changed for callers between two editions of the description and the APIs generated from
 * them. {@code Comparison} walks the two documents and reports each difference by the rule of
 * {@code rules.txt} that it falls under; {@code JavaApi} has japicmp compare the generated classes,
 * and {@code Explanations} adds what no rule foresaw. {@code OldCode} compiles what was written
 * against the base, and {@code BrokenCode} adds what no longer compiles for another reason.
 *
 * <p>openapi-diff-core 2.1.7 was tried and left out (2026-11-29). Of the 466 changes of the tests'
 * table it classes 206 as the table does, sees no difference in 186, and calls 152 breaks
 * compatible or does not see them: it knows no x- key, no renamed schema or operation, and judges
 * responses by what holds of requests. The rules have to cover each keyword in both directions
 * anyway, because each rule needs its mirror, so that it would add nothing but 55 jars of 18 MB.
 */
@NullMarked
package dev.zoomkit.spec.diff;

import org.jspecify.annotations.NullMarked;
