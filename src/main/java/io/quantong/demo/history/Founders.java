package io.quantong.demo.history;

import io.quantong.budget.Budgets;
import io.quantong.demo.city.CityBureau;
import io.quantong.demo.city.CityFirm;
import io.quantong.demo.city.CityPerson;
import io.quantong.demo.city.CityProvider;
import io.quantong.demo.city.CityTie;
import io.quantong.demo.city.DemoCity;
import io.quantong.identity.Enrolment;
import io.quantong.identity.Identities;
import io.quantong.identity.Organisation;
import io.quantong.identity.OrganisationKind;
import io.quantong.identity.Person;
import io.quantong.identity.Registration;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.RequestKey;
import io.quantong.kernel.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Brings the invented city into the registers: organisations, people, ties, budgets. */
final class Founders {

  private static final Organisation.Profile NO_SIZE =
      new Organisation.Profile(0, Money.ZERO, Money.ZERO);
  private static final int AT_ONCE = 200;

  private final Identities identities;
  private final Budgets budgets;
  private final Cast cast;

  Founders(Platform platform, Cast cast) {
    this.identities = platform.identities();
    this.budgets = platform.budgets();
    this.cast = cast;
  }

  /** An organisation of the city as the registers would send it, and who acts for it. */
  private record Newcomer(String key, Registration registration, List<CityPerson> people) {}

  void register(DemoCity city) {
    List<Newcomer> all = new ArrayList<>();
    city.bureaus().forEach(one -> all.add(bureau(one)));
    city.providers().forEach(one -> all.add(provider(one)));
    city.firms().forEach(one -> all.add(firm(one)));
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      enter(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
    }
    city.ties().stream().filter(tie -> tie.kind() == CityTie.Kind.DECLARED).forEach(this::declare);
  }

  private void enter(List<Newcomer> newcomers) {
    List<Organisation> organisations =
        identities.registerAll(
            Actor.system(), newcomers.stream().map(Newcomer::registration).toList());
    List<Enrolment> enrolments = new ArrayList<>();
    List<Organisation> homes = new ArrayList<>();
    for (int i = 0; i < newcomers.size(); i++) {
      Organisation home = organisations.get(i);
      cast.organisation(newcomers.get(i).key(), home.id());
      for (CityPerson person : newcomers.get(i).people()) {
        enrolments.add(enrolment(person, home.id(), person.role()));
        homes.add(home);
      }
    }
    List<Person> people = identities.enrolAll(Actor.system(), enrolments);
    for (int i = 0; i < people.size(); i++) {
      cast.person(
          enrolments.get(i).subject(), actor(people.get(i), homes.get(i), enrolments.get(i)));
    }
  }

  /** Gives somebody a further part in the own organisation, and answers who acts in it. */
  Actor alsoAs(CityPerson person, String organisationKey, Role role) {
    Organisation home = identities.organisation(cast.organisation(organisationKey));
    Enrolment further = enrolment(person, home.id(), role);
    Person known = identities.enrol(Actor.system(), further);
    return actor(known, home, further);
  }

  private static Enrolment enrolment(CityPerson person, UUID organisation, Role role) {
    return new Enrolment(
        person.login(), person.name().zh(), person.phone(), organisation, Set.of(role));
  }

  private static Actor actor(Person person, Organisation home, Enrolment enrolment) {
    return new Actor(
        person.id(), person.name(), home.id(), home.name(), home.district(), enrolment.roles());
  }

  private void declare(CityTie tie) {
    identities.declareTie(
        Actor.system(), cast.organisation(tie.firmKey()), cast.organisation(tie.providerKey()));
  }

  /** Every district's finance bureau brings in the money of a year. */
  void appropriate(int year, Money each) {
    for (String district : DemoCity.DISTRICTS) {
      Actor clerk = cast.official(district, "cz.clerk");
      String paper = "绍财教〔%d〕%s 号".formatted(year, district.substring(3));
      budgets.appropriate(
          clerk, new Budgets.Appropriation(district, year, each, paper), RequestKey.fresh());
    }
  }

  private static Newcomer bureau(CityBureau bureau) {
    return new Newcomer(
        bureau.key(),
        new Registration(
            bureau.kind(),
            bureau.name(),
            bureau.nameEn(),
            bureau.unifiedCode(),
            bureau.district(),
            NO_SIZE,
            bureau.head().zh(),
            bureau.phone(),
            bureau.address()),
        bureau.staff());
  }

  private static Newcomer provider(CityProvider provider) {
    return new Newcomer(
        provider.key(),
        new Registration(
            provider.organisationKind(),
            provider.name(),
            provider.nameEn(),
            provider.unifiedCode(),
            provider.place().district(),
            NO_SIZE,
            provider.legalRepresentative().zh(),
            provider.phone(),
            provider.place().address()),
        provider.people());
  }

  private static Newcomer firm(CityFirm firm) {
    boolean person = firm.kind() == OrganisationKind.ENTREPRENEUR;
    return new Newcomer(
        firm.key(),
        new Registration(
            firm.kind(),
            firm.name(),
            firm.nameEn(),
            firm.unifiedCode(),
            firm.district(),
            person
                ? NO_SIZE
                : new Organisation.Profile(
                    firm.size().staff(), firm.size().sales(), firm.size().assets()),
            firm.legalRepresentative().zh(),
            firm.phone(),
            firm.address()),
        firm.people());
  }
}
