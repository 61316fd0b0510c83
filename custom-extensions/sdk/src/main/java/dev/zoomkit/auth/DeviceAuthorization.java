package dev.zoomkit.auth;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a device without a browser shows its user, who authorises the app on another one (RFC 8628).
 * Immutable and thread-safe; {@link #toString()} shows no code.
 */
public final class DeviceAuthorization {

  private final String deviceCode;
  private final String userCode;
  private final URI verificationUri;
  private final @Nullable URI verificationUriComplete;
  private final Instant expiresAt;
  private final Duration interval;

  DeviceAuthorization(
      String deviceCode,
      String userCode,
      URI verificationUri,
      @Nullable URI verificationUriComplete,
      Instant expiresAt,
      Duration interval) {
    this.deviceCode = deviceCode;
    this.userCode = userCode;
    this.verificationUri = verificationUri;
    this.verificationUriComplete = verificationUriComplete;
    this.expiresAt = expiresAt;
    this.interval = interval;
  }

  String deviceCode() {
    return deviceCode;
  }

  Duration interval() {
    return interval;
  }

  /** What the user types in at {@link #verificationUri()}. */
  public String userCode() {
    return userCode;
  }

  /** Where the user goes with a browser. */
  public URI verificationUri() {
    return verificationUri;
  }

  /** The same with the code in it, for a QR code; null where Zoom gives none. */
  public @Nullable URI verificationUriComplete() {
    return verificationUriComplete;
  }

  /** Until when the user can, by the client's clock: usually 15 minutes after the beginning. */
  public Instant expiresAt() {
    return expiresAt;
  }

  @Override
  public String toString() {
    return "DeviceAuthorization[%s, expiresAt=%s]".formatted(verificationUri, expiresAt);
  }
}
