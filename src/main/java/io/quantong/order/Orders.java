package io.quantong.order;

import io.quantong.kernel.Actor;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Orders from checkout to close (M2, product section 5). */
@Service
public class Orders {

  /** An order as the platform knows it; scope is the caller's business. */
  public Order order(UUID id) {
    throw new IllegalStateException();
  }

  /** Contract, hours and tariff price of an order, for its claim; scope is the caller's business. */
  public ServiceRecord serviceRecord(UUID orderId) {
    throw new IllegalStateException();
  }

  /** Its claim was paid: COMPLETED becomes CLOSED. */
  public void close(Actor actor, UUID orderId) {
    throw new IllegalStateException();
  }
}
