package se.bofast.placement;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.bofast.placement.HousingForm.Definition;

/// What a stay may count as under a definition.
public enum Category {
    CITY_ACUTE(Definition.CITY, "ACUTE"),
    CITY_LONGER_TERM(Definition.CITY, "LONGER_TERM"),
    NATIONAL_1(Definition.NATIONAL, "1"),
    NATIONAL_2(Definition.NATIONAL, "2"),
    NATIONAL_3(Definition.NATIONAL, "3"),
    NATIONAL_4(Definition.NATIONAL, "4"),
    ETHOS_1_1(Definition.ETHOS_LIGHT, "1.1"),
    ETHOS_2_2(Definition.ETHOS_LIGHT, "2.2"),
    ETHOS_3_3(Definition.ETHOS_LIGHT, "3.3"),
    ETHOS_3_4(Definition.ETHOS_LIGHT, "3.4"),
    ETHOS_3_5(Definition.ETHOS_LIGHT, "3.5"),
    ETHOS_3_6(Definition.ETHOS_LIGHT, "3.6"),
    ETHOS_4_7(Definition.ETHOS_LIGHT, "4.7"),
    ETHOS_4_8(Definition.ETHOS_LIGHT, "4.8"),
    ETHOS_5_9(Definition.ETHOS_LIGHT, "5.9"),
    ETHOS_5_10(Definition.ETHOS_LIGHT, "5.10"),
    ETHOS_5_11(Definition.ETHOS_LIGHT, "5.11"),
    ETHOS_6_12(Definition.ETHOS_LIGHT, "6.12");

    private final Definition definition;
    private final String code;

    Category(Definition definition, String code) {
        this.definition = definition;
        this.code = code;
    }

    public Definition definition() {
        return definition;
    }

    /// As it stands in the register and in `placement.v_crosswalk`.
    public String code() {
        return code;
    }

    public static List<Category> of(Definition definition) {
        return Arrays.stream(values()).filter(c -> c.definition == definition).toList();
    }

    static Optional<Category> of(Definition definition, String code) {
        return of(definition).stream().filter(c -> c.code.equals(code)).findFirst();
    }
}
