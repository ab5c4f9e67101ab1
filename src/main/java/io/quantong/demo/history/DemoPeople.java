package io.quantong.demo.history;

import io.quantong.demo.Persona;
import io.quantong.demo.Personas;
import io.quantong.demo.city.DemoCity;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Whom a visitor of the demo may be: one person each, around one district and one provider. */
@Component
@Profile("demo")
class DemoPeople implements Personas {

  private static final String ENTREPRENEUR = "e0001";
  private static final String BUREAU = Scenes.DISTRICT + ".kj.";
  private static final String TREASURY = Scenes.DISTRICT + ".cz.";

  @Override
  public List<Persona> all() {
    return List.of(
        new Persona("firm", Scenes.FIRM),
        new Persona("entrepreneur", ENTREPRENEUR),
        new Persona("newcomer", Scenes.NEWCOMER),
        new Persona("provider", Scenes.PROVIDER + ".manager"),
        new Persona("technician", Scenes.PROVIDER + ".tech1"),
        new Persona("provider-finance", Scenes.PROVIDER + ".finance"),
        new Persona("handler", BUREAU + "handler"),
        new Persona("reviewer", BUREAU + "reviewer"),
        new Persona("head", BUREAU + "head"),
        new Persona("clerk", TREASURY + "clerk"),
        new Persona("approver", TREASURY + "approver"),
        new Persona("city", DemoCity.CITY + ".kj.officer"),
        new Persona("city-finance", DemoCity.CITY + ".cz.officer"),
        new Persona("auditor", DemoCity.CITY + ".sj.officer"));
  }
}
