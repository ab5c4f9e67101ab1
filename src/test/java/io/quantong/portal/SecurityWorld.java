package io.quantong.portal;

import io.quantong.IntegrationTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The platform with the bundled identity provider, two personas and handlers of every kind. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@IntegrationTest
@TestPropertySource(properties = "quantong.demo.login=true")
@Import(SecurityHandlers.class)
@interface SecurityWorld {}
