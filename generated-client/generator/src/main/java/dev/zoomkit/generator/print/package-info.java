/**
 * What the templates print: a view for each template, with imports and Javadoc. Decides nothing
 * about the API; what it needs to know stands in {@code java}. Does not know where that was read.
 */
package dev.zoomkit.generator.print;
