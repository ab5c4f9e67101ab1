import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.ForcedType;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.MatcherRule;
import org.jooq.meta.jaxb.MatcherTransformType;
import org.jooq.meta.jaxb.Matchers;
import org.jooq.meta.jaxb.MatchersSchemaType;
import org.jooq.meta.jaxb.Strategy;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the jOOQ classes of every module from the real migrations: folder {@code
 * db/migration/<module>} = schema {@code <module>} = package {@code io.quantong.<module>.db}.
 *
 * <p>Run by the build as a single-file program. Does nothing when neither the migrations nor this
 * program changed since the last run.
 */
public final class JooqCodegen {

  public static void main(String[] args) throws Exception {
    // Kept as strong references: the log manager only holds weak ones.
    Logger root = Logger.getLogger("");
    root.setLevel(Level.WARNING);
    System.setProperty("org.jooq.no-logo", "true");
    System.setProperty("org.jooq.no-tips", "true");
    // The logger of the application is on the class path too and would speak at debug level.
    if (org.slf4j.LoggerFactory.getILoggerFactory()
        instanceof ch.qos.logback.classic.LoggerContext context) {
      context.getLogger("ROOT").setLevel(ch.qos.logback.classic.Level.ERROR);
    }
    Path migrations = Path.of(args[0]);
    Path out = Path.of(args[1]);
    Files.createDirectories(out);
    Path stamp = out.resolve(".migrations.sha256");
    String hash = hash(migrations);
    if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
      return;
    }
    Files.deleteIfExists(stamp);
    List<String> schemas = schemas(migrations);
    deleteOther(out, schemas);
    if (!schemas.isEmpty()) {
      generate(migrations, out, schemas);
    }
    Files.writeString(stamp, hash);
  }

  private static void generate(Path migrations, Path out, List<String> schemas) throws Exception {
    Path binaries = Path.of(System.getProperty("user.home"), ".cache", "quantong", "codegen");
    Files.createDirectories(
        binaries,
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(binaries.toFile())
            .setLocaleConfig("locale", "C.UTF-8")
            .start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      Flyway.configure()
          .dataSource(url, "postgres", "postgres")
          .locations("filesystem:" + migrations)
          .defaultSchema("operation")
          .load()
          .migrate();
      for (String schema : schemas) {
        GenerationTool.generate(configuration(url, schema, out));
      }
    }
  }

  private static Configuration configuration(String url, String schema, Path out) {
    return new Configuration()
        .withLogging(Logging.WARN)
        .withJdbc(new Jdbc().withUrl(url).withUser("postgres").withPassword("postgres"))
        .withGenerator(
            new Generator()
                .withDatabase(
                    new Database()
                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                        .withInputSchema(schema)
                        .withExcludes("flyway_schema_history|spring_session.*|scheduled_tasks")
                        .withIncludeRoutines(false)
                        .withForcedTypes(
                            new ForcedType()
                                .withName("INSTANT")
                                .withIncludeTypes("(?i:timestamp.*with.time.zone|timestamptz)")
                                .withIgnoreUnused(true)))
                .withStrategy(
                    new Strategy()
                        .withMatchers(
                            new Matchers()
                                // A schema and its table may share a name: order.order.
                                .withSchemas(
                                    new MatchersSchemaType()
                                        .withSchemaClass(
                                            new MatcherRule()
                                                .withTransform(MatcherTransformType.PASCAL)
                                                .withExpression("$0_schema")))))
                .withGenerate(
                    new Generate()
                        .withGeneratedAnnotation(false)
                        .withJavaTimeTypes(true)
                        .withPojos(false)
                        .withDaos(false)
                        .withComments(false)
                        .withImplicitJoinPathsToOne(false)
                        .withImplicitJoinPathsToMany(false)
                        .withRoutines(false))
                .withTarget(
                    new Target()
                        .withPackageName("io.quantong." + schema + ".db")
                        .withDirectory(out.toString())));
  }

  /** Folders that hold at least one migration. */
  private static List<String> schemas(Path migrations) throws IOException {
    if (!Files.isDirectory(migrations)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(migrations)) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !sqlFiles(folder).isEmpty())
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  private static List<Path> sqlFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(Path migrations) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    digest.update(Files.readAllBytes(Path.of("src/codegen/java/JooqCodegen.java")));
    if (Files.isDirectory(migrations)) {
      for (Path file : sqlFiles(migrations)) {
        digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Classes of a module whose migrations went away. */
  private static void deleteOther(Path out, List<String> schemas) throws IOException {
    Path base = out.resolve("io/quantong");
    if (!Files.isDirectory(base)) {
      return;
    }
    try (Stream<Path> files = Files.walk(base)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Path inside = base.relativize(file);
        if (!inside.toString().isEmpty() && !schemas.contains(inside.getName(0).toString())) {
          Files.delete(file);
        }
      }
    }
  }
}
