package dev.zoomkit.auth;

import dev.zoomkit.auth.TokenStore.Entry;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Another process at a store. Each round takes the lock, loads, adds one and writes it under the
 * version that it loaded; then the new number is printed.
 */
final class StoreProcess implements AutoCloseable {

  private static final Duration WAIT = Duration.ofMinutes(2);
  private static final Duration LEASE = Duration.ofMinutes(5);

  private final Process process;
  private final BufferedReader output;

  private StoreProcess(Process process) {
    this.process = process;
    this.output = process.inputReader();
  }

  /** A process that does so many rounds and ends. */
  static StoreProcess counting(String store, int rounds) throws IOException {
    return start(store, "" + rounds);
  }

  /** A process that loads under the lock, says so, and goes no further. */
  static StoreProcess stopping(String store) throws IOException {
    return start(store, "stop");
  }

  /** Such a process, or one of another program of the tests. */
  static Process java(List<String> options, Class<?> program, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(program.getName());
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static StoreProcess start(String... arguments) throws IOException {
    return new StoreProcess(java(List.of(), StoreProcess.class, arguments));
  }

  /** The next line that it prints; null when it has ended. */
  String line() throws IOException {
    return output.readLine();
  }

  /** All lines that it still prints, until it ends. */
  List<String> lines() {
    return output.lines().toList();
  }

  /** As {@code kill -9} does; what it printed before can still be read. */
  void kill() throws InterruptedException {
    process.toHandle().destroyForcibly();
    process.waitFor();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  /** The store at a URL of PostgreSQL or in a directory. */
  static TokenStore open(String store) {
    return store.startsWith("jdbc:")
        ? JdbcTokenStore.of(Postgres.pool(store))
        : TokenStore.file(Path.of(store));
  }

  /** Of the store's place, and the number of rounds or "stop". */
  public static void main(String[] arguments) throws Exception {
    TokenStore store = open(arguments[0]);
    if (arguments[1].equals("stop")) {
      store.lock("jill", WAIT, LEASE);
      System.out.println("loaded " + store.load("jill").content());
      Thread.currentThread().join();
    }
    for (int round = 0; round < Integer.parseInt(arguments[1]); round++) {
      System.out.println(count(store));
    }
  }

  /** One round. */
  @SuppressWarnings("try") // A lock is held, not called.
  static int count(TokenStore store) throws Exception {
    try (TokenStore.Lock lock = store.lock("jill", WAIT, LEASE)) {
      Entry entry = store.load("jill");
      int next = 1 + (entry == null ? 0 : Integer.parseInt(entry.content()));
      if (!store.compareAndSet("jill", entry == null ? 0 : entry.version(), "" + next)) {
        throw new IllegalStateException("Somebody wrote without the lock.");
      }
      return next;
    }
  }
}
