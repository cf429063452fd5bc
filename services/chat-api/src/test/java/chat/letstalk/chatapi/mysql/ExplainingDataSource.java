package chat.letstalk.chatapi.mysql;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/** Asks the database how it is going to run each statement, right before it does. */
final class ExplainingDataSource extends MysqlDataSource {

  private static final long serialVersionUID = 1L;

  /**
   * One row of a plan.
   *
   * @param access MySQL's word for the way to the rows; ALL and index read every one
   */
  record Step(String sql, String table, String access, String key) {
    boolean readsEverything() {
      return "ALL".equals(access) || "index".equals(access);
    }
  }

  private record Setting(Method setter, Object[] arguments) {}

  final transient List<Step> steps = new CopyOnWriteArrayList<>();

  @Override
  public Connection getConnection() throws SQLException {
    Connection real = super.getConnection();
    return proxy(
        Connection.class,
        (self, method, arguments) -> {
          Object result = call(real, method, arguments);
          return result instanceof PreparedStatement statement
              ? explaining(real, statement, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement explaining(Connection connection, PreparedStatement real, String sql) {
    List<Setting> settings = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        (self, method, arguments) -> {
          if (method.getName().startsWith("set") && arguments.length >= 2) {
            settings.add(new Setting(method, arguments));
          } else if (method.getName().startsWith("execute") && isExplainable(sql)) {
            explain(connection, sql, settings);
          }
          return call(real, method, arguments);
        });
  }

  private static boolean isExplainable(String sql) {
    String verb = sql.strip().toLowerCase(Locale.ROOT);
    return verb.startsWith("select") || verb.startsWith("update") || verb.startsWith("delete");
  }

  private void explain(Connection connection, String sql, List<Setting> settings) throws Throwable {
    try (PreparedStatement explain = connection.prepareStatement("explain " + sql)) {
      for (Setting setting : settings) {
        call(explain, setting.setter(), setting.arguments());
      }
      try (ResultSet plan = explain.executeQuery()) {
        while (plan.next()) {
          steps.add(
              new Step(
                  sql, plan.getString("table"), plan.getString("type"), plan.getString("key")));
        }
      }
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
