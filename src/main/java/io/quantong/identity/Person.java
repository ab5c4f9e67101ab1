package io.quantong.identity;

import java.util.UUID;

/**
 * Someone with an account.
 *
 * @param id identifier
 * @param subject name of the account at the identity provider (OIDC {@code sub})
 * @param name as registered; never on a public page
 * @param phone never public
 */
public record Person(UUID id, String subject, String name, String phone) {}
