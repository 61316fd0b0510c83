package dev.zoomkit.mock.rules;

import dev.zoomkit.mock.store.ResolvedCall;
import dev.zoomkit.mock.store.Resource;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SIP phones, by the older interface or the newer one: a user has one in all, which goes with the
 * user.
 */
final class SipPhoneRules implements Rule {
  private static final List<String> PHONES = List.of("sip_phones", "sip_phones/phones");
  private static final String USER = "user_email";
  private static final Pattern HAS_PHONE = Pattern.compile("user already has a SIP phone");

  @Override
  public void check(ResolvedCall call) {
    String email = call.body().path(USER).asText();
    call.errors()
        .own()
        .refuse(
            HAS_PHONE,
            words -> phones(call.account(), email).findAny().isPresent(),
            "There is a SIP phone of " + email + ".");
  }

  private static Stream<Resource> phones(Resource account, String email) {
    return PHONES.stream()
        .flatMap(list -> account.collection(list).stream())
        .filter(phone -> phone.data().path(USER).asText().equalsIgnoreCase(email));
  }

  @Override
  public void after(ResolvedCall call) {
    Resource user = call.subject();
    if (call.deletesItem() && user.isOf("users")) {
      phones(call.account(), user.data().path("email").asText()).toList().forEach(Resource::remove);
    }
  }
}
