package org.cablebeam.schemas.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class TableTest {
  private static Table.Row row(String line) throws IOException {
    return Table.read("test.tsv", new StringReader("name\tyear\tlist\n" + line + "\n"), COLUMNS)
        .rows()
        .get(0);
  }

  private static final String[] COLUMNS = {"name", "year", "list"};

  @Test
  void givesTheCellsOfARow() throws IOException {
    Table.Row row = row("Rome\t1966\ta|b c");
    assertThat(row.text("name")).isEqualTo("Rome");
    assertThat(row.year("year")).isEqualTo(1966);
    assertThat(row.list("list")).containsExactly("a", "b c");
  }

  @Test
  void takesAnEmptyCellForNothing() throws IOException {
    Table.Row row = row("\t\t");
    assertThat(row.optional("name")).isNull();
    assertThat(row.year("year")).isNull();
    assertThat(row.list("list")).isEmpty();
  }

  @Test
  void namesFileAndLineOfAMissingCell() {
    assertThatIllegalStateException()
        .isThrownBy(() -> row("Rome\t1966"))
        .withMessage("test.tsv:2: expected 3 cells, found 2.");
  }

  @Test
  void namesFileAndLineOfAnEmptyCell() throws IOException {
    Table.Row row = row("\t1966\t");
    assertThatIllegalStateException()
        .isThrownBy(() -> row.text("name"))
        .withMessage("test.tsv:2: nothing stands in column name.");
  }

  @Test
  void namesFileAndLineOfAYearThatIsNone() throws IOException {
    Table.Row row = row("Rome\t66\t");
    assertThatIllegalStateException()
        .isThrownBy(() -> row.year("year"))
        .withMessage("test.tsv:2: \"66\" in column year is not a year.");
  }

  @Test
  void namesFileAndLineOfAnUnknownConstant() throws IOException {
    Table.Row row = row("Rome\t1966\t");
    assertThatIllegalStateException()
        .isThrownBy(() -> row.constant("name", Tags.Era.class))
        .withMessage("test.tsv:2: \"Rome\" in column name is no Era.");
  }

  @Test
  void namesFileAndLineOfAHoleInAList() throws IOException {
    Table.Row row = row("Rome\t1966\ta||b");
    assertThatIllegalStateException()
        .isThrownBy(() -> row.list("list"))
        .withMessage("test.tsv:2: the list in column list has an empty value.");
  }

  @Test
  void refusesAnotherHeader() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Table.read("test.tsv", new StringReader("name\tlist\tyear\n"), COLUMNS))
        .withMessage("test.tsv:1: expected the columns name, year, list.");
  }

  @Test
  void saysThatAFileIsNotThere() {
    assertThatIllegalStateException()
        .isThrownBy(() -> Table.read("no-such.tsv", COLUMNS))
        .withMessageContaining("no-such.tsv");
  }
}
