package io.quantong.portal;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the interface for programs is described (OpenAPI). */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

  static {
    SpringDocUtils.getConfig()
        .replaceWithSchema(
            Money.class,
            new StringSchema()
                .pattern("-?\\d{1,13}\\.\\d{2}")
                .example("12345.67")
                .description("yuan with two decimals"))
        .addRequestWrapperToIgnore(Actor.class);
  }

  @Bean
  static OpenAPI description() {
    return new OpenAPI()
        .info(
            new Info()
                .title("Quantong")
                .version("1")
                .description(
                    "Innovation vouchers and shared instruments. Money is a string in yuan with two"
                        + " decimals, dates are ISO 8601 at Asia/Shanghai. Writes take an"
                        + " Idempotency-Key header; a refusal is a problem document (RFC 9457) with"
                        + " every reason in errors."))
        .addServersItem(new Server().url("/"));
  }
}
