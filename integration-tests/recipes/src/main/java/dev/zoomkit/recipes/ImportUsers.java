package dev.zoomkit.recipes;

import static dev.zoomkit.model.CreateUserAction.CREATE;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dev.zoomkit.ZoomClient;
import dev.zoomkit.error.ApiException;
import dev.zoomkit.model.CreateUserInfo;
import dev.zoomkit.model.CreateUserRequest;
import dev.zoomkit.model.GroupInput;
import dev.zoomkit.model.MemberReference;
import dev.zoomkit.model.MemberReferences;
import dev.zoomkit.model.UserType;
import dev.zoomkit.operations.Groups;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Invites users, by a CSV with the columns email, first, last, group, and licence: yes or no. */
public final class ImportUsers {
  public static void main(String[] arguments) {
    Recipe.main(ImportUsers::run, arguments, "users.csv");
  }

  static void run(ZoomClient zoom, LocalDate today, List<String> arguments) throws IOException {
    Groups groups = zoom.ownAccount().groups();
    Map<String, String> ids = new HashMap<>();
    groups.listGroups().forEach(group -> ids.put(group.name(), group.id()));
    int invited = 0;
    int failures = 0;
    try (var rows = CsvReader.builder().ofNamedCsvRecord(Path.of(arguments.get(0)))) {
      for (NamedCsvRecord row : rows) {
        String email = row.getField("email");
        try {
          String id = zoom.ownAccount().users().createUser(user(row)).id();
          String group = ids.computeIfAbsent(row.getField("group"), name -> create(groups, name));
          var member = List.of(MemberReference.builder().id(id).build());
          groups.addGroupMembers(group, MemberReferences.builder().members(member).build());
          System.out.println(email + " is invited, in the group " + row.getField("group"));
          invited++;
        } catch (ApiException refusal) {
          System.out.println(email + ": " + refusal.getMessage());
          failures++;
        }
      }
    }
    System.out.printf("%d users are invited, %d rows were refused%n", invited, failures);
  }

  private static CreateUserRequest user(NamedCsvRecord row) {
    CreateUserInfo.Builder user = CreateUserInfo.builder().email(row.getField("email"));
    user.type(row.getField("licence").equals("yes") ? UserType.LICENSED : UserType.BASIC);
    user.firstName(row.getField("first")).lastName(row.getField("last"));
    return CreateUserRequest.builder().action(CREATE).userInfo(user.build()).build();
  }

  private static String create(Groups groups, String name) {
    return groups.createGroup(GroupInput.builder().name(name).build()).id();
  }
}
