/**
 * What will be written, in the words of Java: models, properties, enumerations, operations, types,
 * names, signatures and the prose of Javadoc. Knows neither OpenAPI documents nor templates.
 */
package dev.zoomkit.generator.java;
