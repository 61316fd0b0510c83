package dev.zoomkit.internal.http;

import dev.zoomkit.annotation.AccountPath;
import dev.zoomkit.annotation.CallLimit;
import dev.zoomkit.annotation.CallLimits;
import dev.zoomkit.annotation.Effect;
import dev.zoomkit.annotation.FileLimits;
import dev.zoomkit.annotation.KnownError;
import dev.zoomkit.annotation.KnownErrors;
import dev.zoomkit.annotation.OwnPath;
import dev.zoomkit.annotation.RateLabel;
import dev.zoomkit.annotation.RateLimited;
import dev.zoomkit.annotation.RequiresScopes;
import dev.zoomkit.annotation.RunsAlone;
import dev.zoomkit.annotation.ScopeSet;
import dev.zoomkit.annotation.Secret;
import dev.zoomkit.annotation.UserPath;
import dev.zoomkit.runtime.Arguments;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import retrofit2.Invocation;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.Multipart;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Path;
import retrofit2.http.Query;
import retrofit2.http.Url;

/**
 * What the annotations of an interface method say about its operation. Immutable and thread-safe.
 */
public final class Operation {

  /** What a caller writes for its own account, and for the user who authorised the app. */
  public static final String ME = "me";

  private final Method method;
  private final String name;
  private final List<String> path;
  private final @Nullable List<String> ownPath;
  private final int beforeOwnPath;
  private final List<PathParameter> pathParameters;
  private final List<KnownError> knownErrors;
  private final Set<String> secrets;
  private final @Nullable RequiresScopes scopes;
  private final List<String> masterScopes;
  private final List<String> ownScopes;
  private final @Nullable Effect effect;
  private final Type bodyType;
  private final @Nullable RateLabel label;
  private final boolean link;
  private final @Nullable FilePart file;
  private volatile @Nullable List<NeededArgument> needed;

  private Operation(Method method) {
    this.method = method;
    name = method.getName();
    path = segments(pathTemplate(method));
    OwnPath own = method.getAnnotation(OwnPath.class);
    ownPath = own == null ? null : segments(own.value());
    beforeOwnPath = ownPath == null ? 0 : before(ownPath, path);
    Annotation[][] ofParameters = method.getParameterAnnotations();
    pathParameters = pathParameters(ofParameters);
    KnownErrors known = method.getAnnotation(KnownErrors.class);
    knownErrors = known == null ? List.of() : List.of(known.value());
    secrets = secrets(ofParameters);
    scopes = method.getAnnotation(RequiresScopes.class);
    masterScopes = scopes == null ? List.of() : all(scopes.master());
    ownScopes = scopes == null ? List.of() : all(scopes.own());
    effect = method.getAnnotation(Effect.class);
    bodyType = bodyType(method);
    RateLimited limited = method.getAnnotation(RateLimited.class);
    label = limited == null ? null : limited.value();
    link = returnsFile() && takesUrl(ofParameters);
    file = method.isAnnotationPresent(Multipart.class) ? file(ofParameters) : null;
  }

  private Operation(
      String name,
      List<String> path,
      List<PathParameter> pathParameters,
      @Nullable RateLabel label,
      Type bodyType) {
    this.method = Undescribed.METHOD;
    this.name = name;
    this.path = path;
    this.ownPath = null;
    this.beforeOwnPath = 0;
    this.pathParameters = pathParameters;
    this.knownErrors = List.of();
    this.secrets = Set.of();
    this.scopes = null;
    this.masterScopes = List.of();
    this.ownScopes = List.of();
    this.effect = null;
    this.bodyType = bodyType;
    this.label = label;
    this.link = false;
    this.file = null;
  }

  /**
   * An operation that the description lacks. Its requests carry {@link #invocation}.
   *
   * @param name what messages call it
   * @param path its segments, with names in braces
   * @param account whether the first name in the path is that of an account
   * @param users the names in the path that stand for users
   * @param bodyType what it returns
   */
  public static Operation undescribed(
      String name,
      List<String> path,
      boolean account,
      Set<String> users,
      @Nullable RateLabel label,
      Type bodyType) {
    List<PathParameter> parameters = new ArrayList<>();
    for (String segment : path) {
      if (isParameter(segment)) {
        String parameter = segment.substring(1, segment.length() - 1);
        parameters.add(
            new PathParameter(
                parameter,
                parameters.size() + 1,
                account && parameters.isEmpty() ? Undescribed.ACCOUNT : null,
                users.contains(parameter) ? Undescribed.USER : null));
      }
    }
    return new Operation(name, List.copyOf(path), List.copyOf(parameters), label, bodyType);
  }

