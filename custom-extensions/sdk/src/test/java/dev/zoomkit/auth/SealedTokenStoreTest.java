package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.zoomkit.auth.TokenStore.Entry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedTokenStoreTest extends TokenStoreContract {

  private static final SecretKey KEY = aes("0123456789abcdef0123456789abcdef");
  private static final SecretKey NEW_KEY = aes("abcdef0123456789");
  private static final String DOES_NOT_OPEN =
      "The entry of jill in the TokenStore in memory does not open: it is sealed with a key that is"
          + " not among the 1 given here, is damaged, or was moved here from another entry.";

  private final TokenStore inside = TokenStore.inMemory();

  @Override
  TokenStore store() {
    return inside.sealedWith(KEY);
  }

  @Override
  TokenStore reopened() {
    return inside.sealedWith(KEY);
  }

  @Test
  void theStoreBelowSeesNoContent() throws Exception {
    Set<String> sealed = new HashSet<>();
    long version = 0;
    for (int i = 0; i < 100; i++) {
      store().compareAndSet("jill", version, "secret");
      version = store().load("jill").version();
      sealed.add(inside.load("jill").content());
    }

    assertThat(sealed)
        .as("each writing has a nonce of its own")
        .hasSize(100)
        .allMatch(content -> content.startsWith("sealed-1:"))
        .noneMatch(content -> decoded(content).contains("secret"));
  }

  @Test
  void whatDoesNotOpenCanBeReplaced() throws Exception {
    inside.compareAndSet("jill", 0, "not sealed");
    assertThatThrownBy(() -> store().load("jill")).isInstanceOf(IOException.class);

    long version = store().version("jill");
    assertThat(store().compareAndSet("jill", version, "secret")).isTrue();
    assertThat(store().load("jill").content()).isEqualTo("secret");
  }

  @Test
  void anotherKeyDoesNotOpenIt() throws Exception {
    store().compareAndSet("jill", 0, "secret");

    assertRefused(() -> inside.sealedWith(NEW_KEY).load("jill"));
  }

  @Test
  void anEntryOfAnotherUserIsRefused() throws Exception {
    store().compareAndSet("sam", 0, "secret");
    inside.compareAndSet("jill", 0, inside.load("sam").content());

    assertRefused(() -> store().load("jill"));
  }

  @Test
  void eachChangedCharacterIsNoticed() throws Exception {
    store().compareAndSet("jill", 0, "secret");
    Entry entry = inside.load("jill");
    byte[] bytes = Base64.getDecoder().decode(entry.content().substring("sealed-1:".length()));
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;
      putInside("sealed-1:" + Base64.getEncoder().encodeToString(changed));
      assertRefused(() -> store().load("jill"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sealed-1:", "sealed-1:secret!", "sealed-1:c2VjcmV0"})
  void whatIsCutOrNoBase64IsRefused(String content) throws Exception {
    putInside(content);

    assertRefused(() -> store().load("jill"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "sealed-2:c2VjcmV0"})
  void whatIsNotSealedIsRefused(String content) throws Exception {
    putInside(content);

    assertThatThrownBy(() -> store().load("jill"))
        .isInstanceOf(IOException.class)
        .hasMessage(
            "The entry of jill in the TokenStore in memory is not sealed, but was written by a"
                + " store without a key. Remove it there, and have it written anew.");
  }

  @Test
  void anOlderKeyOpensAndTheNewOneSeals() throws Exception {
    store().compareAndSet("jill", 0, "one");
    TokenStore rotating = inside.sealedWith(NEW_KEY, KEY);
    Entry one = rotating.load("jill");
    assertThat(one.content()).isEqualTo("one");
    rotating.compareAndSet("jill", one.version(), "two");

    assertThat(inside.sealedWith(NEW_KEY).load("jill").content()).isEqualTo("two");
    assertRefused(() -> store().load("jill"));
  }

  @Test
  void onlyKeysForAesWillDo() {
    for (SecretKey key :
        new SecretKey[] {
          new SecretKeySpec(new byte[32], "HmacSHA256"), new SecretKeySpec(new byte[8], "AES")
        }) {
      assertThatThrownBy(() -> inside.sealedWith(KEY, key))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("TokenStore needs a secret key for AES, of 16, 24 or 32 bytes.");
    }
  }

  private void putInside(String content) throws IOException {
    Entry entry = inside.load("jill");
    inside.compareAndSet("jill", entry == null ? 0 : entry.version(), content);
  }

  private static void assertRefused(ThrowingCallable loading) {
    assertThatThrownBy(loading)
        .isInstanceOf(IOException.class)
        .hasMessage(DOES_NOT_OPEN)
        .satisfies(
            refusal -> {
              StringWriter trace = new StringWriter();
              refusal.printStackTrace(new PrintWriter(trace, true));
              assertThat(trace.toString()).doesNotContain("secret").doesNotContain("c2VjcmV0");
            });
  }

  private static String decoded(String content) {
    byte[] bytes = Base64.getDecoder().decode(content.substring("sealed-1:".length()));
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  private static SecretKey aes(String key) {
    return new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), "AES");
  }
}
