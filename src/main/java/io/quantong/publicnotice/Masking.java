package io.quantong.publicnotice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes personal data out of whatever is to be published; stands in the only publishing path
 * (product 8). Firms are shown in full, persons by their first character, and long numbers
 * (identity cards, phones, accounts), mail addresses and labelled names never. When in doubt it
 * masks too much.
 */
final class Masking {

  /**
   * Digits of every script, circled and Chinese ones included: people write numbers in many ways.
   */
  private static final String DIGIT = "[\\p{Nd}〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖①-⑨⓪]";

  /**
   * What is put between digits to hide a number: spaces, dashes, dots, brackets, invisible marks.
   */
  private static final String GAP = "[\\s\\p{Z}\\p{Pd}\\p{Cf}.·•_、()（）]{0,3}";

  /** Seven digits in a row are a number of a person; a standard or a date has fewer. */
  private static final Pattern CLOSE_NUMBER = Pattern.compile(DIGIT + "{7,}[Xx]?");

  /** Ten digits with gaps are one as well; {@code GB/T 228.1-2021} and {@code 2026-11-23} pass. */
  private static final Pattern SPREAD_NUMBER =
      Pattern.compile(DIGIT + "(?:" + GAP + DIGIT + "){9,}(?:" + GAP + "[Xx])?");

  /** The number of a standard, {@code GB/T 16886.5-2017}, has as many digits and hides nobody. */
  private static final Pattern STANDARD =
      Pattern.compile(
          "(?<![\\p{Nd}\\p{L}])[A-Z]{1,6}(?:/[A-Z]{1,3})?[ \u00a0]?\\d{1,5}(?:\\.\\d{1,2})?"
              + "[-\u2013\u2014](?:19|20)\\d{2}(?!\\p{Nd})");

  private static final Pattern MAIL =
      Pattern.compile("[\\p{L}\\p{N}._%+-]+\\s?[@＠]\\s?[\\p{L}\\p{N}.-]+");

  private static final Pattern CHAT =
      Pattern.compile("(?i)(微信|QQ|wechat|weixin)(号|id)?\\s*[:：]?\\s*[\\p{Alnum}_-]{4,}");

  private static final Pattern LABELLED_NAME =
      Pattern.compile(
          "(联系人|负责人|姓名|经办人|法定代表人|法人|操作员|委托人)\\s*[:：为是]?\\s*(\\p{IsHan})[\\p{IsHan}·]{1,5}");

  private static final Pattern TITLED_NAME =
      Pattern.compile("(\\p{IsHan})\\p{IsHan}{0,2}(先生|女士|小姐|同志)");

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n]]");

  private Masking() {}

  /** A person's name: the first character and a star. */
  static String person(String name) {
    String bare = INVISIBLE.matcher(name).replaceAll("").strip();
    return bare.isEmpty() ? "*" : Character.toString(bare.codePointAt(0)) + "*";
  }

  /** The name of a firm or public body: shown in full, but no number or address hides in it. */
  static String firm(String name) {
    return numbers(INVISIBLE.matcher(name).replaceAll("").strip());
  }

  /** Words somebody typed. */
  static String words(String text) {
    String visible = numbers(INVISIBLE.matcher(text).replaceAll("").strip());
    String unlabelled = LABELLED_NAME.matcher(visible).replaceAll("$1：$2*");
    return TITLED_NAME.matcher(unlabelled).replaceAll("$1*$2");
  }

  private static String numbers(String text) {
    String noMail = MAIL.matcher(text).replaceAll("***");
    String noChat = CHAT.matcher(noMail).replaceAll("$1***");
    StringBuilder masked = new StringBuilder();
    Matcher standard = STANDARD.matcher(noChat);
    int from = 0;
    while (standard.find()) {
      masked.append(digits(noChat.substring(from, standard.start()))).append(standard.group());
      from = standard.end();
    }
    return masked.append(digits(noChat.substring(from))).toString();
  }

  private static String digits(String text) {
    return stars(CLOSE_NUMBER, stars(SPREAD_NUMBER, text));
  }

  private static String stars(Pattern pattern, String text) {
    return pattern.matcher(text).replaceAll(found -> Matcher.quoteReplacement("*".repeat(6)));
  }
}
