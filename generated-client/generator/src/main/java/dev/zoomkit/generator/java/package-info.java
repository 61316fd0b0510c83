/**
 * What will be written, in the words of Java: models, properties, enumerations, operations, types,
 * names, signatures and the prose of Javadoc. OpenAPI documents and templates do not belong here.
 */
package dev.zoomkit.generator.java;