  /** Whether a segment of a path is a name in braces. */
  public static boolean isParameter(String segment) {
    return segment.length() > 2 && segment.startsWith("{") && segment.endsWith("}");
  }

  /**
   * What a request of it carries that Retrofit does not make.
   *
   * @param caller whose call it is
   * @param values of the path, by name
   */
  public <T> Invocation invocation(Class<T> type, T caller, Map<String, String> values) {
    boolean described = method != Undescribed.METHOD;
    @Nullable Object[] arguments =
        new Object[described ? method.getParameterCount() : pathParameters.size() + 1];
    for (PathParameter parameter : pathParameters) {
      arguments[parameter.index()] = values.get(parameter.name());
    }
    if (!described) {
      arguments[0] = this;
    }
    return Invocation.of(type, caller, method, Arrays.asList(arguments));
  }

  /**
   * The operation that a request was made for.
   *
   * @throws IllegalStateException if the request was not made by a Retrofit interface
   */
  public static Operation of(Request request) {
    CallContext context = request.tag(CallContext.class);
    Operation called = context == null ? null : context.operation();
    return called == null ? of(invocation(request)) : called;
  }

  private static Operation of(Invocation invocation) {
    return invocation.method().getDeclaringClass() == Undescribed.class
        ? (Operation) invocation.arguments().get(0)
        : of(invocation.method());
  }

  /** The operation of an interface method, read from its annotations. */
  public static Operation of(Method method) {
    return new Operation(method);
  }

  /**
   * Lets an interface pass whose methods are operations.
   *
   * @throws IllegalArgumentException if it is none, or Retrofit can do nothing with it
   */
  public static void requireInterface(String caller, Class<?> api) {
    Arguments.require(caller, "interface", api);
    if (!api.isInterface() || api.getTypeParameters().length > 0 || !hasOne(api.getMethods())) {
      throw Arguments.unfit(
          caller,
          "interface",
          "with Retrofit's annotations and no type parameters, such as WebinarsApi; %s is none."
              .formatted(api.getSimpleName()));
    }
  }

