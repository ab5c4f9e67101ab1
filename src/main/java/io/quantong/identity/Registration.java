package io.quantong.identity;

import io.quantong.identity.Organisation.Profile;
import org.jspecify.annotations.Nullable;

/**
 * An organisation as the registers know it, before it has an identifier (M16).
 *
 * @param kind what it is
 * @param name registered name
 * @param nameEn English name, may equal {@code name}
 * @param unifiedCode unified social credit code in either case; null for an entrepreneur only
 * @param district six-digit code; null outside the city
 * @param profile figures for eligibility
 * @param legalRepresentative name
 * @param phone contact phone
 * @param address registered address
 */
public record Registration(
    OrganisationKind kind,
    String name,
    String nameEn,
    @Nullable String unifiedCode,
    @Nullable String district,
    Profile profile,
    String legalRepresentative,
    String phone,
    String address) {}
