/**
 * Writes down what a client sends and receives, with other values in the place of secrets and
 * personal data.
 */
@NullMarked
package dev.zoomkit.record;

import org.jspecify.annotations.NullMarked;
