package dev.zoomkit.spec.diff;

/**
 * Where something changed.
 *
 * @param category the tag of the operation; of a schema that several tags use, {@link #SHARED}
 * @param subject the operation's id or the schema's name
 * @param what it in words for a sentence, such as {@code `email` of `User`}
 * @param key the same for a machine, without anything that moves from commit to commit
 * @param pointer where our document has it, or had it if it were still there
 */
record Place(String category, String subject, String what, String key, String pointer) {
  /** The category of what belongs to no tag, or to several. */
  static final String SHARED = "Shared";

  static Place of(String category, String subject, String pointer) {
    return new Place(category, subject, "`" + subject + "`", subject, pointer);
  }

  /** A property or parameter of this one. */
  Place of(String name, String pointer) {
    return new Place(category, subject, "`" + name + "` of " + what, key + "/" + name, pointer);
  }

  /** The items of this list. */
  Place items(String pointer) {
    return new Place(category, subject, "an item of " + what, key + "/[]", pointer);
  }

  /** The last name of the key: a property, a parameter, or the subject itself. */
  String member() {
    String plain = key.replace("/[]", "");
    return plain.substring(plain.lastIndexOf('/') + 1);
  }
}
