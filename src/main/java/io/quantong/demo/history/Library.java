package io.quantong.demo.history;

import io.quantong.catalogue.Instrument;
import io.quantong.catalogue.NewInstrument;
import io.quantong.catalogue.NewOffer;
import io.quantong.catalogue.OfferSheet;
import io.quantong.demo.city.CityFirm;
import io.quantong.demo.city.CityInstrument;
import io.quantong.demo.city.CityOffer;
import io.quantong.demo.city.CityProvider;
import io.quantong.demo.city.DemoCity;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Role;
import io.quantong.provider.Application;
import io.quantong.provider.Application.Certificate;
import io.quantong.provider.Application.CertificateKind;
import io.quantong.provider.Provider;
import io.quantong.provider.ProviderKind;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Providers enter the library, most in the first week, and put their offers on show. */
final class Library {

  private static final LocalTime MORNING = LocalTime.of(8, 10);
  private static final LocalTime AFTERNOON = LocalTime.of(14, 30);
  private static final int LEAD_HOURS = 24;
  private static final int HORIZON_DAYS = 60;

  /** Every so manieth reviewed provider is asked for papers first. */
  private static final int ASKED_EVERY = 4;

  private final World world;
  private final Founders founders;

  Library(World world, Founders founders) {
    this.world = world;
    this.founders = founders;
  }

  void open(LocalDate first, LocalDate today) {
    List<CityProvider> providers = world.city().providers();
    LocalDate start = world.days().onOrAfter(first);
    for (int i = 0; i < providers.size(); i++) {
      CityProvider provider = providers.get(i);
      int turn = i;
      at(start, MORNING, () -> apply(provider, turn, today));
    }
    at(world.days().before(today, 3), MORNING, () -> secondHat(today));
  }

  private void at(LocalDate day, LocalTime time, Runnable act) {
    world.agenda().at(day, time, "library", act);
  }

  private void apply(CityProvider provider, int turn, LocalDate today) {
    Actor manager = world.cast().of(provider, Role.PROVIDER_MANAGER);
    world.platform().identities().signCommitment(manager);
    Application application =
        new Application(
            provider.kind(),
            admitting(provider, turn),
            provider.place().province() + provider.place().city() + provider.place().address(),
            new Provider.BankAccount(
                provider.bank().bank(), provider.bank().number(), provider.bank().holder()),
            new Application.Contact(provider.contact().zh(), provider.phone()),
            certificates(manager, provider, today),
            true);
    Provider entry = world.platform().providers().apply(manager, application);
    world.cast().provider(provider.key(), entry.id());
    if (provider.kind().exempt()) {
      publish(provider);
    } else {
      review(provider, entry, turn);
    }
  }

  /** A provider outside the city chooses where it is supervised. */
  private static String admitting(CityProvider provider, int turn) {
    String own = provider.place().district();
    return own != null ? own : DemoCity.DISTRICTS.get(turn % DemoCity.DISTRICTS.size());
  }

  private List<Certificate> certificates(Actor manager, CityProvider provider, LocalDate today) {
    io.quantong.demo.city.Certificate shown = provider.certificate();
    if (shown == null) {
      return List.of();
    }
    UUID file =
        world.upload(manager, shown.name() + ".pdf", shown.name(), "证书编号：" + shown.number());
    CertificateKind kind =
        provider.kind() == ProviderKind.TESTING_FIRM
            ? CertificateKind.CMA
            : CertificateKind.LICENCE;
    return List.of(new Certificate(kind, shown.number(), shown.validUntil(today), file));
  }

  private void review(CityProvider provider, Provider entry, int turn) {
    LocalDate today = world.agenda().today();
    Actor handler = world.cast().official(entry.admittingDistrict(), "kj.handler2");
    boolean asked = turn % ASKED_EVERY == 1;
    if (asked) {
      at(
          world.days().after(today, 1),
          AFTERNOON,
          () ->
              world
                  .platform()
                  .admissions()
                  .askPapers(handler, entry.id(), "请补充检测能力附表和近一年的能力验证结果。"));
      at(world.days().after(today, 2), AFTERNOON, () -> supply(provider, entry));
    }
    at(
        world.days().after(today, asked ? 4 : 2),
        AFTERNOON,
        () -> {
          world.platform().admissions().admit(handler, entry.id());
          publish(provider);
        });
  }

