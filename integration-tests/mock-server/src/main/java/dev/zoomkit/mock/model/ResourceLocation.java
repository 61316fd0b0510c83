package dev.zoomkit.mock.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an operation's things live.
 *
 * @param atRoot whether the path starts at the own account, having no {@code
 *     /accounts/{accountId}/} in front
 * @param steps the things that the path goes through, outermost first
 * @param role what the operation acts on
 * @param type the collection's type where the role is ITEM, COLLECTION or OWNED
 * @param subresource the name of the document or action at the last step; empty for an item or a
 *     collection
 * @param items the dotted path of the items in a list's response; null where there is none
 */
public record ResourceLocation(
    boolean atRoot,
    List<Step> steps,
    Role role,
    @Nullable ResourceType type,
    String subresource,
    @Nullable String items) {

  /** The type of the last step; null at the account. */
  public @Nullable ResourceType parent() {
    return steps.isEmpty() ? null : steps.get(steps.size() - 1).type();
  }

  /** The name of a subresource within this one. */
  public String subresourceWithin(String name) {
    return subresource.isEmpty() ? name : subresource + "/" + name;
  }

  /** Whether the subresource is a document of settings. */
  public boolean isSettings() {
    return subresource.endsWith("settings");
  }

  public enum Role {
    /** The thing that the last step names. */
    ITEM,
    /** A collection within the last step, or within the account. */
    COLLECTION,
    /** The account's collection, as far as it belongs to the last step: a user's webinars. */
    OWNED,
    /** A single document within the last step: a survey. */
    DOCUMENT,
    /** Something to do that leaves no document: a change of status. */
    ACTION
  }

  /**
   * One pair of collection and path parameter.
   *
   * @param type the type of thing it names
   * @param parameter the path parameter that names it here
   */
  public record Step(ResourceType type, String parameter) {}
}
