package io.quantong.provider;

import io.quantong.provider.Application.Certificate;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What anyone may read of the provider library (M5): no account, no person, no file. */
@Service
public class Library {

  /** Stands for every place outside the city. */
  public static final String OUTSIDE = "OUTSIDE";

  private static final Set<ProviderState> LISTED =
      Set.of(ProviderState.ADMITTED, ProviderState.SUSPENDED);

  private static final Set<ProviderState> SHOWN =
      Set.of(ProviderState.ADMITTED, ProviderState.SUSPENDED, ProviderState.REVOKED);

  private final EntryRepository entries;

  Library(EntryRepository entries) {
    this.entries = entries;
  }

  /**
   * Which providers to look for.
   *
   * @param words part of the name in either language; empty for all
   * @param district where the provider lies; {@link #OUTSIDE}; null for anywhere
   * @param kind null for all
   * @param exempt true for the kinds admitted without review only (M6)
   * @param page from 1
   */
  public record Search(
      String words,
      @Nullable String district,
      @Nullable ProviderKind kind,
      boolean exempt,
      int page) {
    public Search {
      words = words.strip();
      page = Math.max(1, page);
    }
  }

  /**
   * A public entry.
   *
   * @param id identifier of the entry
   * @param name registered name
   * @param nameEn English name
   * @param kind what it is
   * @param state admitted, suspended or revoked
   * @param district where it lies; null outside the city
   * @param admittingDistrict who admitted and supervises it
   * @param place where it is, in words
   * @param admittedOn day of admission
   * @param revokedUntil last day of the bar; null unless revoked
   * @param certificates without their files, latest first
   */
  public record Listed(
      UUID id,
      String name,
      String nameEn,
      ProviderKind kind,
      ProviderState state,
      @Nullable String district,
      String admittingDistrict,
      String place,
      @Nullable LocalDate admittedOn,
      @Nullable LocalDate revokedUntil,
      List<Certificate> certificates) {
    public Listed {
      certificates = List.copyOf(certificates);
    }
  }

  /**
   * One page of providers.
   *
   * @param rows by name
   * @param total on all pages
   */
  public record Page(List<Listed> rows, long total) {
    public Page {
      rows = List.copyOf(rows);
    }
  }

  /** Whoever is admitted or suspended at present (M5). */
  @Transactional(readOnly = true)
  public Page find(Search search) {
    return new Page(
        entries.listed(search, LISTED).stream().map(Library::listed).toList(),
        entries.countListed(search, LISTED));
  }

  /** A public entry; a revoked one stays public, so that everyone knows. */
  @Transactional(readOnly = true)
  public Optional<Listed> entry(UUID id) {
    return entries
        .find(id)
        .filter(found -> SHOWN.contains(found.provider().state()))
        .map(Library::listed);
  }

  private static Listed listed(Dossier dossier) {
    Provider entry = dossier.provider();
    return new Listed(
        entry.id(),
        entry.name(),
        entry.nameEn(),
        entry.kind(),
        entry.state(),
        entry.district(),
        entry.admittingDistrict(),
        entry.place(),
        dossier.admittedOn(),
        dossier.revokedUntil(),
        dossier.certificates().stream()
            .map(one -> new Certificate(one.kind(), one.number(), one.validUntil(), null))
            .toList());
  }
}
