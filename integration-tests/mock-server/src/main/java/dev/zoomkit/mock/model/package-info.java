/**
 * What the description tells of where things live: which collections and documents there are, and
 * which of them an operation acts on. No data belong here, only what is read off paths and schemas.
 */
@NullMarked
package dev.zoomkit.mock.model;

import org.jspecify.annotations.NullMarked;
