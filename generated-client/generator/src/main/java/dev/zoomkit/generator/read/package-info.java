/**
 * Reads the description: operations, parameters, bodies, responses, pages, schemas, limits and x-
 * keys, and all that cannot be expressed in Java, told at once. The only room that knows the
 * classes of OpenAPI documents. How Java is written does not belong here.
 */
package dev.zoomkit.generator.read;
