package io.quantong.payout;

import io.quantong.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a payment step is refused.
 *
 * @param reason which
 * @param arguments values for the sentence
 */
public record PayoutRefusal(Reason reason, List<Object> arguments) implements Refusal {

  public PayoutRefusal {
    arguments = List.copyOf(arguments);
  }

  PayoutRefusal(Reason reason, Object... arguments) {
    this(reason, List.of(arguments));
  }

  /** The reasons. */
  public enum Reason {
    /** No such item or batch, or none this actor may know of. */
    UNKNOWN(Kind.MISSING, null),
    /** A batch needs at least one payment. */
    EMPTY(Kind.INVALID, "items"),
    /** A payment is not, or no longer, cleared. Argument: claim number. */
    NOT_CLEARED(Kind.CONFLICT, "items"),
    /** This person submitted or reviewed the claim. Argument: claim number. */
    HANDLED_CLAIM(Kind.CONFLICT, "items"),
    /** Who made a batch does not approve it. */
    MAKER_APPROVES(Kind.FORBIDDEN, null),
    /** Only the maker takes a batch back. */
    NOT_MAKER(Kind.FORBIDDEN, null),
    /** The payment is with the bank or paid; only a recovery helps now. Argument: claim number. */
    ON_ITS_WAY(Kind.CONFLICT, null),
    /** The list can be fetched once the batch is sent. */
    NOT_SENT(Kind.CONFLICT, null),
    /** Giving a batch back needs a reason of at most 500 characters. */
    NO_REASON(Kind.INVALID, "reason"),
    /** Somebody moved the payment at this very moment; try again. Argument: claim number. */
    BUSY(Kind.BUSY, null),
    /** The file has no line to read. */
    BAD_FILE(Kind.INVALID, "file"),
    /** The file is larger than 2 MB or holds more than 5,000 lines. */
    FILE_TOO_LARGE(Kind.INVALID, "file"),
    /** The first line does not name the expected columns. Argument: the columns expected. */
    UNKNOWN_COLUMNS(Kind.INVALID, "file"),
    /** A line has more fields than there are columns. Argument: line. */
    TOO_MANY_FIELDS(Kind.INVALID, "file"),
    /** A line names no payment of this batch. Arguments: line, end-to-end id. */
    UNKNOWN_LINE(Kind.INVALID, "file"),
    /** A line repeats a payment. Arguments: line, end-to-end id. */
    REPEATED_LINE(Kind.INVALID, "file"),
    /** The amount is not the one sent. Arguments: line, sent, in the file. */
    AMOUNT_MISMATCH(Kind.INVALID, "file"),
    /** The result is neither OK nor FAILED. Arguments: line, text. */
    BAD_OUTCOME(Kind.INVALID, "file"),
    /** A success without the bank's reference. Argument: line. */
    REFERENCE_MISSING(Kind.INVALID, "file"),
    /** The bank's reference was used for another payment. Arguments: line, reference. */
    REFERENCE_USED(Kind.INVALID, "file"),
    /** A failure without a reason. Argument: line. */
    REASON_MISSING(Kind.INVALID, "file"),
    /** The day is unreadable, before the sending or in the future. Arguments: line, text. */
    BAD_DAY(Kind.INVALID, "file"),
    /** The very same file was recorded for another batch. */
    FILE_OF_ANOTHER_BATCH(Kind.CONFLICT, "file"),
    /** Another result is recorded. Arguments: line, end-to-end id. */
    OTHER_RESULT(Kind.INVALID, "file");

    private final Kind kind;
    private final @Nullable String field;

    Reason(Kind kind, @Nullable String field) {
      this.kind = kind;
      this.field = field;
    }
  }

  @Override
  public String code() {
    return "payout.refusal." + reason.name();
  }

  @Override
  public Kind kind() {
    return reason.kind;
  }

  @Override
  public @Nullable String field() {
    return reason.field;
  }
}
