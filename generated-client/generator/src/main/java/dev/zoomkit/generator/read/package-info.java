/**
 * Reads the description: operations, parameters, bodies, responses, pages, schemas, limits and x-
 * keys. Collects everything that Java cannot express and reports it in one go. This is the only
 * package that knows the classes of OpenAPI documents. How Java is written does not belong here.
 */
package dev.zoomkit.generator.read;
