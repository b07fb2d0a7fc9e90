package se.bofast.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.ConnectionHolder;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Begins every transaction by telling PostgreSQL whose board, which areas and which account it is
/// for, and which protected people that account has been entrusted with. The settings end with the
/// transaction, so a pooled connection carries nothing over.
final class WalledTransactions extends JdbcTransactionManager {

    private static final long serialVersionUID = 1;

    WalledTransactions(DataSource dataSource) {
        super(dataSource);
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        var reach = Reach.current();
        if (reach.board() == null && reach.employee() == null) {
            return;
        }
        var dataSource = obtainDataSource();
        var holder = (ConnectionHolder) TransactionSynchronizationManager.getResource(dataSource);
        // Registered with the thread only after doBegin when synchronisation is new; ask the
        // transaction object itself then.
        var connection =
                holder != null
                        ? holder.getConnection()
                        : ((org.springframework.jdbc.datasource.JdbcTransactionObjectSupport)
                                        transaction)
                                .getConnectionHolder()
                                .getConnection();
        try {
            tell(connection, reach);
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw translateException("set the wall of the transaction", e);
        }
    }

    static void tell(Connection connection, Reach reach) throws SQLException {
        try (var settings =
                connection.prepareStatement(
                        """
                        select set_config('bofast.board', ?, true),
                               set_config('bofast.areas', ?, true),
                               set_config('bofast.account', ?, true),
                               set_config('bofast.entrusted', ?, true),
                               set_config('bofast.everyone', ?, true)
                        """)) {
            settings.setString(1, reach.boardSetting());
            settings.setString(2, reach.areasSetting());
            settings.setString(3, reach.employeeSetting());
            settings.setString(4, reach.entrustedSetting());
            settings.setString(5, reach.everyoneSetting());
            settings.execute();
        }
    }
}
