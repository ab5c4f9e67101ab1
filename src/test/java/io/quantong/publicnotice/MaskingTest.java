package io.quantong.publicnotice;

import static org.assertj.core.api.Assertions.assertThat;

import io.quantong.Clause;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No personal data leave by the publishing path, however they are written (product 8). */
@Clause("M4")
class MaskingTest {

  private static final List<String> SEPARATORS =
      List.of("", " ", "-", "－", ".", "·", "  ", "\u00a0", "\u200b", "\u2060", "（", "）", "、", "_");
  private static final List<String> ZEROS = List.of("0", "０", "٠", "०");
  private static final String CHINESE = "〇一二三四五六七八九";
  private static final List<String> WORDS =
      List.of("材料拉伸试验", "送样说明：", "请联系 ", "样品编号 A3，", "(加急) ", "XRD 测试", "\n");
  private static final Pattern SEVEN_DIGITS = Pattern.compile("\\p{Nd}{7}");

  private final Random random = new Random();

  @RepeatedTest(300)
  void a_number_of_a_person_never_comes_through_however_it_is_written() {
    long seed = random.nextLong();
    Random from = new Random(seed);
    String number = number(from);
    String written = written(number, from);
    String text = pick(WORDS, from) + written + pick(WORDS, from);
    String masked = Masking.words(text);
    assertThat(digits(masked)).as("seed %d: %s", seed, text).doesNotContain(number);
    assertThat(SEVEN_DIGITS.matcher(masked.replaceAll("[\\p{Z}\\s]", "")).find())
        .as("seed %d: %s → %s", seed, text, masked)
        .isFalse();
    assertThat(digits(Masking.firm("某某公司" + written))).as("seed %d", seed).doesNotContain(number);
  }

  @Test
  void masking_twice_changes_nothing_more() {
    for (int i = 0; i < 200; i++) {
      String once = Masking.words(pick(WORDS, random) + written(number(random), random));
      assertThat(Masking.words(once)).isEqualTo(once);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "按 GB/T 16886.5-2017 做细胞毒性试验",
        "GB/T 228.1-2021 金属拉伸",
        "GB/T 31467.3-2015、GB 4943.1—2022",
        "JJG 1036-2008 电子天平检定",
        "ISO 10993-5:2009",
        "2026-11-23 送样",
        "X 射线衍射仪 D8 ADVANCE",
        "扫描电镜 5 个样，每样 1200 元"
      })
  void what_describes_a_service_stays_readable(String service) {
    assertThat(Masking.words(service)).isEqualTo(service);
  }

  @Test
  void a_person_is_shown_by_the_first_character() {
    assertThat(Masking.person("张三丰")).isEqualTo("张*");
    assertThat(Masking.person(" \u200b欧阳修 ")).isEqualTo("欧*");
    assertThat(Masking.person("𠮷田")).isEqualTo("𠮷*");
    assertThat(Masking.person("")).isEqualTo("*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"联系人：李四光，", "负责人 李四光", "姓名:李四光", "经办人为李四光", "请找李四光先生", "李四光女士收", "法定代表人李四光"})
  void a_name_with_a_label_or_a_title_loses_its_rest(String text) {
    assertThat(Masking.words(text)).doesNotContain("四光").contains("李*");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zhang.san@example.com",
        "zhang.san ＠ example.com",
        "微信 zhangsan_88",
        "QQ：12345",
        "weixin:abc_123"
      })
  void addresses_and_chat_names_are_hidden(String text) {
    assertThat(Masking.words("请加 " + text))
        .doesNotContain("example", "zhangsan_88", "12345", "abc_123");
  }

  private static String number(Random from) {
    int length = List.of(7, 8, 11, 12, 15, 18, 19).get(from.nextInt(7));
    StringBuilder number = new StringBuilder().append(1 + from.nextInt(9));
    while (number.length() < length) {
      number.append(from.nextInt(10));
    }
    return number.toString();
  }

  /** In one of the ways in which people hide numbers; short ones are only found unbroken. */
  private static String written(String number, Random from) {
    boolean chinese = from.nextInt(4) == 0;
    int zero = pick(ZEROS, from).codePointAt(0);
    StringBuilder written = new StringBuilder();
    for (int i = 0; i < number.length(); i++) {
      char digit = number.charAt(i);
      if (!written.isEmpty() && number.length() >= 10 && from.nextInt(3) == 0) {
        written.append(pick(SEPARATORS, from));
      }
      if (chinese) {
        written.append(CHINESE.charAt(digit - '0'));
      } else {
        written.appendCodePoint(zero + digit - '0');
      }
    }
    return written.toString();
  }

  /** All digits of a text in ASCII, nothing else. */
  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.codePoints()
        .forEach(
            c -> {
              int chinese = CHINESE.indexOf(c);
              if (chinese >= 0) {
                digits.append(chinese);
              } else if (Character.isDigit(c)) {
                digits.append(Character.digit(c, 10));
              }
            });
    return digits.toString();
  }

  private static String pick(List<String> list, Random from) {
    return list.get(from.nextInt(list.size()));
  }
}
