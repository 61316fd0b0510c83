/**
 * The generators, as openapi-generator knows them: their options, their files and templates, and
 * which of openapi-generator's methods leads to which package. {@code read} turns a description
 * into the classes of {@code java}, and {@code print} turns those into what the templates print.
 * What a description means and how Java looks do not belong here.
 */
package dev.zoomkit.generator;
