package dev.zoomkit.auth;

import java.nio.file.Path;
import javax.crypto.spec.SecretKeySpec;

/** Uses the stores that need no database. */
final class StoreWithoutSql {

  private StoreWithoutSql() {}

  /** Of a folder that is there. */
  public static void main(String[] arguments) throws Exception {
    if (ModuleLayer.boot().findModule("java.sql").isEmpty()) {
      System.out.println("java.sql is not there");
    }
    TokenStore.inMemory().compareAndSet("jill", 0, "one");
    TokenStore file =
        TokenStore.file(Path.of(arguments[0], "tokens"))
            .sealedWith(new SecretKeySpec(new byte[32], "AES"));
    file.compareAndSet("jill", 0, "one");
    System.out.println(file.load("jill").content());
  }
}