  private void supply(CityProvider provider, Provider entry) {
    Actor manager = world.cast().of(provider, Role.PROVIDER_MANAGER);
    world.platform().providers().supplyPapers(manager, entry.id(), List.of(), "已补充能力附表。");
  }

  private void publish(CityProvider provider) {
    Actor manager = world.cast().of(provider, Role.PROVIDER_MANAGER);
    UUID entry = world.cast().provider(provider.key());
    List<CityInstrument> machines =
        world.city().instruments().stream()
            .filter(one -> one.providerKey().equals(provider.key()))
            .toList();
    List<UUID> registered =
        world
            .platform()
            .instruments()
            .registerAll(
                manager,
                machines.stream()
                    .map(one -> new NewInstrument(entry, sheet(one), rules(one)))
                    .toList());
    for (int i = 0; i < machines.size(); i++) {
      world.cast().instrument(machines.get(i).code(), registered.get(i));
    }
    List<CityOffer> offers =
        world.city().offersOf(provider).stream().filter(Library::mayBePaidWithVouchers).toList();
    List<UUID> published =
        world
            .platform()
            .catalogue()
            .publishAll(manager, offers.stream().map(one -> offer(one, entry)).toList());
    for (int i = 0; i < offers.size(); i++) {
      world.cast().offer(offers.get(i).key(), published.get(i));
    }
  }

  private static boolean mayBePaidWithVouchers(CityOffer offer) {
    return switch (offer.exclusion()) {
      case NONE, RESEARCH_ONLY -> true;
      case STATUTORY, BATCH_QC -> false;
    };
  }

  private static Instrument.Sheet sheet(CityInstrument one) {
    return new Instrument.Sheet(
        one.type().name(),
        one.type().nameEn(),
        one.model(),
        one.maker().name(),
        one.originalValue(),
        one.type().category(),
        one.place(),
        one.specs(),
        null);
  }

  private static Instrument.BookingRules rules(CityInstrument one) {
    List<Instrument.Hours> hours =
        one.openingHours().stream()
            .map(open -> new Instrument.Hours(open.day(), open.from(), open.until()))
            .toList();
    return new Instrument.BookingRules(
        hours, one.slotMinutes(), LEAD_HOURS, HORIZON_DAYS, Set.of());
  }

  private NewOffer offer(CityOffer one, UUID entry) {
    @Nullable UUID instrument =
        one.instrumentCode() == null ? null : world.cast().instrument(one.instrumentCode());
    OfferSheet sheet =
        new OfferSheet(
            one.name(),
            one.nameEn(),
            one.mode(),
            one.price().basis(),
            one.type().category(),
            instrument,
            one.content(),
            one.process(),
            one.type().standards(),
            one.type().keywords(),
            one.deliveryDays());
    return new NewOffer(entry, sheet, one.price().unit(), world.agenda().today());
  }

  /** A firm that buys tests also offers design: the bureau has an admission to decide. */
  private void secondHat(LocalDate today) {
    List<CityFirm> near =
        Scenes.players(world).stream()
            .filter(firm -> firm.district().equals(Scenes.DISTRICT))
            .toList();
    CityFirm firm = near.getLast();
    Actor manager = founders.alsoAs(firm.people().getLast(), firm.key(), Role.PROVIDER_MANAGER);
    world.platform().identities().signCommitment(manager);
    UUID file = world.upload(manager, "工业设计中心认定书.pdf", "工业设计中心认定书", firm.name());
    world
        .platform()
        .providers()
        .apply(
            manager,
            new Application(
                ProviderKind.DESIGN_FIRM,
                firm.district(),
                firm.address(),
                new Provider.BankAccount("稽山银行城东支行", "9999000000000000001", firm.name()),
                new Application.Contact(firm.contact().zh(), firm.phone()),
                List.of(
                    new Certificate(
                        CertificateKind.OTHER, "SJ-2026-017", today.plusYears(2), file)),
                true));
  }
}
