package io.quantong.operation;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A PostgreSQL of our own on this machine. Durable (fsync on), reachable by password on the
 * loopback address only, ended by the kernel's closing of a pipe when this JVM dies by whatever
 * cause, and refused a second start on the same folder.
 */
final class EmbeddedPostgres implements AutoCloseable {

  static final String OWNER = "quantong_owner";
  static final String APPLICATION = "quantong_web";
  static final String DATABASE = "postgres";

  /**
   * Keeps the server a child whose life hangs on the pipe: end of input means fast shutdown. Ctrl-C
   * reaches a whole process group; the shell and the server ignore it, so that this JVM decides
   * when the database stops.
   */
  private static final String WATCHDOG =
      """
      trap '' INT
      exec 3<&0
      $(command -v setsid) "$@" </dev/null 3<&- &
      pid=$!
      ( cat <&3 >/dev/null; kill -INT $pid ) &
      watch=$!
      exec 3<&-
      wait $pid
      code=$?
      kill $watch
      exit $code
      """;

  private static final int START_SECONDS = 60;

  private final Path folder;
  private final Path data;
  private final Path binaries;
  private final boolean durable;
  private final FileChannel lockFile;
  private final FileLock lock;
  private final int port;
  private final Process server;

  private EmbeddedPostgres(Path folder, Path home, boolean durable) throws IOException {
    this.folder = Files.createDirectories(folder.toAbsolutePath());
    this.data = this.folder.resolve("postgresql");
    this.durable = durable;
    this.lockFile =
        FileChannel.open(
            this.folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    this.lock = lockOrRefuse();
    this.binaries = PostgresBinaries.unpackBelow(home);
    beginAnewIfUnfinished();
    boolean fresh = !Files.exists(data.resolve("PG_VERSION"));
    if (fresh) {
      initialise();
    }
    removeStalePid();
    this.port = freePort();
    this.server = launch();
    awaitReady();
  }

  /**
   * Starts the server on a folder, making it at the first start.
   *
   * @param folder holds data, passwords and lock
   * @param home where the programs are unpacked
   * @param durable false only for throw-away databases of tests
   */
  static EmbeddedPostgres start(Path folder, Path home, boolean durable) throws IOException {
    return new EmbeddedPostgres(folder, home, durable);
  }

  /** From now until {@link #finished()} the next start throws everything away and begins anew. */
  void unfinished() throws IOException, SQLException {
    Files.writeString(unfinishedMark(), "A first filling runs or was broken off.\n");
    asOwner("alter system set synchronous_commit = off", "select pg_reload_conf()");
  }

  /** What was written since {@link #unfinished()} is on the disk and stays. */
  void finished() throws IOException, SQLException {
    asOwner("alter system reset synchronous_commit", "select pg_reload_conf()", "checkpoint");
    Files.deleteIfExists(unfinishedMark());
  }

  private Path unfinishedMark() {
    return folder.resolve("unfinished");
  }

  private void beginAnewIfUnfinished() throws IOException {
    if (Files.exists(unfinishedMark()) && Files.exists(data)) {
      removeStalePid();
      PostgresBinaries.delete(data);
    }
    Files.deleteIfExists(unfinishedMark());
  }

  private void asOwner(String... statements) throws SQLException {
    try (Connection owner = DriverManager.getConnection(jdbcUrl(), OWNER, ownerPassword());
        Statement statement = owner.createStatement()) {
      for (String each : statements) {
        statement.execute(each);
      }
    }
  }

  String jdbcUrl() {
    return "jdbc:postgresql://127.0.0.1:%d/%s?reWriteBatchedInserts=true".formatted(port, DATABASE);
  }

  String ownerPassword() {
    return secret("owner.password");
  }

  String applicationPassword() {
    return secret("application.password");
  }

  private FileLock lockOrRefuse() throws IOException {
    FileLock held = null;
    try {
      held = lockFile.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held by this very JVM: refused below like any other holder.
    }
    if (held == null) {
      lockFile.close();
      throw new IOException("Another Quantong is running on " + folder + "; stop it first");
    }
    return held;
  }

  private void initialise() throws IOException {
    if (Files.exists(data)) {
      PostgresBinaries.delete(data);
    }
    Path passwordFile = folder.resolve("owner.password");
    Files.deleteIfExists(passwordFile);
    writeSecret(passwordFile);
    List<String> command = new ArrayList<>(asUnprivileged());
    command.addAll(
        List.of(
            binaries.resolve("bin/initdb").toString(),
            "-D",
            data.toString(),
            "-U",
            OWNER,
            "-E",
            "UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C.UTF-8",
            "-A",
            "scram-sha-256",
            "--pwfile=" + passwordFile));
    if (!durable) {
      command.add("--no-sync");
    }
    Path log = folder.resolve("initdb.log");
    Process initdb =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    if (waitFor(initdb) != 0) {
      throw new IOException("initdb failed: " + Files.readString(log));
    }
    Path applicationPassword = folder.resolve("application.password");
    Files.deleteIfExists(applicationPassword);
    writeSecret(applicationPassword);
  }

  private Process launch() throws IOException {
    List<String> command = new ArrayList<>(asUnprivileged());
    command.addAll(List.of("sh", "-c", WATCHDOG, "postgres"));
    command.add(binaries.resolve("bin/postgres").toString());
    command.addAll(List.of("-D", data.toString(), "-p", Integer.toString(port)));
    setting(command, "listen_addresses=127.0.0.1");
    setting(command, "unix_socket_directories=");
    setting(command, "max_connections=60");
    setting(command, "shared_buffers=64MB");
    setting(command, "jit=off");
    setting(command, "timezone=UTC");
    if (!durable) {
      setting(command, "fsync=off");
      setting(command, "full_page_writes=off");
      setting(command, "synchronous_commit=off");
    }
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("postgresql.log").toFile())
        .start();
  }

