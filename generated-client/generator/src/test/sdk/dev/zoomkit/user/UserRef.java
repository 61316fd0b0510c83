package dev.zoomkit.user;

/** What the facade takes for a user. */
public interface UserRef {
  String value();
}