  /** Whether a method has an annotation of Retrofit's. */
  private static boolean hasOne(Method[] methods) {
    Package retrofits = GET.class.getPackage();
    for (Method method : methods) {
      for (Annotation annotation : method.getAnnotations()) {
        if (annotation.annotationType().getPackage().equals(retrofits)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The name of the operation that a request was made for; {@code token} for a request of one. */
  public static String nameOf(Request request) {
    return isForToken(request) ? "token" : of(request).name();
  }

  /** Whether a request asks the token endpoint: it was made for no method of an interface. */
  public static boolean isForToken(Request request) {
    return request.tag(Invocation.class) == null;
  }

  /** Whether a request can change nothing: GET and HEAD. */
  public static boolean isRead(Request request) {
    return request.method().equals("GET") || request.method().equals("HEAD");
  }

  /** Whether the body of a request can be read only once, so that it cannot be sent again. */
  public static boolean isOneShot(Request request) {
    return request.body() != null && request.body().isOneShot();
  }

  /** The operationId of the description, such as {@code listWebinars}. */
  public String name() {
    return name;
  }

  /** The segments of the interface method's path, with names in braces. */
  public List<String> path() {
    return path;
  }

  /** The same of the path for the caller's own account; null where there is none. */
  public @Nullable List<String> ownPath() {
    return ownPath;
  }

  /** How many segments stand before the own path where that ends the path; 0 where it does not. */
  int beforeOwnPath() {
    return beforeOwnPath;
  }

  /** In the order of the method's parameters. */
  public List<PathParameter> pathParameters() {
    return pathParameters;
  }

  /**
   * The arguments that must not be null, in the order of the method's parameters: those in the
   * path, and whatever an interface with JSpecify's annotations does not call nullable. Read when
   * asked for first.
   */
  public List<NeededArgument> needed() {
    List<NeededArgument> read = needed;
    if (read == null) {
      read = needed(method, pathParameters);
      needed = read;
    }
    return read;
  }

  /**
   * What the description knows of an error; empty where it names none such.
   *
   * @param code Zoom's; null where the body has none
   */
  public List<KnownError> knownErrors(int status, @Nullable Integer code) {
    int described = code == null ? 0 : code;
    return knownErrors.stream()
        .filter(known -> known.status() == status && known.code() == described)
        .toList();
  }

  /**
   * Those of them with a status and a code.
   *
   * @param code 0 for none
   */
  public List<KnownError> knownErrors(int status, int code) {
    return knownErrors.stream()
        .filter(known -> known.status() == status && known.code() == code)
        .toList();
  }

  /** The names in the query whose values nobody else may read. */
  public Set<String> secrets() {
    return secrets;
  }

  /**
   * Any one of these scopes suffices, granular ones first; empty where the description names none.
   * An operation without scopes for the own account needs the master's there, too.
   */
  public List<String> sufficientScopes(boolean ownAccount) {
    return ownAccount && !ownScopes.isEmpty() ? ownScopes : masterScopes;
  }

  /** The same by generation; null where the description names none. */
  public @Nullable ScopeSet scopes(boolean ownAccount) {
    if (scopes == null) {
      return null;
    }
    return ownAccount && !ownScopes.isEmpty() ? scopes.own() : scopes.master();
  }

  /**
   * What a request of it does to what Zoom keeps: by the description, else by the HTTP method, as
   * the bundler of the description has it.
   */
  public Effect.Kind effectOf(Request request) {
    if (effect != null) {
      return effect.value();
    } else if (isRead(request)) {
      return Effect.Kind.READ;
    }
    return request.method().equals("DELETE") ? Effect.Kind.DESTROY : Effect.Kind.WRITE;
  }

  /** Whether Zoom mails or rings somebody because of it, as far as the description knows. */
  public boolean notifies() {
    return effect != null && !effect.notifies().isEmpty();
  }

  /** The HTTP method, such as {@code GET}; empty where no annotation of Retrofit's names one. */
  public String httpMethod() {
    for (Annotation annotation : method.getAnnotations()) {
      if (annotation instanceof HTTP http) {
        return http.method();
      } else if (!pathOf(annotation).isEmpty()) {
        return annotation.annotationType().getSimpleName();
      }
    }
    return "";
  }

  /** The interface that it belongs to, one a category. */
  public Class<?> category() {
    return method.getDeclaringClass();
  }

  /** The label that Zoom's rate limits go by; null where the description names none. */
  public @Nullable RateLabel rateLabel() {
    return label;
  }

  /** The limits that it has besides that of its label. */
  public List<CallLimit> callLimits() {
    CallLimits limits = method.getAnnotation(CallLimits.class);
    return limits == null ? List.of() : List.of(limits.value());
  }

  /** Whether Zoom refuses other calls of its category while it runs. */
  public boolean runsAlone() {
    return method.isAnnotationPresent(RunsAlone.class);
  }

  /** Whether it returns bytes instead of JSON. */
  public boolean returnsFile() {
    return bodyType == ResponseBody.class;
  }

  /** Whether it takes any link to a file instead of having a path of its own. */
  public boolean isLink() {
    return link;
  }

  /** The file that it sends; null where it sends none, or nothing is known of it. */
  public @Nullable FilePart file() {
    return file;
  }

  /** Whether its response has no body. */
  public boolean returnsNothing() {
    return bodyType == Void.class;
  }

  /** Whether a call says which account it is for; else it is for the caller's own. */
  public boolean namesAccount() {
    return accountParameter() != null;
  }

  /** Whether the request is for the caller's own account: it names {@code me}, or no account. */
  public boolean isForOwnAccount(Request request) {
    return ME.equals(accountId(request));
  }

  /** The account that a request is for, as it names it; {@code me} where it names none. */
  public String accountId(Request request) {
    PathParameter account = accountParameter();
    return account == null ? ME : account.value(request);
  }

  /**
   * Whether it does not exist for the caller's own account: the description knows its scopes, but
   * none for there, no path there, and no {@code me} for the account.
   */
  public boolean isForSubAccountsOnly() {
    PathParameter parameter = accountParameter();
    AccountPath account = parameter == null ? null : parameter.account();
    return account != null
        && ownPath == null
        && ownScopes.isEmpty()
        && !masterScopes.isEmpty()
        && !account.acceptsMe();
  }

  private @Nullable PathParameter accountParameter() {
    for (PathParameter parameter : pathParameters) {
      if (parameter.account() != null) {
        return parameter;
      }
    }
    return null;
  }

  /**
   * The call of an interface's method that a request was made for.
   *
   * @throws IllegalStateException if the request was not made by a Retrofit interface
   */
  public static Invocation invocation(Request request) {
    Invocation invocation = request.tag(Invocation.class);
    if (invocation == null) {
      throw new IllegalStateException("Not a call of a Retrofit interface: " + request.method());
    }
    return invocation;
  }

  /** The type of the body that a {@code Call} of the method returns. */
  private static Type bodyType(Method method) {
    return method.getGenericReturnType() instanceof ParameterizedType call
        ? call.getActualTypeArguments()[0]
        : method.getReturnType();
  }

  private static List<String> all(ScopeSet set) {
    List<String> all = new ArrayList<>(List.of(set.granular()));
    Collections.addAll(all, set.classic());
    return List.copyOf(all);
  }

  private static List<String> segments(String path) {
    return List.of((path.startsWith("/") ? path.substring(1) : path).split("/"));
  }

  private static int before(List<String> end, List<String> path) {
    int before = path.size() - end.size();
    return before > 0 && path.subList(before, path.size()).equals(end) ? before : 0;
  }

  private static @Nullable FilePart file(Annotation[][] ofParameters) {
    for (int index = 0; index < ofParameters.length; index++) {
      FileLimits limits = find(FileLimits.class, ofParameters[index]);
      if (limits != null) {
        return new FilePart(index, limits);
      }
    }
    return null;
  }

  private static boolean takesUrl(Annotation[][] ofParameters) {
    for (Annotation[] annotations : ofParameters) {
      if (find(Url.class, annotations) != null) {
        return true;
      }
    }
    return false;
  }

  private static <A extends Annotation> @Nullable A find(Class<A> type, Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      if (type.isInstance(annotation)) {
        return type.cast(annotation);
      }
    }
    return null;
  }

  private static String pathTemplate(Method method) {
    for (Annotation annotation : method.getAnnotations()) {
      String path = pathOf(annotation);
      if (!path.isEmpty()) {
        return path;
      }
    }
    return "";
  }

  /** Empty where the annotation has none. */
  private static String pathOf(Annotation annotation) {
    if (annotation instanceof GET get) {
      return get.value();
    } else if (annotation instanceof POST post) {
      return post.value();
    } else if (annotation instanceof PUT put) {
      return put.value();
    } else if (annotation instanceof PATCH patch) {
      return patch.value();
    } else if (annotation instanceof DELETE delete) {
      return delete.value();
    }
    return annotation instanceof HTTP http ? http.path() : "";
  }

  private static List<PathParameter> pathParameters(Annotation[][] ofParameters) {
    List<PathParameter> found = new ArrayList<>();
    for (int index = 0; index < ofParameters.length; index++) {
      @Nullable String name = null;
      @Nullable AccountPath account = null;
      @Nullable UserPath user = null;
      for (Annotation annotation : ofParameters[index]) {
        if (annotation instanceof Path path) {
          name = path.value();
        } else if (annotation instanceof AccountPath accountPath) {
          account = accountPath;
        } else if (annotation instanceof UserPath userPath) {
          user = userPath;
        }
      }
      if (name != null) {
        found.add(new PathParameter(name, index, account, user));
      }
    }
    return List.copyOf(found);
  }

  private static Set<String> secrets(Annotation[][] ofParameters) {
    Set<String> found = new HashSet<>();
    for (Annotation[] annotations : ofParameters) {
      Query query = find(Query.class, annotations);
      if (query != null && find(Secret.class, annotations) != null) {
        found.add(query.value());
      }
    }
    return Set.copyOf(found);
  }

  private static List<NeededArgument> needed(Method method, List<PathParameter> inPath) {
    Class<?> api = method.getDeclaringClass();
    boolean marked =
        api.isAnnotationPresent(NullMarked.class)
            || api.getPackage().isAnnotationPresent(NullMarked.class);
    Parameter[] parameters = method.getParameters();
    @Nullable String[] names = new String[parameters.length];
    if (marked) {
      AnnotatedType[] types = method.getAnnotatedParameterTypes();
      for (int index = 0; index < names.length; index++) {
        if (!types[index].isAnnotationPresent(Nullable.class)) {
          names[index] = parameters[index].getName();
        }
      }
    }
    for (PathParameter parameter : inPath) {
      names[parameter.index()] = parameter.name();
    }
    List<NeededArgument> needed = new ArrayList<>();
    for (int index = 0; index < names.length; index++) {
      if (names[index] != null) {
        needed.add(new NeededArgument(names[index], index));
      }
    }
    return List.copyOf(needed);
  }

  /** A part that is a file, by the index of its argument, from 0, and what Zoom takes as one. */
  public record FilePart(int index, FileLimits limits) {}

  /** An argument that must not be null, by its name and its index, from 0. */
  public record NeededArgument(String name, int index) {}

  /**
   * A value in the path.
   *
   * @param name as in the path template
   * @param index of the method's parameter, from 0
   * @param account what is known of the account it names; null where it names none
   * @param user what is known of the user it names; null where it names none
   */
  public record PathParameter(
      String name, int index, @Nullable AccountPath account, @Nullable UserPath user) {

    /** The value as the caller gave it, not yet encoded. */
    public String value(Request request) {
      return String.valueOf(invocation(request).arguments().get(index));
    }
  }
}
