package io.quantong.provider;

import io.quantong.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why something is refused around the library. */
public enum ProviderRefusal implements Refusal {
  /** Only firms and public institutions with a unified social credit code can be listed. */
  ORGANISATION_KIND(Kind.CONFLICT, null),
  /** The credit commitment has not been signed (M7, M15). */
  COMMITMENT_MISSING(Kind.CONFLICT, null),
  /** Good research integrity has not been declared (M7). */
  INTEGRITY_NOT_DECLARED(Kind.INVALID, "integrityDeclared"),
  /** The organisation has an entry already. */
  ALREADY_LISTED(Kind.CONFLICT, null),
  /** Revoked until a date not yet past (M8). */
  BARRED(Kind.CONFLICT, null),
  /** Not the district the organisation lies in, or no district of the city. */
  WRONG_DISTRICT(Kind.INVALID, "admittingDistrict"),
  PLACE_MISSING(Kind.INVALID, "place"),
  BANK_MISSING(Kind.INVALID, "bank"),
  ACCOUNT_NUMBER(Kind.INVALID, "accountNumber"),
  /** Money goes to the organisation itself only. */
  ACCOUNT_HOLDER(Kind.INVALID, "accountHolder"),
  CONTACT_MISSING(Kind.INVALID, "contactName"),
  /** The kind is not exempt and no certificate was shown (M6). */
  CERTIFICATE_MISSING(Kind.INVALID, "certificateNumber"),
  CERTIFICATE_NUMBER(Kind.INVALID, "certificateNumber"),
  CERTIFICATE_EXPIRED(Kind.INVALID, "certificateValidUntil"),
  CERTIFICATE_FILE_MISSING(Kind.INVALID, "certificateFile"),
  REASON_MISSING(Kind.INVALID, "reason"),
  /** A revocation ends in the future. */
  REVOKED_UNTIL(Kind.INVALID, "until"),
  /** The same person acted for the provider, in whatever organisation (M13). */
  SAME_PERSON(Kind.CONFLICT, null),
  NOT_FOUND(Kind.MISSING, null);

  private final Kind kind;
  private final @Nullable String field;

  ProviderRefusal(Kind kind, @Nullable String field) {
    this.kind = kind;
    this.field = field;
  }

  @Override
  public String code() {
    return "provider.refusal." + name();
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public @Nullable String field() {
    return field;
  }

  Refusal about(Object... arguments) {
    return new About(this, List.of(arguments));
  }

  private record About(ProviderRefusal refusal, List<Object> arguments) implements Refusal {
    @Override
    public String code() {
      return refusal.code();
    }

    @Override
    public Kind kind() {
      return refusal.kind();
    }

    @Override
    public @Nullable String field() {
      return refusal.field();
    }
  }
}
