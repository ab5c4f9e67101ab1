package io.quantong.claim;

import java.util.List;
import java.util.UUID;
import java.util.function.IntSupplier;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Treats each claim in a transaction of its own, so that one that fails does not stop the others.
 */
@Component
class OneByOne {

  private static final Logger LOG = LoggerFactory.getLogger(OneByOne.class);

  private final TransactionTemplate alone;

  OneByOne(PlatformTransactionManager transactions) {
    this.alone = new TransactionTemplate(transactions);
    this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * How many were moved in all rounds; a fault in one does not keep the next from being treated.
   *
   * @throws RuntimeException the last fault, after all rounds
   */
  static int inTurn(List<IntSupplier> rounds) {
    int moved = 0;
    RuntimeException failed = null;
    for (IntSupplier round : rounds) {
      try {
        moved += round.getAsInt();
      } catch (RuntimeException fault) {
        failed = fault;
      }
    }
    if (failed != null) {
      throw failed;
    }
    return moved;
  }

  /**
   * How many were moved.
   *
   * @throws RuntimeException the last fault, after all others were treated, so that the job is
   *     tried again
   */
  int apply(List<UUID> ids, Predicate<UUID> work) {
    int moved = 0;
    RuntimeException failed = null;
    for (UUID id : ids) {
      try {
        if (Boolean.TRUE.equals(alone.execute(status -> work.test(id)))) {
          moved++;
        }
      } catch (RuntimeException fault) {
        LOG.error("Claim {} could not be moved", id, fault);
        failed = fault;
      }
    }
    if (failed != null) {
      throw failed;
    }
    return moved;
  }
}
