/**
 * The generators, as openapi-generator knows them. Here belongs what they tell it: the options, the
 * files and the templates, and which of its methods leads to which room. Below are three rooms:
 * {@code read} makes of the description what {@code java} has the words for, and {@code print}
 * makes of that what the templates print. What a description or a Java file says does not belong
 * here.
 */
package dev.zoomkit.generator;
