package io.quantong.budget;

import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Refused;
import java.sql.SQLException;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The double-entry ledger (product section 4). The database enforces it again. */
@Service
public class Ledger {

  /** Raised by the database when an account does not hold what is taken out of it. */
  private static final String INSUFFICIENT = "QT001";

  private static final Pattern ACCOUNT = Pattern.compile("insufficient (\\S+)");

  private final LedgerRepository repository;
  private final Clock clock;

  Ledger(LedgerRepository repository, Clock clock) {
    this.repository = repository;
    this.clock = clock;
  }

  /**
   * Posts in the caller's transaction, which is lost when the posting is refused. Post last: the
   * district's own accounts are shared by all and stay locked until the commit.
   *
   * @throws Refused with {@link BudgetRefusal} when an account does not hold enough
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void post(Actor actor, Journal journal) {
    post(actor, journal, null);
  }

  /** As above with a note: the number of the paper it rests on. */
  void post(Actor actor, Journal journal, @Nullable String note) {
    try {
      repository.insert(actor, journal, note, clock.instant());
    } catch (RuntimeException failure) {
      String account = insufficientAccount(failure);
      if (account == null) {
        throw failure;
      }
      throw new Refused(new BudgetRefusal.Insufficient(account, asked(journal, account)));
    }
  }

  /** The balance now; zero for an account nothing was ever posted to. */
  @Transactional(readOnly = true)
  public Money balance(Account account) {
    return repository.balance(account.code());
  }

  /** What all accounts of a kind hold together. */
  @Transactional(readOnly = true)
  public Money total(Account.Kind kind) {
    return repository.total(kind);
  }

  private static Money asked(Journal journal, String account) {
    return journal.transfers().stream()
        .filter(transfer -> transfer.from().code().equals(account))
        .map(Transfer::amount)
        .reduce(Money.ZERO, Money::plus);
  }

  private static @Nullable String insufficientAccount(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && INSUFFICIENT.equals(sql.getSQLState())) {
        Matcher account = ACCOUNT.matcher(String.valueOf(sql.getMessage()));
        return account.find() ? account.group(1) : "";
      }
    }
    return null;
  }
}
