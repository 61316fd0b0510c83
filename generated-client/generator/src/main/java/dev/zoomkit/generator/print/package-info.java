/**
 * What the templates print: one view for each template, with its imports and Javadoc. A view
 * decides nothing about the API: what it needs to know is in {@code java}. Where that was read does
 * not belong here.
 */
package dev.zoomkit.generator.print;
