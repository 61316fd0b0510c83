package dev.zoomkit.mock.world;

/**
 * Somebody with a name, who lives somewhere and works at something.
 *
 * @param email unlike that of anybody else from the same {@link People}
 */
record Person(String firstName, String lastName, String email, Place place, Work work) {
  String name() {
    return firstName + " " + lastName;
  }
}
