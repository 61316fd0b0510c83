/**
 * JSON of the generated client beside what a user would pick instead: the stock openapi-generator
 * clients for Gson and Jackson, generated from the same description, and Moshi by reflection.
 */
package dev.zoomkit.benchmarks;
