package chat.letstalk.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** MariaDB's binaries as Maven unpacked them, and how a new data folder is made with them. */
record MariaDbFiles(Path home) {

  /** The order in which MariaDB's own installation runs them. */
  private static final List<String> SCRIPTS =
      List.of(
          "mariadb_system_tables.sql",
          "mariadb_performance_tables.sql",
          "mariadb_system_tables_data.sql",
          "mariadb_sys_schema.sql");

  private static final String ACCOUNT =
      """
      DELETE FROM mysql.global_priv WHERE User <> 'mariadb.sys';
      FLUSH PRIVILEGES;
      CREATE DATABASE letstalk CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;
      CREATE USER '%1$s'@'127.0.0.1' IDENTIFIED BY '%2$s';
      GRANT ALL PRIVILEGES ON *.* TO '%1$s'@'127.0.0.1' WITH GRANT OPTION;
      """;

  static MariaDbFiles unpacked() {
    try (Stream<Path> paths = Files.walk(Checkout.find().engine("mariadb"), 7)) {
      Path binary =
          paths
              .filter(path -> path.endsWith("bin/mariadbd"))
              .findFirst()
              .orElseThrow(() -> new StackException("No MariaDB for this kind of machine."));
      // Maven unpacks without permissions.
      if (!Files.isExecutable(binary) && !binary.toFile().setExecutable(true)) {
        throw new StackException(binary + " cannot be made executable.");
      }
      return new MariaDbFiles(binary.getParent().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a data folder, whole or not at all: a killed installation leaves only a draft. */
  void install(Path data, Path tables, String user, String password) {
    Path draft = tables.resolveSibling(tables.getFileName() + ".new");
    try {
      Folders.delete(draft);
      Files.createDirectories(draft.resolve("mysql"));
      Path script = Files.createTempFile(draft, "install", ".sql");
      StringBuilder sql = new StringBuilder("SET @auth_root_socket = NULL;\nUSE mysql;\n");
      for (String name : SCRIPTS) {
        sql.append(Files.readString(home.resolve("share").resolve(name))).append("\n");
      }
      sql.append("USE mysql;\n").append(ACCOUNT.formatted(user, password));
      Files.writeString(script, sql);
      List<String> command = new ArrayList<>(server(draft));
      command.addAll(
          List.of("--bootstrap", "--max-allowed-packet=64M", "--innodb-log-file-size=128M"));
      StackProcess.start("database-install", data, environment(), command, script)
          .awaitSuccess(Engine.DEADLINE);
      Files.delete(script);
      Files.move(draft, tables, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<String> server(Path tables) {
    List<String> command =
        new ArrayList<>(
            List.of(
                home.resolve("bin/mariadbd").toString(),
                "--no-defaults",
                "--basedir=" + home,
                "--datadir=" + tables,
                "--lc-messages-dir=" + home.resolve("share")));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--user=root");
    }
    return command;
  }

  Map<String, String> environment() {
    return Map.of("LD_LIBRARY_PATH", home.resolve("libs").toString());
  }
}
