package io.quantong.catalogue;

import io.quantong.catalogue.Instrument.BookingRules;
import io.quantong.catalogue.Instrument.Hours;
import io.quantong.identity.Identities;
import io.quantong.identity.People;
import io.quantong.kernel.Actor;
import io.quantong.kernel.Money;
import io.quantong.kernel.Role;
import io.quantong.provider.Application;
import io.quantong.provider.Provider;
import io.quantong.provider.ProviderKind;
import io.quantong.provider.Providers;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Admitted providers with something to order, for tests: autowire it and open a stall. Every stall
 * is a new organisation, so that tests never meet.
 */
@Component
public final class Market {

  /** Price of an hour of the instrument. */
  public static final Money HOUR = Money.yuan(200);

  /** Price of a sample. */
  public static final Money SAMPLE = Money.yuan(680);

  /** Price of the service. */
  public static final Money SERVICE = Money.yuan(30_000);

  private final Identities identities;
  private final Providers providers;
  private final Instruments instruments;
  private final CatalogueDesk desk;
  private final Catalogue catalogue;
  private final Clock clock;

  Market(
      Identities identities,
      Providers providers,
      Instruments instruments,
      CatalogueDesk desk,
      Catalogue catalogue,
      Clock clock) {
    this.identities = identities;
    this.providers = providers;
    this.instruments = instruments;
    this.desk = desk;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * A provider and what it offers.
   *
   * @param provider its admitted entry
   * @param manager runs it
   * @param technician runs the instrument
   * @param finance files claims
   * @param instrument open every day from 8 to 20 in slots of an hour, one hour ahead
   * @param time an hour of the instrument, {@link #HOUR}
   * @param test a sample test, {@link #SAMPLE}
   * @param service a service, {@link #SERVICE}
   */
  public record Stall(
      Provider provider,
      Actor manager,
      Actor technician,
      Actor finance,
      Instrument instrument,
      Offer time,
      Offer test,
      Offer service) {}

  /** A stall in a district of the city. */
  public Stall stall() {
    return stall(People.YUECHENG);
  }

  /** A stall in the district; null for one outside the city, admitted by Yuecheng. */
  public Stall stall(@Nullable String district) {
    People people = People.of(identities);
    Actor manager = people.institution(district);
    Provider provider = providers.apply(manager, application(manager, district));
    UUID instrument =
        instruments
            .registerAll(
                Actor.system(), List.of(new NewInstrument(provider.id(), sheet(), always())))
            .getFirst();
    LocalDate today = LocalDate.now(clock);
    List<UUID> ids =
        desk.publishAll(
            manager,
            List.of(
                new NewOffer(provider.id(), time(instrument), HOUR, today),
                new NewOffer(provider.id(), test(instrument), SAMPLE, today),
                new NewOffer(provider.id(), service(), SERVICE, today)));
    return new Stall(
        provider,
        manager,
        people.colleague(manager, Role.PROVIDER_TECHNICIAN),
        people.colleague(manager, Role.PROVIDER_FINANCE),
        instruments.instrument(instrument),
        catalogue.offer(ids.get(0)),
        catalogue.offer(ids.get(1)),
        catalogue.offer(ids.get(2)));
  }

  /** What an institution asks for when it enters the library. */
  public static Application application(Actor manager, @Nullable String district) {
    return new Application(
        ProviderKind.UNIVERSITY,
        district == null ? People.YUECHENG : district,
        "测试路 1 号",
        new Provider.BankAccount("测试银行绍兴分行", "6222000011112222", manager.organisationName()),
        new Application.Contact("联系人", "0575-00000000"),
        List.of(),
        true);
  }

  /** An instrument. */
  public static Instrument.Sheet sheet() {
    return new Instrument.Sheet(
        "场发射扫描电子显微镜",
        "Field emission scanning electron microscope",
        "SEM-SU4500",
        "测试仪器厂",
        Money.yuan(3_200_000),
        "0101",
        "1 号楼 101 室",
        "分辨率 0.8 nm（15 kV）",
        null);
  }

  /** Open every day from 8 to 20, an hour ahead, for two months. */
  public static BookingRules always() {
    List<Hours> week =
        Arrays.stream(DayOfWeek.values())
            .map(day -> new Hours(day, LocalTime.of(8, 0), LocalTime.of(20, 0)))
            .toList();
    return new BookingRules(week, 60, 1, 60, Set.of());
  }

  /** Time of an instrument. */
  public static OfferSheet time(UUID instrument) {
    return new OfferSheet(
        "场发射扫描电子显微镜预约机时",
        "SEM: instrument time",
        Offer.Mode.INSTRUMENT_TIME,
        Offer.Basis.HOUR,
        "0101",
        instrument,
        "表面与断面形貌观察",
        "1. 预约\n2. 到场签到\n3. 上机",
        List.of("GB/T 16594 微米级长度的扫描电镜测量方法通则"),
        List.of("扫描电镜", "SEM"),
        2);
  }

  /** A sample test on an instrument. */
  public static OfferSheet test(@Nullable UUID instrument) {
    return new OfferSheet(
        "中性盐雾试验送样测试",
        "Neutral salt spray test",
        Offer.Mode.SAMPLE_TEST,
        Offer.Basis.SAMPLE,
        "0801",
        instrument,
        "按标准做中性盐雾试验，出具检测报告",
        "1. 送样\n2. 试验\n3. 报告",
        List.of("GB/T 10125 人造气氛腐蚀试验 盐雾试验"),
        List.of("盐雾", "耐腐蚀"),
        7);
  }

  /** A service without an instrument. */
  public static OfferSheet service() {
    return new OfferSheet(
        "产品结构研发设计",
        "Product design",
        Offer.Mode.SERVICE,
        Offer.Basis.ITEM,
        "1001",
        null,
        "结构设计与样机评审",
        "1. 需求\n2. 方案\n3. 评审",
        List.of(),
        List.of("设计"),
        30);
  }
}
