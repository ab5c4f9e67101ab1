package io.quantong.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** GB 32100: the vectors, and every single slip of the pen. */
class UnifiedCodeTest {

  @ParameterizedTest(name = "{0} {2}")
  @CsvFileSource(resources = "/data/uscc-vectors.csv", numLinesToSkip = 1)
  @Clause("M1")
  void a_code_counts_when_its_check_character_fits(String code, boolean valid, String note) {
    assertThat(UnifiedCode.valid(code)).isEqualTo(valid);
  }

  @Test
  @Clause("M1")
  void one_wrong_character_is_always_noticed() {
    String good = "91330602MA0000015K";
    for (int at = 0; at < good.length(); at++) {
      for (char other : "0123456789ABCDEFGHJKLMNPQRTUWXY".toCharArray()) {
        String slip = good.substring(0, at) + other + good.substring(at + 1);
        assertThat(UnifiedCode.valid(slip)).as(slip).isEqualTo(slip.equals(good));
      }
    }
  }

  @Test
  void a_code_with_blanks_around_it_is_read() {
    assertThat(UnifiedCode.valid(" 91330602ma0000015k\n")).isTrue();
    assertThat(UnifiedCode.normal(" 91330602ma0000015k ")).isEqualTo("91330602MA0000015K");
  }
}
