package dev.zoomkit.auth;

import dev.zoomkit.annotation.Secret;
import dev.zoomkit.runtime.Arguments;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * One way of one user to Zoom's page of consent and back, with a state of its own and PKCE (RFC
 * 7636, {@code S256}). It belongs in that user's session, and nowhere else: whoever has it and the
 * callback gets the grant. Immutable and thread-safe; {@link #toString()} shows nothing.
 */
public final class AuthorizationRequest {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 32;

  private final URI url;
  private final String state;
  private final String verifier;

  private AuthorizationRequest(URI url, String state, String verifier) {
    this.url = url;
    this.state = state;
    this.verifier = verifier;
  }

  static AuthorizationRequest of(OAuthApp app) {
    String state = random();
    String verifier = random();
    return new AuthorizationRequest(app.consentUrl(state, challenge(verifier)), state, verifier);
  }

  /**
   * The request that was kept as {@link #text()}.
   *
   * @throws IllegalArgumentException if the text is none; the message does not show it
   */
  public static AuthorizationRequest parse(String text) {
    Arguments.requireText("AuthorizationRequest", "text", text);
    String[] parts = text.split(" ", -1);
    try {
      URI url = parts.length == 2 ? new URI(parts[1]) : URI.create("");
      String state = Query.of(url).get("state");
      if (state != null && parts[0].matches("[\\w-]{43,128}")) {
        return new AuthorizationRequest(url, state, parts[0]);
      }
    } catch (URISyntaxException noUrl) {
      // Refused below, without the text.
    }
    throw Arguments.unfit("AuthorizationRequest", "text", "that AuthorizationRequest.text() gave.");
  }

  /** Where to send the user's browser: Zoom's page of consent. */
  public URI url() {
    return url;
  }

  /**
   * The whole request as a text of about 400 ASCII characters, to be kept in a session that lives
   * elsewhere. A secret.
   */
  public String text() {
    return verifier + " " + url;
  }

  String verifier() {
    return verifier;
  }

  /** Takes the same time wherever the two differ. */
  boolean hasState(String other) {
    return MessageDigest.isEqual(bytes(state), bytes(other));
  }

  private static String random() {
    byte[] bytes = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(bytes);
    return base64(bytes);
  }

  private static String challenge(String verifier) {
    try {
      return base64(MessageDigest.getInstance("SHA-256").digest(bytes(verifier)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return "AuthorizationRequest[" + Secret.BLACKED_OUT + "]";
  }
}
