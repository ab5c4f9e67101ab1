package io.quantong.identity.web;

import io.quantong.identity.District;
import io.quantong.identity.Identities;
import io.quantong.identity.Organisation;
import io.quantong.identity.OrganisationKind;
import io.quantong.identity.UnifiedCode;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Allow;
import io.quantong.kernel.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who I am, for programs (M14). */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Identity")
class IdentityApi {

  private final Identities identities;

  IdentityApi(Identities identities) {
    this.identities = identities;
  }

  /**
   * Who asks.
   *
   * @param person name of the person
   * @param organisation for whom
   * @param roles what the person may do there
   * @param commitmentSigned true when the commitment in force is signed
   */
  record Me(
      String person, OrganisationView organisation, Set<Role> roles, boolean commitmentSigned) {}

  /**
   * An organisation without personal data.
   *
   * @param id identifier
   * @param kind what it is
   * @param name registered name
   * @param unifiedCode null for an entrepreneur
   * @param district null outside the city
   */
  record OrganisationView(
      UUID id,
      OrganisationKind kind,
      String name,
      @Nullable String unifiedCode,
      @Nullable String district) {

    static OrganisationView of(Organisation one) {
      return new OrganisationView(
          one.id(), one.kind(), one.name(), one.unifiedCode(), one.district());
    }
  }

  /**
   * Whether a unified social credit code can be one.
   *
   * @param code in its normal form
   * @param valid true when its check character fits
   */
  record CodeView(String code, boolean valid) {}

  @GetMapping("/me")
  @Allow
  @Operation(summary = "The caller: person, organisation, roles")
  Me me(Actor actor) {
    return new Me(
        actor.personName(),
        OrganisationView.of(identities.organisation(actor.organisationId())),
        actor.roles(),
        identities.hasSignedCommitment(actor.organisationId()));
  }

  @GetMapping("/me/organisations")
  @Allow
  @Operation(summary = "All organisations the caller acts for")
  List<OrganisationView> organisations(Actor actor) {
    return identities.memberships(actor.personId()).stream()
        .map(one -> OrganisationView.of(one.organisation()))
        .toList();
  }

  @PostMapping("/me/commitment")
  @Allow({Role.BENEFICIARY, Role.PROVIDER_MANAGER})
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Sign the credit commitment in force; signing twice does nothing")
  void sign(Actor actor) {
    identities.signCommitment(actor);
  }

  @GetMapping("/districts")
  @Allow(everyone = true)
  @Operation(summary = "The city and its districts")
  List<District> districts() {
    return identities.districts();
  }

  @GetMapping("/unified-codes/{code}")
  @Allow(everyone = true)
  @Operation(summary = "Check a unified social credit code (GB 32100)")
  CodeView code(@PathVariable String code) {
    return new CodeView(UnifiedCode.normal(code), UnifiedCode.valid(code));
  }
}
