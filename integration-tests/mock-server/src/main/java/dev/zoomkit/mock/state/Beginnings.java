package dev.zoomkit.mock.state;

import dev.zoomkit.mock.model.ResourceModel;
import dev.zoomkit.mock.store.DownloadFiles;
import dev.zoomkit.mock.store.EmptyAccount;
import dev.zoomkit.mock.store.ResourceStore;
import dev.zoomkit.spec.reader.ApiDescription;

/**
 * Begins worlds of one description; what that has Zoom keep is found out once for all of them.
 * Thread-safe.
 */
public final class Beginnings {
  private final ApiDescription description;
  private final ResourceModel model;

  public Beginnings(ApiDescription description) {
    this.description = description;
    this.model = new ResourceModel(description);
  }

  /**
   * A world with what exists at the start, in the own account and in the example's.
   *
   * @param empty whether that is an account that nobody has done anything in, and no other
   * @param everyField whether responses have what the description has and nobody said
   */
  public CallHandler begin(Surroundings around, boolean empty, boolean everyField) {
    DownloadFiles files = new DownloadFiles(description, around.origin());
    ResourceStore store = ResourceStore.ofExamples(model, files);
    if (empty) {
      EmptyAccount.of(store);
    }
    CallHandler handler = new CallHandler(around, store, everyField);
    if (empty) {
      handler.giveAccountToFirstUser();
    }
    return handler;
  }
}
