package io.quantong.identity;

import io.quantong.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a register entry or a role is refused. */
public enum IdentityRefusal implements Refusal {
  NAME_MISSING,
  CODE_MISSING,
  CODE_WRONG,
  CODE_TAKEN,
  DISTRICT_MISSING,
  DISTRICT_UNKNOWN,
  ORGANISATION_UNKNOWN,
  ROLE_MISSING,
  ROLE_UNFIT,
  /** The person does not act for the organisation chosen. */
  NOT_A_MEMBER,
  /** The commitment was sent without the tick that accepts it. */
  NOT_ACCEPTED;

  @Override
  public String code() {
    return "identity.refusal." + name();
  }

  @Override
  public Kind kind() {
    return this == NOT_A_MEMBER ? Kind.FORBIDDEN : Kind.INVALID;
  }

  @Override
  public @Nullable String field() {
    return this == NOT_ACCEPTED ? "agree" : null;
  }

  Refusal about(Object... arguments) {
    return new About(this, List.of(arguments));
  }

  private record About(IdentityRefusal refusal, List<Object> arguments) implements Refusal {
    @Override
    public String code() {
      return refusal.code();
    }

    @Override
    public Kind kind() {
      return refusal.kind();
    }
  }
}
