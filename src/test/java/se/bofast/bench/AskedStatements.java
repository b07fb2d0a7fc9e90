package se.bofast.bench;

import java.lang.reflect.InvocationTargetException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ParameterSetOperation;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/// Stands between the house and its database: how long each statement took, and what it was, so
/// that the same can be asked directly.
final class AskedStatements implements BeanPostProcessor, QueryExecutionListener {

    /// A statement as it was asked.
    ///
    /// @param took nanoseconds until the rows were there
    record Asked(String sql, List<ParameterSetOperation> parameters, long took) {

        /// Asks it again on another connection.
        ///
        /// @return nanoseconds until the rows were there
        long ask(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement(sql)) {
                for (var parameter : parameters) {
                    try {
                        parameter.getMethod().invoke(statement, parameter.getArgs());
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new SQLException(e);
                    }
                }
                var start = System.nanoTime();
                statement.executeQuery().close();
                return System.nanoTime() - start;
            }
        }
    }

    private final List<Asked> asked = new ArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        execution.addCustomValue("start", System.nanoTime());
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        var took = System.nanoTime() - execution.getCustomValue("start", Long.class);
        for (var query : queries) {
            var parameters =
                    query.getParametersList().isEmpty()
                            ? List.<ParameterSetOperation>of()
                            : List.copyOf(query.getParametersList().getFirst());
            asked.add(new Asked(query.getQuery(), parameters, took));
        }
    }

    void forget() {
        asked.clear();
    }

    /// The questions asked since that read the text.
    List<Asked> asking(String text) {
        return asked.stream().filter(each -> each.sql().contains(text)).toList();
    }
}
