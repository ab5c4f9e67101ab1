package io.quantong.demo;

import java.util.List;

/** The people a visitor of the demo may be; given by whoever fills the demo with people. */
@FunctionalInterface
public interface Personas {

  /** In the order of the money's way: who asks for vouchers first, who watches all last. */
  List<Persona> all();
}
