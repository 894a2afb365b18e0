package io.verbatim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class SourceFormatTest {
  @Test
  void everySourceIsFormatted() throws Exception {
    assertEquals(
        List.of(), SourceFormat.unformatted(), "to mend: mvn -q test-compile exec:exec@format");
  }
}
