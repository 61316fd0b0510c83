package dev.zoomkit.catalogue;

import dev.zoomkit.annotation.CallLimit;
import dev.zoomkit.annotation.CallLimits;
import dev.zoomkit.annotation.DateWindow;
import dev.zoomkit.annotation.Effect;
import dev.zoomkit.annotation.KnownError;
import dev.zoomkit.annotation.KnownErrors;
import dev.zoomkit.annotation.OwnPath;
import dev.zoomkit.annotation.Paged;
import dev.zoomkit.annotation.RateLimited;
import dev.zoomkit.annotation.RequiresScopes;
import dev.zoomkit.annotation.RunsAlone;
import dev.zoomkit.annotation.ScopeSet;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;
import retrofit2.http.Body;
import retrofit2.http.DELETE;
import retrofit2.http.GET;
import retrofit2.http.HTTP;
import retrofit2.http.PATCH;
import retrofit2.http.POST;
import retrofit2.http.PUT;
import retrofit2.http.Part;
import retrofit2.http.Path;
import retrofit2.http.Query;

/** What a generated method and its annotations say of an operation, a sentence each. */
record GeneratedMethod(Method method) {

  static String javaName(Method method) {
    return method.getDeclaringClass().getName() + "." + method.getName();
  }

  List<String> facts() {
    List<String> facts = new ArrayList<>();
    facts.add(verb() + (method.isAnnotationPresent(Deprecated.class) ? ", deprecated" : ""));
    OwnPath ownPath = method.getAnnotation(OwnPath.class);
    facts.add("own path " + (ownPath == null ? "" : "/" + ownPath.value()));
    for (Parameter parameter : method.getParameters()) {
      facts.add("takes " + argument(parameter));
    }
    facts.add("returns " + returned());
    Effect effect = method.getAnnotation(Effect.class);
    facts.add(effect.value() + ", notifies: " + effect.notifies());
    String alone = method.isAnnotationPresent(RunsAlone.class) ? ", alone" : "";
    facts.add("counts as " + method.getAnnotation(RateLimited.class).value() + alone);
    CallLimits limits = method.getAnnotation(CallLimits.class);
    if (limits != null) {
      Arrays.stream(limits.value()).forEach(limit -> facts.add("limit " + limit(limit)));
    }
    RequiresScopes scopes = method.getAnnotation(RequiresScopes.class);
    facts.add("master: " + scopes(scopes.master()));
    facts.add("own: " + scopes(scopes.own()));
    Paged paged = method.getAnnotation(Paged.class);
    if (paged != null) {
      facts.add("pages " + paged.items() + ", " + paged.maxPageSize());
    }
    DateWindow days = method.getAnnotation(DateWindow.class);
    if (days != null) {
      facts.add(
          "days %s to %s, %d, %d, %s"
              .formatted(days.from(), days.to(), days.maxDays(), days.pastMonths(), days.zone()));
    }
    KnownErrors errors = method.getAnnotation(KnownErrors.class);
    if (errors != null) {
      Arrays.stream(errors.value()).forEach(error -> facts.add("error " + error(error)));
    }
    return facts;
  }

  private String verb() {
    for (Annotation annotation : method.getAnnotations()) {
      String name = annotation.annotationType().getSimpleName();
      if (annotation instanceof HTTP http) {
        return http.method() + " /" + http.path();
      } else if (annotation instanceof GET get) {
        return name + " /" + get.value();
      } else if (annotation instanceof PUT put) {
        return name + " /" + put.value();
      } else if (annotation instanceof POST post) {
        return name + " /" + post.value();
      } else if (annotation instanceof PATCH patch) {
        return name + " /" + patch.value();
      } else if (annotation instanceof DELETE delete) {
        return name + " /" + delete.value();
      }
    }
    return "none";
  }

  private static String argument(Parameter parameter) {
    boolean optional = parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return "%s as %s%s %s"
        .formatted(
            place(parameter),
            parameter.getName(),
            optional ? ", optional" : "",
            model(parameter.getParameterizedType()))
        .strip();
  }

  private static String place(Parameter parameter) {
    if (parameter.isAnnotationPresent(Path.class)) {
      return "path " + parameter.getAnnotation(Path.class).value();
    } else if (parameter.isAnnotationPresent(Query.class)) {
      return "query " + parameter.getAnnotation(Query.class).value();
    } else if (parameter.isAnnotationPresent(Part.class)) {
      // The part of a file brings its name along.
      return "part " + parameter.getAnnotation(Part.class).value();
    }
    return parameter.isAnnotationPresent(Body.class) ? "body " : "none";
  }

  private static String model(Type type) {
    if (type instanceof ParameterizedType holder) {
      String item = model(holder.getActualTypeArguments()[0]);
      return item.isEmpty() ? "" : "List<" + item + ">";
    }
    return type.getTypeName().startsWith("dev.zoomkit.model.") ? type.getTypeName() : "";
  }

  private String returned() {
    Type type = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
    return type == Void.class ? "nothing" : type == ResponseBody.class ? "bytes" : model(type);
  }

  private static String limit(CallLimit limit) {
    boolean same = limit.free() == limit.pro() && limit.pro() == limit.business();
    return "%s by %s of %s: %s"
        .formatted(
            limit.period(),
            List.of(limit.by()),
            limit.pool(),
            same ? limit.free() : limit.free() + " " + limit.pro() + " " + limit.business());
  }

  private static String scopes(ScopeSet scopes) {
    return List.of(scopes.classic()) + "" + List.of(scopes.granular());
  }

  private static String error(KnownError error) {
    return error.status() + " " + error.code() + " " + error.meaning();
  }
}
