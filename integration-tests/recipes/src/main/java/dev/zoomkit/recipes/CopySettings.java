package dev.zoomkit.recipes;

import dev.zoomkit.ZoomClient;
import dev.zoomkit.model.AccountLockSettings;
import dev.zoomkit.model.AccountSettings;
import dev.zoomkit.operations.Accounts;
import java.time.LocalDate;
import java.util.List;

/** The settings of one sub-account, and what is locked of them, for others as well. */
public final class CopySettings {
  public static void main(String[] arguments) {
    Recipe.main(CopySettings::run, arguments, Rehearsal.MODEL, Rehearsal.FOLLOWER);
  }

  /** The first argument is the account to copy from, the others are those that follow it. */
  static void run(ZoomClient zoom, LocalDate today, List<String> arguments) {
    Accounts model = zoom.account(arguments.get(0)).accounts();
    AccountSettings settings = model.getAccountSettings();
    AccountLockSettings locks = model.getAccountLockSettings();
    for (String id : arguments.subList(1, arguments.size())) {
      Accounts accounts = zoom.account(id).accounts();
      accounts.updateAccountSettings(settings.toRequest());
      accounts.updateAccountLockSettings(locks.toRequest());
      System.out.println(id + " has the settings and locks");
    }
    System.out.printf("%d accounts are like %s%n", arguments.size() - 1, arguments.get(0));
  }
}
