package io.quantong.portal;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.dialect.IExpressionObjectDialect;
import org.thymeleaf.expression.IExpressionObjectFactory;

/**
 * Gives templates {@code #fmt} besides {@code @fmt}: Thymeleaf forbids beans in {@code th:attr},
 * {@code th:href} and the parameters of fragments.
 */
@Component
class PortalDialect implements IExpressionObjectDialect, IExpressionObjectFactory {

  private static final String NAME = "fmt";

  private final Fmt fmt;

  PortalDialect(Fmt fmt) {
    this.fmt = fmt;
  }

  @Override
  public String getName() {
    return "portal";
  }

  @Override
  public IExpressionObjectFactory getExpressionObjectFactory() {
    return this;
  }

  @Override
  public Set<String> getAllExpressionObjectNames() {
    return Set.of(NAME);
  }

  @Override
  public @Nullable Object buildObject(IExpressionContext context, String name) {
    return name.equals(NAME) ? fmt : null;
  }

  @Override
  public boolean isCacheable(String name) {
    return true;
  }
}
