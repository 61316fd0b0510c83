package dev.zoomkit.internal.http;

import dev.zoomkit.annotation.AccountPath;
import dev.zoomkit.annotation.UserPath;
import java.lang.reflect.Method;
import java.util.Objects;
import retrofit2.Call;

/**
 * Stands for the interface of an operation that the description lacks. All that is known of such a
 * one is where its path names an account and users.
 */
interface Undescribed {

  /** The method that requests of such operations name; their operation is its first argument. */
  Method METHOD = Undescribed.class.getMethods()[0];

  AccountPath ACCOUNT =
      Objects.requireNonNull(METHOD.getParameters()[0].getAnnotation(AccountPath.class));

  UserPath USER = Objects.requireNonNull(METHOD.getParameters()[1].getAnnotation(UserPath.class));

  /** Never called. */
  Call<Object> call(@AccountPath String accountId, @UserPath String userId);
}
