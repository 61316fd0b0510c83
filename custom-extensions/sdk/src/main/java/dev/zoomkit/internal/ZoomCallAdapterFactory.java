package dev.zoomkit.internal;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import org.jspecify.annotations.Nullable;
import retrofit2.Call;
import retrofit2.CallAdapter;
import retrofit2.Retrofit;

/** Makes each {@code Call} of an interface a {@link ZoomCall}. */
final class ZoomCallAdapterFactory extends CallAdapter.Factory {

  private final Lifetime lifetime;

  /** For the calls of a client, until its lifetime is over. */
  ZoomCallAdapterFactory(Lifetime lifetime) {
    this.lifetime = lifetime;
  }

  @Override
  public @Nullable CallAdapter<?, ?> get(
      Type returnType, Annotation[] annotations, Retrofit retrofit) {
    if (getRawType(returnType) != Call.class
        || !(returnType instanceof ParameterizedType parameterized)) {
      return null;
    }
    Type bodyType = getParameterUpperBound(0, parameterized);
    return new CallAdapter<Object, Call<Object>>() {
      @Override
      public Type responseType() {
        return bodyType;
      }

      @Override
      public Call<Object> adapt(Call<Object> call) {
        return new ZoomCall<>(call, lifetime);
      }
    };
  }
}
