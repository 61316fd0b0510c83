/**
 * The OpenAPI description as the mock reads it: operations, parameters, bodies, schemas, and the
 * JSON and the spelling of names that this takes. It knows nothing of the mock.
 */
@NullMarked
package dev.zoomkit.mock.description;

import org.jspecify.annotations.NullMarked;
