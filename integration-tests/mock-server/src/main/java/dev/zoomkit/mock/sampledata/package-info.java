/**
 * Made-up values: identifiers, dates, links, and responses out of schemas and examples. It knows
 * schemas and JSON, and nothing of what exists.
 */
@NullMarked
package dev.zoomkit.mock.sampledata;

import org.jspecify.annotations.NullMarked;
