package org.cablebeam.transforms.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void leavesBlanksOnBothSidesOut() {
    Lines lines = Lines.of("  ONE \t\r\nTWO\n\u00a0 \n\nlast");
    assertEquals(5, lines.count());
    assertEquals("  ONE", lines.line(0));
    assertEquals(2, lines.indentEnd(0));
    assertEquals(5, lines.end(0));
    assertEquals(9, lines.next(0));
    assertEquals("TWO", lines.line(1));
    assertEquals(lines.start(1), lines.indentEnd(1));
    assertEquals("last", lines.line(4));
    assertEquals(lines.text().length(), lines.next(4));
  }

  @Test
  void beginsAndEndsABlankLineAtItsStart() {
    Lines lines = Lines.of("A\n \t \n\nB\n");
    assertEquals(4, lines.count());
    for (int blank : new int[] {1, 2}) {
      assertTrue(lines.blank(blank));
      assertEquals(lines.start(blank), lines.end(blank));
      assertEquals(lines.start(blank), lines.indentEnd(blank));
    }
    assertFalse(lines.blank(3));
  }

  @Test
  void findsTheLineOfAnOffset() {
    Lines lines = Lines.of("A\nBC\n");
    assertEquals(0, lines.at(0));
    assertEquals(0, lines.at(1));
    assertEquals(1, lines.at(2));
    assertEquals(1, lines.at(5));
    assertEquals(0, Lines.of("").at(0));
  }
}
