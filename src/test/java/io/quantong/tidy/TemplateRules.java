package io.quantong.tidy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a template must not contain: words for people, and anything a strict CSP forbids. */
public final class TemplateRules {

  private static final Map<String, Pattern> BANNED =
      Map.of(
          "text outside the messages", Pattern.compile("\\p{IsHan}"),
          "inline script", Pattern.compile("<script(?![^>]*\\bsrc=)", Pattern.CASE_INSENSITIVE),
          "inline style",
              Pattern.compile("<style\\b|[\\s:]style(attr)?\\s*=", Pattern.CASE_INSENSITIVE),
          "inline handler",
              Pattern.compile("\\s(th:|hx-)?on[a-z:-]+\\s*=", Pattern.CASE_INSENSITIVE));

  private static final String ATTRIBUTES = "(?:[^<>\"]|\"[^\"]*\")*?";

  /** Rules about one tag, which may stretch over lines. */
  private static final Map<String, Pattern> BANNED_IN_A_TAG =
      Map.of(
          "condition that a replacement ignores",
              Pattern.compile(
                  "<[a-z](?=%1$s\\sth:replace=)(?=%1$s\\sth:(?:if|unless|each|with)=)"
                      .formatted(ATTRIBUTES)),
          "bean where Thymeleaf forbids it",
              Pattern.compile(
                  "\\sth:(?:attr|href|src|action|replace|insert)=\"[^\"]*\\$\\{[^\"}]*@"));

  private TemplateRules() {}

  /** Names of the rules broken, with the line. */
  public static List<String> broken(SourceFile template) {
    List<String> broken = new ArrayList<>();
    List<String> lines = template.text().lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      for (Map.Entry<String, Pattern> rule : BANNED.entrySet()) {
        if (rule.getValue().matcher(lines.get(i)).find()) {
          broken.add(rule.getKey() + ": " + template.path() + ":" + (i + 1));
        }
      }
    }
    for (Map.Entry<String, Pattern> rule : BANNED_IN_A_TAG.entrySet()) {
      rule.getValue()
          .matcher(template.text())
          .results()
          .forEach(found -> broken.add(rule.getKey() + ": " + at(template, found.start())));
    }
    return broken;
  }

  private static String at(SourceFile template, int position) {
    long ends = template.text().substring(0, position).chars().filter(c -> c == '\n').count();
    return template.path() + ":" + (ends + 1);
  }
}
