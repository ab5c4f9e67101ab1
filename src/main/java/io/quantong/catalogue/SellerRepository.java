package io.quantong.catalogue;

import static io.quantong.catalogue.db.Tables.SELLER;

import io.quantong.provider.Provider;
import io.quantong.provider.ProviderState;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Repository;

/** What search knows of the entries of the library. */
@Repository
class SellerRepository {

  private final DSLContext sql;

  SellerRepository(DSLContext sql) {
    this.sql = sql;
  }

  void keep(Provider entry) {
    boolean admitted = entry.state() == ProviderState.ADMITTED;
    sql.insertInto(SELLER)
        .set(SELLER.PROVIDER_ID, entry.id())
        .set(SELLER.ORGANISATION_ID, entry.organisationId())
        .set(SELLER.NAME, entry.name())
        .set(SELLER.NAME_EN, entry.nameEn())
        .set(SELLER.KIND, entry.kind().name())
        .set(SELLER.DISTRICT, entry.district())
        .set(SELLER.ADMITTING_DISTRICT, entry.admittingDistrict())
        .set(SELLER.PLACE, entry.place())
        .set(SELLER.ADMITTED, admitted)
        .onConflict(SELLER.PROVIDER_ID)
        .doUpdate()
        .set(SELLER.NAME, entry.name())
        .set(SELLER.NAME_EN, entry.nameEn())
        .set(SELLER.KIND, entry.kind().name())
        .set(SELLER.DISTRICT, entry.district())
        .set(SELLER.ADMITTING_DISTRICT, entry.admittingDistrict())
        .set(SELLER.PLACE, entry.place())
        .set(SELLER.ADMITTED, admitted)
        .execute();
  }

  Optional<OfferView.Seller> find(UUID providerId) {
    return sql.selectFrom(SELLER)
        .where(SELLER.PROVIDER_ID.eq(providerId))
        .fetchOptional(SellerRepository::seller);
  }

  static OfferView.Seller seller(Record row) {
    return new OfferView.Seller(
        row.get(SELLER.PROVIDER_ID),
        row.get(SELLER.ORGANISATION_ID),
        row.get(SELLER.NAME),
        row.get(SELLER.NAME_EN),
        row.get(SELLER.KIND),
        row.get(SELLER.DISTRICT),
        row.get(SELLER.PLACE),
        row.get(SELLER.ADMITTED));
  }
}
