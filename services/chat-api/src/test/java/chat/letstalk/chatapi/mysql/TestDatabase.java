package chat.letstalk.chatapi.mysql;

import chat.letstalk.stack.LocalMariaDb;
import com.mysql.cj.jdbc.MysqlDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A real database for all tests of this process, with the schema and the settings of the driver
 * (liberty/servers/shared/chat-api.xml) that production has.
 */
public final class TestDatabase {

  private static final String SETTINGS =
      "?useServerPrepStmts=true&cachePrepStmts=true&prepStmtCacheSize=250"
          + "&prepStmtCacheSqlLimit=16384&rewriteBatchedStatements=true&useLocalSessionState=true"
          + "&sessionVariables=transaction_isolation='READ-COMMITTED'";

  private static final TestDatabase ONLY = new TestDatabase();

  private final MysqlDataSource dataSource;
  private final MySqlEngine engine;

  private TestDatabase() {
    LocalMariaDb server = LocalMariaDb.start(folder());
    Runtime.getRuntime().addShutdownHook(new Thread(server::close));
    dataSource = dataSource(server, server.url() + SETTINGS);
    engine = engineOn(dataSource);
    engine.migrate();
  }

  /** On the one server, migrated. */
  public static MySqlEngine engine() {
    return ONLY.engine;
  }

  static MysqlDataSource dataSource() {
    return ONLY.dataSource;
  }

  static MySqlEngine engineOn(MysqlDataSource dataSource) {
    return new MySqlEngine(() -> dataSource, dataSource.getUrl());
  }

  private static MysqlDataSource dataSource(LocalMariaDb server, String url) {
    MysqlDataSource dataSource = new MysqlDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(server.user());
    dataSource.setPassword(server.password());
    return dataSource;
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Path.of("target"), "database-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
