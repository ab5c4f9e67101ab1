package io.quantong.portal;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Every file of {@code messages/}, found by itself. A missing text never costs a person the page:
 * its key is shown and the log warns once. Tests are strict and fail.
 */
final class Messages extends ResourceBundleMessageSource {

  private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

  private final boolean strict;
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  Messages(boolean strict) throws IOException {
    this.strict = strict;
    setDefaultEncoding("UTF-8");
    setFallbackToSystemLocale(false);
    setBasenames(baseNames());
  }

  private static String[] baseNames() throws IOException {
    Resource[] files =
        new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
    return Arrays.stream(files)
        .map(file -> String.valueOf(file.getFilename()).replace(".properties", ""))
        .filter(name -> !name.endsWith("_en"))
        .sorted()
        .map(name -> "messages/" + name)
        .toArray(String[]::new);
  }

  @Override
  protected @Nullable String getDefaultMessage(String code) {
    if (code.startsWith("problemDetail.")) {
      return null;
    }
    if (strict) {
      throw new IllegalStateException("no message for " + code);
    }
    if (warned.add(code)) {
      LOG.warn("no message for {}", code);
    }
    return code;
  }
}
