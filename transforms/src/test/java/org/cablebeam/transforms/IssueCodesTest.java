package org.cablebeam.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.cablebeam.schemas.IssueCode;
import org.junit.jupiter.api.Test;

class IssueCodesTest {
  @Test
  void everyIssueOccursInACaseOfTheGoldenCorpus() {
    List<String> issues =
        CorpusTest.cases()
            .flatMap(golden -> golden.expected().stream())
            .map(IssueCodesTest::issues)
            .toList();

    assertThat(Stream.of(IssueCode.values()).map(IssueCode::name))
        .allMatch(code -> issues.stream().anyMatch(json -> json.contains('"' + code + '"')));
  }

  private static String issues(ObjectNode expected) {
    return expected.path("issues").toString();
  }
}
