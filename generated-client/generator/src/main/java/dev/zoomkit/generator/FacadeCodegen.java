package dev.zoomkit.generator;

import dev.zoomkit.generator.java.ClientPlan;
import dev.zoomkit.generator.java.Names;
import dev.zoomkit.generator.print.FacadeView;
import java.util.Set;
import java.util.TreeSet;

/** Generates the facade: for each tag a class that users call for one account. */
public final class FacadeCodegen extends ZoomkitCodegen {
  private static final String OPERATIONS_PACKAGE = "operationsPackage";

  /** The methods without parameters that the account has in the SDK. */
  static final Set<String> OF_THE_ACCOUNT = Set.of("id", "isOwn");

  private String operationsPackage = "dev.zoomkit.operations";

  public FacadeCodegen() {
    apiTemplateFiles.put("facade.mustache", ".java");
    option(OPERATIONS_PACKAGE, "package for generated facades", operationsPackage);
  }

  @Override
  public String getName() {
    return "zoomkit-facade";
  }

  @Override
  public String getHelp() {
    return "Generates the classes that users call.";
  }

  @Override
  public void processOpts() {
    super.processOpts();
    convertPropertyToStringAndWriteBack(OPERATIONS_PACKAGE, it -> operationsPackage = it);
    additionalProperties.put(OPERATIONS_PACKAGE, operationsPackage);
    supportingFile("account.mustache", operationsPackage, "AccountOperations.java");
    supportingFile("operationsPackage.mustache", operationsPackage, "package-info.java");
  }

  @Override
  Object view(String tag, ClientPlan plan) {
    return new FacadeView(tag, plan, operationsPackage, apiPackage(), modelPackage());
  }

  @Override
  Set<String> accountMethods() {
    Set<String> methods = new TreeSet<>(Names.METHODS_OF_OBJECT);
    methods.addAll(OF_THE_ACCOUNT);
    return methods;
  }

  @Override
  public String toApiName(String name) {
    return name;
  }

  @Override
  public String apiFileFolder() {
    return folderOf(operationsPackage);
  }
}
