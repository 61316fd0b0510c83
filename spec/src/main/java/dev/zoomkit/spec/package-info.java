/**
 * The description of Zoom's master-account API as {@code zoom.json} and {@code zoom.yaml}. The
 * classes here make the two; the jar ships the data only.
 */
package dev.zoomkit.spec;
