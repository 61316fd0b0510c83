package dev.zoomkit.mock.call;

/** The app that the mock's callers are, and the account that it belongs to. */
public final class App {
  public static final String ACCOUNT_ID = "mock-account-id";
  public static final String CLIENT_ID = "mock-client-id";
  public static final String CLIENT_SECRET = "mock-client-secret";

  private App() {}
}
