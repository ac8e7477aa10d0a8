package org.cablebeam.transforms;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/** The walls of the house: faces above engines, engines apart, text and schemas below. */
@AnalyzeClasses(
    packages = "org.cablebeam.transforms",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
  private static final String ROOT = "org.cablebeam.transforms";

  @ArchTest
  static final ArchRule onlyTheFacesUseBeam =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.apache.beam..")
          .because("engines are plain Java, so that they run and are tested without a pipeline");

  @ArchTest
  static final ArchRule enginesDoNotKnowEachOther =
      slices()
          .matching(ROOT + ".(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(DescribedPredicate.alwaysTrue(), resideInAPackage(ROOT + ".text.."))
          .because("each can be read, changed and tested alone; only text is shared");

  @ArchTest
  static final ArchRule enginesDoNotKnowTheFaces =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT)
          .should()
          .dependOnClassesThat()
          .resideInAPackage(ROOT)
          .because("arrows only point downwards");

  @ArchTest
  static final ArchRule textDependsOnNoEngine =
      noClasses()
          .that()
          .resideInAPackage(ROOT + ".text..")
          .should()
          .dependOnClassesThat(
              resideInAPackage(ROOT + "..").and(not(resideInAPackage(ROOT + ".text.."))))
          .because("it is the lowest floor of this module");

  @ArchTest
  static final ArchRule namesSayWhatAClassIs =
      noClasses()
          .should()
          .haveNameMatching(".*(Utils?|Helpers?|Managers?|Impl|Base|Common)(\\$.*)?")
          .because("a class is found by the name of what it does");

  @ArchTest
  static final ArchRule facesAreNamedByWhatTheyDo =
      noClasses()
          .that()
          .resideInAPackage(ROOT)
          .should()
          .haveSimpleNameEndingWith("Transform")
          .because("the root package reads as a table of contents");

  /** A seed of hash tables from ThreadLocalRandom is allowed: what they hold is read out sorted. */
  @ArchTest
  static final ArchRule nothingIsLeftToChance =
      noClasses()
          .should()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, SplittableRandom.class, SecureRandom.class)
          .orShould()
          .callMethod(Math.class, "random")
          .because("the same input gives the same output");

  @ArchTest
  static final ArchRule nothingDependsOnTheMachine =
      noClasses()
          .should()
          .callMethodWhere(dependsOnTheMachine())
          .orShould()
          .callConstructorWhere(dependsOnTheMachine())
          .because("charset, locale and time zone are always named");

  @ArchTest
  static final ArchRule nothingIsPrinted =
      noClasses()
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("the program speaks, not its steps");

  @ArchTest
  static final ArchRule engineStateIsFinalWhenStatic =
      fields().that().areStatic().should().beFinal().because("engines are thread-safe");

  @ArchTest
  static final ArchRule engineClassesAreFinalOrSealed =
      classes()
          .that()
          .resideOutsideOfPackage(ROOT)
          .and()
          .arePublic()
          .and()
          .areNotInterfaces()
          .and()
          .doNotHaveModifier(JavaModifier.ABSTRACT)
          .should()
          .haveModifier(JavaModifier.FINAL)
          .because("nothing here is made to be inherited from");

  private static DescribedPredicate<JavaAccess<?>> dependsOnTheMachine() {
    Set<String> calls =
        Set.of(
            "java.lang.String.toUpperCase()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.getBytes()",
            "java.lang.String.<init>([B)",
            "java.lang.String.<init>([B, int, int)",
            "java.lang.String.format(java.lang.String, [Ljava.lang.Object;)",
            "java.lang.String.formatted([Ljava.lang.Object;)",
            Charset.class.getName() + ".defaultCharset()",
            Locale.class.getName() + ".getDefault()",
            "java.time.ZoneId.systemDefault()",
            "java.time.LocalDate.now()",
            "java.time.LocalDateTime.now()",
            "java.util.TimeZone.getDefault()",
            "java.time.format.DateTimeFormatter.ofPattern(java.lang.String)",
            InputStreamReader.class.getName() + ".<init>(java.io.InputStream)",
            OutputStreamWriter.class.getName() + ".<init>(java.io.OutputStream)",
            FileReader.class.getName() + ".<init>(java.lang.String)",
            FileReader.class.getName() + ".<init>(java.io.File)",
            FileWriter.class.getName() + ".<init>(java.lang.String)",
            FileWriter.class.getName() + ".<init>(java.io.File)");
    return DescribedPredicate.describe(
        "uses the machine's charset, locale, time zone or clock",
        access ->
            calls.contains(
                access.getTargetOwner().getName()
                    + "."
                    + access.getTarget().getName()
                    + parameters(access)));
  }

  private static String parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitCallTarget target
        ? target.getRawParameterTypes().stream()
            .map(JavaClass::getName)
            .collect(Collectors.joining(", ", "(", ")"))
        : "";
  }
}
