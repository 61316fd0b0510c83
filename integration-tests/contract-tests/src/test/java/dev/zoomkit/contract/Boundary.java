package dev.zoomkit.contract;

import java.util.List;

/**
 * A constraining keyword of a request, with requests on both sides of it.
 *
 * @param place the parameter, or the place in the body
 * @param each whether each of the good ones has to be accepted; else one of them suffices
 * @param good requests that the keyword allows
 * @param bad requests that it forbids: each of them has to be refused
 */
record Boundary(
    Operation operation,
    String place,
    String keyword,
    boolean each,
    List<RawRequest> good,
    List<RawRequest> bad) {

  String name() {
    return place + " " + keyword;
  }

  /** How an error names the place. */
  String field() {
    String plain = place.startsWith("/") ? place.substring(1) : place;
    return plain.replace('/', '.').replace("*", "0");
  }
}
