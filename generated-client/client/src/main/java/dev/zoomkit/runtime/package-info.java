/** What the generated interfaces, models and adapters have in common. */
@NullMarked
package dev.zoomkit.runtime;

import org.jspecify.annotations.NullMarked;