  private static void setting(List<String> command, String value) {
    command.add("-c");
    command.add(value);
  }

  /** PostgreSQL refuses root; a user namespace gives it another name while files stay ours. */
  private static List<String> asUnprivileged() throws IOException {
    if (!"root".equals(System.getProperty("user.name"))) {
      return List.of();
    }
    List<String> namespace = List.of("unshare", "--user");
    List<String> probe = new ArrayList<>(namespace);
    probe.add("true");
    if (waitFor(new ProcessBuilder(probe).redirectErrorStream(true).start()) != 0) {
      throw new IOException(
          "PostgreSQL does not run as root and this machine forbids user namespaces;"
              + " start as an ordinary user or set SPRING_DATASOURCE_URL");
    }
    return namespace;
  }

  private void awaitReady() throws IOException {
    long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (System.nanoTime() < until && server.isAlive()) {
      if (ready()) {
        return;
      }
      pause();
    }
    server.destroy();
    throw new IOException("PostgreSQL did not start: " + tail(folder.resolve("postgresql.log")));
  }

  private boolean ready() throws IOException {
    Path pid = data.resolve("postmaster.pid");
    if (!Files.exists(pid)) {
      return false;
    }
    List<String> lines = Files.readAllLines(pid);
    return lines.size() >= 8
        && lines.get(3).equals(Integer.toString(port))
        && lines.get(7).strip().equals("ready");
  }

  /** Our lock is held, so no server of ours runs here: a pid file left over names a stranger. */
  private void removeStalePid() throws IOException {
    Path pid = data.resolve("postmaster.pid");
    for (int i = 0; i < 100 && Files.exists(pid) && isOurServer(pid); i++) {
      pause();
    }
    if (Files.exists(pid) && !isOurServer(pid)) {
      Files.delete(pid);
    }
  }

  private boolean isOurServer(Path pidFile) throws IOException {
    List<String> lines = Files.readAllLines(pidFile);
    if (lines.isEmpty()) {
      return false;
    }
    return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
        .flatMap(process -> process.info().commandLine())
        .filter(line -> line.contains(data.toString()))
        .isPresent();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void writeSecret(Path file) throws IOException {
    byte[] random = new byte[24];
    new SecureRandom().nextBytes(random);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, HexFormat.of().formatHex(random));
  }

  private String secret(String name) {
    try {
      return Files.readString(folder.resolve(name)).strip();
    } catch (IOException e) {
      throw new IllegalStateException("The data folder lost " + name, e);
    }
  }

  private static String tail(Path log) throws IOException {
    String text = Files.exists(log) ? Files.readString(log, StandardCharsets.UTF_8) : "";
    return text.substring(Math.max(0, text.length() - 2000));
  }

  private static int waitFor(Process process) {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return -1;
    }
  }

  private static void pause() {
    try {
      Thread.sleep(20);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Ends the server by closing the pipe it hangs on and waits for its orderly end. */
  @Override
  public void close() throws IOException {
    @Nullable OutputStream pipe = server.getOutputStream();
    if (pipe != null) {
      pipe.close();
    }
    try {
      if (!server.waitFor(30, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    lock.release();
    lockFile.close();
  }
}
