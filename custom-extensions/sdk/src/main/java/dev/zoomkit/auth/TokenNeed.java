package dev.zoomkit.auth;

/** Why a token is asked for. */
public enum TokenNeed {
  /** There is none yet. */
  FIRST,
  /** The last one is near its end, or past it. */
  ENDING,
  /** Zoom refused the last one, though its end had not come. */
  REFUSED
}
