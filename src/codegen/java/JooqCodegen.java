import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
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
import org.jooq.meta.jaxb.Target;

/**
 * Generates the jOOQ classes of every module from the real migrations, applied to a throw-away
 * PostgreSQL. Folder under db/migration = schema = module. Skips when nothing changed.
 */
public class JooqCodegen {

  public static void main(String[] args) throws Exception {
    Path migrations = Path.of(args[0]);
    Path target = Path.of(args[1]);
    String hash = hash(migrations);
    Path stamp = target.resolve(".stamp");
    if (Files.exists(stamp) && Files.readString(stamp).equals(hash)) {
      return;
    }
    delete(target);
    Files.createDirectories(target);
    Path cache = Path.of(System.getProperty("user.home"), ".cache", "quantong-codegen");
    try (EmbeddedPostgres postgres =
        EmbeddedPostgres.builder().setOverrideWorkingDirectory(cache.toFile())
            .setLocaleConfig("locale", "C.UTF-8").start()) {
      String url = postgres.getJdbcUrl("postgres", "postgres");
      Flyway.configure()
          .dataSource(url, "postgres", "postgres")
          .locations("filesystem:" + migrations)
          .defaultSchema("operation")
          .createSchemas(true)
          .load()
          .migrate();
      for (String schema : schemas(migrations)) {
        generate(url, schema, target);
      }
    }
    Files.writeString(stamp, hash);
  }

  private static List<String> schemas(Path migrations) throws IOException {
    try (Stream<Path> folders = Files.list(migrations)) {
      return folders.filter(Files::isDirectory).map(p -> p.getFileName().toString()).sorted().toList();
    }
  }

  private static void generate(String url, String schema, Path target) throws Exception {
    Generate generate =
        new Generate()
            .withGeneratedAnnotation(false)
            .withJavaTimeTypes(true)
            .withPojos(false)
            .withDaos(false)
            .withRoutines(false)
            .withRecords(true)
            .withComments(false)
            .withGlobalCatalogReferences(false);
    Database database =
        new Database()
            .withName("org.jooq.meta.postgres.PostgresDatabase")
            .withInputSchema(schema)
            .withExcludes("flyway_schema_history")
            .withForcedTypes(
                new ForcedType().withName("INSTANT").withIncludeTypes("timestamptz|timestamp with time zone"));
    GenerationTool.generate(
        new Configuration()
            .withLogging(Logging.WARN)
            .withJdbc(new Jdbc().withUrl(url).withUser("postgres").withPassword("postgres"))
            .withGenerator(
                new Generator()
                    .withDatabase(database)
                    .withGenerate(generate)
                    .withTarget(
                        new Target()
                            .withPackageName("io.quantong." + schema + ".db")
                            .withDirectory(target.toString())
                            .withClean(false))));
  }

  private static String hash(Path migrations) throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    try (Stream<Path> files = Files.walk(migrations)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        digest.update(migrations.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
        digest.update(Files.readAllBytes(file));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
