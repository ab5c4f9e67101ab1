package io.quantong.budget;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An account of the ledger, named in readable words: {@code BUDGET/330602/2026}, {@code
 * LOT/330602/2026/0199…}. An account comes into being with its first transfer.
 *
 * @param kind what it holds
 * @param district the district whose money it is, six digits
 * @param year budget year
 * @param document the lot, hold, order or claim it belongs to; null for the district's own accounts
 */
public record Account(Kind kind, String district, int year, @Nullable String document) {

  private static final Pattern CODE =
      Pattern.compile("([A-Z]+)/([0-9]{6})/([0-9]{4})(?:/([^/]+))?");

  public Account {
    if (kind.perDocument() != (document != null)) {
      throw new IllegalArgumentException(kind + " and document " + document + " do not fit");
    }
  }

  /** An account of the district itself. */
  public static Account of(Kind kind, String district, int year) {
    return new Account(kind, district, year, null);
  }

  /** An account of one document. */
  public static Account of(Kind kind, String district, int year, Object document) {
    return new Account(kind, district, year, document.toString());
  }

  /** Reads a name back; empty when it is none. */
  public static Optional<Account> parse(String code) {
    Matcher parts = CODE.matcher(code);
    if (!parts.matches()) {
      return Optional.empty();
    }
    try {
      Kind kind = Kind.valueOf(parts.group(1));
      int year = Integer.parseInt(parts.group(3));
      return Optional.of(new Account(kind, parts.group(2), year, parts.group(4)));
    } catch (IllegalArgumentException strange) {
      return Optional.empty();
    }
  }

  /** The name in the database. */
  public String code() {
    String base = kind + "/" + district + "/" + year;
    return document == null ? base : base + "/" + document;
  }

  /** Kinds of accounts, in the order money passes them (product section 4). */
  public enum Kind {
    /** Where money comes from: the counterpart of all; the only one below zero. */
    APPROPRIATION(false),
    /** Appropriated and not yet given out. */
    BUDGET(false),
    /** In a voucher lot, free to use. Document: lot. */
    LOT(true),
    /** Held by an order. Document: hold. */
    HELD(true),
    /** Captured: owed for a service done. Document: order. */
    OWED(true),
    /** Confirmed by the district, waiting for notice and payment. Document: claim. */
    PAYABLE(true),
    /** Paid to providers. */
    PAID(false),
    /** Paid before and claimed back. Document: claim. */
    RECOVERY(true);

    private final boolean perDocument;

    Kind(boolean perDocument) {
      this.perDocument = perDocument;
    }

    boolean perDocument() {
      return perDocument;
    }
  }
}
