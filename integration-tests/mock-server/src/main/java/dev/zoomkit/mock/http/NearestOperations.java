package dev.zoomkit.mock.http;

import dev.zoomkit.spec.reader.ApiDescription;
import dev.zoomkit.spec.reader.DescribedOperation;
import dev.zoomkit.spec.reader.Typos;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Guesses which operations a request meant that names none. Immutable. */
final class NearestOperations {
  private static final int TOLD = 3;

  /** Whoever sends more than this meant no operation. */
  private static final int LONGEST_PATH = 300;

  private final List<Candidate> candidates = new ArrayList<>();

  NearestOperations(ApiDescription description) {
    for (DescribedOperation operation : description.operations()) {
      String path = operation.path();
      candidates.add(new Candidate(operation, path, path));
      String own = operation.ownPath();
      if (own != null) {
        candidates.add(new Candidate(operation, own, own));
      }
      String missing = operation.missingMasterPath();
      if (missing != null) {
        candidates.add(new Candidate(operation, missing, path));
      }
    }
  }

  /** What is said of a request that names no operation. */
  String message(String method, String path) {
    boolean overlong = path.length() > LONGEST_PATH;
    String shown = overlong ? path.substring(0, LONGEST_PATH) + "..." : path;
    String message = "This API endpoint does not exist: " + method + " " + shown;
    return overlong ? message : message + "; the nearest are " + nearest(method, path) + ".";
  }

  private String nearest(String method, String path) {
    List<String> segments = List.of(path.replaceAll("^/+|/+$", "").split("/"));
    return candidates.stream()
        .sorted(Comparator.comparingDouble(candidate -> candidate.distance(method, segments)))
        .map(candidate -> candidate.operation + " (" + candidate + ")")
        .distinct()
        .limit(TOLD)
        .collect(Collectors.joining(", "));
  }

  /**
   * A path that a request may have meant.
   *
   * @param path what is like the request
   * @param right what to send instead; another path where an account was named in vain
   */
  private record Candidate(DescribedOperation operation, String path, String right) {

    /** How many segments differ, each by up to 1; another method is as bad as half a segment. */
    double distance(String method, List<String> segments) {
      List<String> own = List.of(path.substring(1).split("/"));
      double[] row = new double[segments.size() + 1];
      for (int i = 1; i < row.length; i++) {
        row[i] = i;
      }
      for (String template : own) {
        double diagonal = row[0];
        row[0] += 1;
        for (int i = 1; i < row.length; i++) {
          double replaced = diagonal + difference(template, segments.get(i - 1));
          diagonal = row[i];
          row[i] = Math.min(replaced, 1 + Math.min(row[i], row[i - 1]));
        }
      }
      return row[segments.size()] + (operation.method().equals(method) ? 0 : 0.5);
    }

    /** A parameter is less of a match than the same word. */
    private static double difference(String template, String segment) {
      if (template.startsWith("{")) {
        return 0.1;
      }
      return (double) Typos.distance(template, segment)
          / Math.max(template.length(), segment.length());
    }

    @Override
    public String toString() {
      String account = path.equals(right) ? "" : ", for the own account only";
      return operation.method() + " " + right + account;
    }
  }
}
