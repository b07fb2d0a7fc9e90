package se.bofast.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import se.bofast.kernel.HouseClock;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DatabaseSettings.class)
class DatabaseConfiguration {

    /// Holds the server, if it is ours, for as long as the house stands.
    @Bean(destroyMethod = "close")
    RunningDatabase runningDatabase(DatabaseSettings settings) {
        return RunningDatabase.start(settings);
    }

    @Bean
    DatabaseAddress databaseAddress(RunningDatabase database) {
        return database.address();
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(DatabaseAddress address) {
        Migrations.run(address);
        return pool(address, 10);
    }

    static HikariDataSource pool(DatabaseAddress address, int size) {
        var pool = new HikariConfig();
        pool.setPoolName("bofast");
        pool.setJdbcUrl(address.url());
        pool.setUsername(DatabaseAddress.APP);
        pool.setPassword(address.appPassword());
        pool.setMaximumPoolSize(size);
        pool.setMinimumIdle(2);
        pool.setConnectionTimeout(10_000);
        // Every name in our SQL says its schema.
        pool.addDataSourceProperty("options", "-c search_path=");
        pool.addDataSourceProperty("ApplicationName", "bofast");
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        // The driver's messages would quote the row that broke a rule.
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return new HikariDataSource(pool);
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new WalledTransactions(dataSource);
    }

    @Bean
    Clock clock() {
        return new HouseClock(Clock.systemUTC());
    }
}
