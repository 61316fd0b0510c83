package dev.zoomkit.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;

class InMemoryTokenStoreTest extends TokenStoreContract {

  private final InMemoryTokenStore store = new InMemoryTokenStore();

  @Override
  TokenStore store() {
    return store;
  }

  @Override
  TokenStore reopened() {
    return store;
  }

  @AfterEach
  void keysThatNobodyLocksTakeNoMemory() {
    assertThat(store.locks()).isZero();
  }
}
