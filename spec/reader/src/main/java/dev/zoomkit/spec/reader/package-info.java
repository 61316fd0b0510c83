/**
 * The one reader of the bundle: operations, parameters, bodies, schemas, and the JSON and the
 * spelling of names that this takes. {@link dev.zoomkit.spec.reader.OpenApiDocument} follows
 * references and compositions in any document, {@link dev.zoomkit.spec.reader.ApiDescription} reads
 * one that has no gaps, and {@link dev.zoomkit.spec.reader.SourceFiles} knows the files that the
 * bundle is made of. The contract check alone has a reader of its own, so that it does not share
 * our mistakes.
 *
 * <p>What reads schemas in its own way does so for a reason. The house rules keep gaps, which
 * nobody can know anything about, and look at each part of a schema where it is written; here,
 * {@link dev.zoomkit.spec.reader.MergedSchema} makes one of them all. The diff keeps apart what a
 * schema states and what its components state, so that a change is told once, at the component. The
 * drift makes plain schemas of whatever Zoom publishes, Swagger 2.0 and lists of types among it,
 * and ours have to go the same way to be held against them; it reads our files, and the house rules
 * do, because drafts and findings are about files. The walks over all that stands below a schema
 * are apart, too: the rules leave out what the bundler repeats, the diff stops at each component.
 */
@NullMarked
package dev.zoomkit.spec.reader;

import org.jspecify.annotations.NullMarked;
