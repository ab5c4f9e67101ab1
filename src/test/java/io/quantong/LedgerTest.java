package io.quantong;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * An {@link IntegrationTest} in a world of its own, for tests that move money without real orders
 * and claims: what the whole platform must explain, these do not.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@IntegrationTest
@TestPropertySource(properties = "quantong.test.world=ledger")
public @interface LedgerTest {}
