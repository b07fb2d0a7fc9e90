package se.bofast;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/// Starts the house: one process, one database.
@SpringBootApplication
public class BofastApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(BofastApplication.class, arguments);
    }
}
