package io.quantong.portal;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Puts the guard in front of every handler and gives handlers their actor. */
@Configuration(proxyBeanMethods = false)
class ActorWeb implements WebMvcConfigurer {

  private static final int FIRST = -100;

  private final AllowInterceptor allow;
  private final ActorArgument actor;

  ActorWeb(AllowInterceptor allow, ActorArgument actor) {
    this.allow = allow;
    this.actor = actor;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(allow).order(FIRST);
  }

  @Override
  public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
    resolvers.add(actor);
  }
}
