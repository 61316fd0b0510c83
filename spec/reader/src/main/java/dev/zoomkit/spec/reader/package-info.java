/**
 * The one reader of the bundle: operations, parameters, bodies, schemas, and the JSON and the
 * spelling of names that this takes. The contract check alone has a reader of its own, so that it
 * does not share our mistakes.
 */
@NullMarked
package dev.zoomkit.spec.reader;

import org.jspecify.annotations.NullMarked;
