package io.quantong.portal;

import io.quantong.kernel.Money;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.Formatter;
import org.springframework.format.FormatterRegistry;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Languages, texts and what a reader may choose by a link. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SiteSettings.class)
class WebSettings implements WebMvcConfigurer {

  private static final Duration REMEMBERED = Duration.ofDays(365);

  @Bean
  static MessageSource messageSource(@Value("${quantong.strict-messages:false}") boolean strict)
      throws IOException {
    return new Messages(strict);
  }

  @Bean
  static LocaleResolver localeResolver() {
    CookieLocaleResolver resolver = new CookieLocaleResolver("QUANTONG_LANG");
    resolver.setDefaultLocale(Locale.SIMPLIFIED_CHINESE);
    resolver.setRejectInvalidCookies(false);
    resolver.setCookieMaxAge(REMEMBERED);
    resolver.setCookieSameSite("Lax");
    resolver.setCookieHttpOnly(true);
    return resolver;
  }

  /** Files carry their version or the hash of their content in the address and never change. */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    CacheControl forever = CacheControl.maxAge(REMEMBERED).cachePublic().immutable();
    registry
        .addResourceHandler("/webjars/**")
        .addResourceLocations("classpath:/META-INF/resources/webjars/")
        .setCacheControl(forever);
    for (String kind : List.of("css", "js")) {
      registry
          .addResourceHandler("/" + kind + "/**")
          .addResourceLocations("classpath:/static/" + kind + "/")
          .setCacheControl(forever)
          .resourceChain(true)
          .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }
  }

  @Override
  public void addFormatters(FormatterRegistry registry) {
    registry.addFormatter(new Amounts());
  }

  /** What a person types into a money field; nothing typed is no amount. */
  private static final class Amounts implements Formatter<Money> {
    @Override
    public Money parse(String typed, Locale locale) {
      return Money.parse(typed);
    }

    @Override
    public String print(Money money, Locale locale) {
      return money.plain();
    }
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    LocaleChangeInterceptor language = new LocaleChangeInterceptor();
    language.setParamName("lang");
    language.setIgnoreInvalidLocale(true);
    registry.addInterceptor(language);
    registry.addInterceptor(new ElderView());
  }
}
