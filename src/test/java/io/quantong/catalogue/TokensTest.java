package io.quantong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

  @Test
  void chinese_is_indexed_by_characters_and_pairs() {
    assertThat(Tokens.index(List.of("盐雾箱"))).containsExactlyInAnyOrder("盐", "雾", "箱", "盐雾", "雾箱");
  }

  @Test
  void words_and_numbers_are_indexed_by_their_beginnings() {
    assertThat(Tokens.index(List.of("SEM-45")))
        .containsExactlyInAnyOrder("s", "se", "sem", "4", "45");
  }

  @ParameterizedTest
  @CsvSource({
    "GB/T 10125 盐雾试验, gbt10125",
    "GB/T 10125 盐雾试验, gb/t",
    "GB/T 10125 盐雾试验, 101",
    "ICP-MS, icpms",
    "X射线衍射仪, x射线",
    "X射线衍射仪, 衍射",
    "《中国药典》四部, 药典",
    "ＳＥＭ, sem"
  })
  void what_is_typed_fits_what_is_indexed(String text, String typed) {
    assertThat(Set.of(Tokens.index(List.of(text)))).contains(Tokens.wanted(typed));
  }

  @Test
  void rare_characters_outside_the_basic_plane_are_whole() {
    assertThat(Tokens.wanted("𬭸𬬻")).containsExactly("𬭸𬬻");
  }

  @Test
  void names_are_indexed_once_more_by_themselves() {
    Set<String> index = Set.of(Tokens.index(List.of("盐雾 X1"), List.of("绍兴")));
    assertThat(index).contains(Tokens.wanted("绍兴")).contains(Tokens.wanted("盐雾"));
    assertThat(index).contains(Tokens.wantedInName("x1盐雾"));
    assertThat(index).contains(Tokens.wantedAtBeginning("盐雾x"));
    assertThat(index).contains(Tokens.wantedAsName("盐雾x1"));
    assertThat(index).doesNotContain(Tokens.wantedInName("绍兴"));
    assertThat(index).doesNotContain(Tokens.wantedAsName("盐雾"));
  }

  @Test
  void signs_are_nothing() {
    assertThat(Tokens.wanted("，。%_ -/")).isEmpty();
  }
}
