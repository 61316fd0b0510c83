package dev.zoomkit.auth;

import dev.zoomkit.runtime.Arguments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;

/**
 * Keeps contents encrypted and authenticated in another store: AES-GCM, with 96 random bits as the
 * nonce of each writing and a tag of 128 bits (NIST SP 800-38D). The key of the entry is part of
 * what is authenticated, so that no entry passes for another user's.
 */
final class SealedTokenStore implements TokenStore {

  /** The format, which is authenticated as well. */
  private static final String FORMAT = "sealed-1:";

  private static final Set<Integer> AES_KEY_BYTES = Set.of(16, 24, 32);
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private static final SecureRandom RANDOM = new SecureRandom();

  private final TokenStore store;
  private final List<SecretKey> secrets;

  /** With the key for writing before those for reading only. */
  SealedTokenStore(TokenStore store, List<SecretKey> secrets) {
    this.store = store;
    this.secrets = secrets;
    for (SecretKey secret : secrets) {
      byte[] encoded = secret.getEncoded(); // null where it does not leave its device
      if (!secret.getAlgorithm().equals("AES")
          || encoded != null && !AES_KEY_BYTES.contains(encoded.length)) {
        throw Arguments.unfit("TokenStore", "secret key", "for AES, of 16, 24 or 32 bytes.");
      }
    }
  }

  @Override
  public @Nullable Entry load(String key) throws IOException {
    Entry entry = store.load(key);
    return entry == null ? null : new Entry(open(key, entry.content()), entry.version());
  }

  /** Also that of an entry which does not open. */
  @Override
  public long version(String key) throws IOException {
    return store.version(key);
  }

  @Override
  public boolean compareAndSet(String key, long expectedVersion, @Nullable String content)
      throws IOException {
    Stores.check(key, expectedVersion, content);
    return store.compareAndSet(key, expectedVersion, content == null ? null : seal(key, content));
  }

  @Override
  public Lock lock(String key, Duration wait, Duration lease)
      throws IOException, InterruptedException, TimeoutException {
    return store.lock(key, wait, lease);
  }

  private String seal(String key, String content) throws IOException {
    byte[] nonce = new byte[NONCE_BYTES];
    RANDOM.nextBytes(nonce);
    try {
      byte[] sealed =
          cipher(Cipher.ENCRYPT_MODE, secrets.get(0), nonce, key)
              .doFinal(content.getBytes(StandardCharsets.UTF_8));
      byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
      return FORMAT + Base64.getEncoder().encodeToString(all);
    } catch (GeneralSecurityException failure) {
      throw new IOException("AES-GCM does not work with the key of the token store.", failure);
    }
  }

  private String open(String key, String content) throws IOException {
    if (!content.startsWith(FORMAT)) {
      throw new IOException(
          "The entry of %s in the %s is not sealed, but was written by a store without a key."
                  .formatted(key, store)
              + " Remove it there, and have it written anew.");
    }
    byte[] all = decode(content.substring(FORMAT.length()));
    if (all.length >= NONCE_BYTES + TAG_BYTES) {
      for (SecretKey secret : secrets) {
        byte[] opened = open(key, all, secret);
        if (opened != null) {
          return new String(opened, StandardCharsets.UTF_8);
        }
      }
    }
    throw new IOException(
        "The entry of %s in the %s does not open: it is sealed with a key that is not among the %d"
                .formatted(key, store, secrets.size())
            + " given here, is damaged, or was moved here from another entry.");
  }

  private static byte @Nullable [] open(String key, byte[] all, SecretKey secret)
      throws IOException {
    try {
      return cipher(Cipher.DECRYPT_MODE, secret, Arrays.copyOf(all, NONCE_BYTES), key)
          .doFinal(all, NONCE_BYTES, all.length - NONCE_BYTES);
    } catch (AEADBadTagException other) {
      return null;
    } catch (GeneralSecurityException failure) {
      throw new IOException("AES-GCM does not work with a key of the token store.", failure);
    }
  }

  /** Empty if it is no Base64, whose decoder cites what it read. */
  private static byte[] decode(String base64) {
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException damaged) {
      return new byte[0];
    }
  }

  private static Cipher cipher(int mode, SecretKey secret, byte[] nonce, String key)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, secret, new GCMParameterSpec(8 * TAG_BYTES, nonce));
    cipher.updateAAD(Stores.utf16(FORMAT + key));
    return cipher;
  }

  @Override
  public String toString() {
    return store + ", sealed";
  }
}
