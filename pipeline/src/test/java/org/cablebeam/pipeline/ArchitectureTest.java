package org.cablebeam.pipeline;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.cablebeam.transforms.BeamFiles;

/** The top floor: the program knows the faces and their values, not the engines below them. */
@AnalyzeClasses(packages = "org.cablebeam", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
  @ArchTest
  static final ArchRule THE_PROGRAM_DOES_NOT_REACH_INTO_THE_ENGINES =
      noClasses()
          .that()
          .resideInAPackage("org.cablebeam.pipeline..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.cablebeam.transforms.text..",
              "org.cablebeam.transforms.parse..",
              "org.cablebeam.transforms.classification..",
              "org.cablebeam.transforms.entities..",
              "org.cablebeam.transforms.statistics..",
              "org.cablebeam.transforms.duplicates..");

  @ArchTest
  static final ArchRule FILES_HAVE_ONE_DOOR =
      noClasses()
          .that()
          .doNotBelongToAnyOf(BeamFiles.class)
          .should()
          .callMethodWhere(
              target(owner(type(org.apache.beam.sdk.io.FileSystems.class)))
                  .and(target(nameMatching("create|open|match.*|rename|copy|delete"))));

  @ArchTest
  static final ArchRule NOTHING_KNOWS_THE_PROGRAM =
      noClasses()
          .that()
          .resideInAnyPackage("org.cablebeam.transforms..", "org.cablebeam.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("org.cablebeam.pipeline..");

  @ArchTest
  static final ArchRule SCHEMAS_NEED_AVRO_ONLY =
      noClasses()
          .that()
          .resideInAPackage("org.cablebeam.schemas..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.beam..", "org.cablebeam.transforms..");
}
