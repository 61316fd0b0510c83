package dev.zoomkit.generator.print;

import dev.zoomkit.generator.java.ApiOperation.Error;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Tells which exception of the sdk an error becomes; a test of the sdk checks that it is so. */
final class DocumentedExceptions {
  private static final String MISSING_SCOPE = "MissingScopeException";

  /** The codes of a missing scope, which Zoom names with them. */
  private static final Set<Integer> SCOPE_CODES = Set.of(104, 4700, 4711);

  private DocumentedExceptions() {}

  /** The errors by the simple names of their exceptions. */
  static Map<String, List<Error>> byException(List<Error> errors) {
    return errors.stream()
        .collect(
            Collectors.groupingBy(
                DocumentedExceptions::exception, TreeMap::new, Collectors.toList()));
  }

  /** The full name of an exception. */
  static String className(String simpleName) {
    return "dev.zoomkit." + (simpleName.equals(MISSING_SCOPE) ? "scope." : "error.") + simpleName;
  }

  private static String exception(Error error) {
    int status = error.status();
    if (error.missing().equals(List.of("plan"))) {
      return "PlanRequiredException";
    } else if (status >= 200 && status < 300) {
      return "ErrorInBodyException";
    } else if (status < 404 && SCOPE_CODES.contains(error.code())) {
      return MISSING_SCOPE;
    }
    return switch (status) {
      case 400 -> "BadRequestException";
      case 401 -> "UnauthorizedException";
      case 403 -> "ForbiddenException";
      case 404 -> "NotFoundException";
      case 409 -> "ConflictException";
      case 429 -> "RateLimitedException";
      default -> status >= 500 ? "ServerException" : "ApiException";
    };
  }
}
