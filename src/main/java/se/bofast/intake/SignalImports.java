package se.bofast.intake;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import se.bofast.dwelling.Landlords;

/// Offers the lists of signals to the room that reads lists in.
@Configuration(proxyBeanMethods = false)
class SignalImports {

    private final Signals signals;
    private final RegisteringSignals registering;
    private final TakingBackSignals takingBack;
    private final Landlords landlords;

    SignalImports(
            Signals signals,
            RegisteringSignals registering,
            TakingBackSignals takingBack,
            Landlords landlords) {
        this.signals = signals;
        this.registering = registering;
        this.takingBack = takingBack;
        this.landlords = landlords;
    }

    private SignalImport imported(SignalList list) {
        return new SignalImport(list, signals, registering, takingBack, landlords);
    }

    @Bean
    SignalImport paymentOrderLists() {
        return imported(SignalList.PAYMENT_ORDERS);
    }

    @Bean
    SignalImport rentArrearsLists() {
        return imported(SignalList.RENT_ARREARS);
    }

    @Bean
    SignalImport disturbanceLists() {
        return imported(SignalList.DISTURBANCES);
    }

    @Bean
    SignalImport terminationLists() {
        return imported(SignalList.TERMINATIONS);
    }

    @Bean
    SignalImport evictionDateLists() {
        return imported(SignalList.EVICTION_DATES);
    }

    @Bean
    SignalImport endedLists() {
        return imported(SignalList.ENDED);
    }
}
