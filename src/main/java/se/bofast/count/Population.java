package se.bofast.count;

/// Whom a count is about, by age at the day. Who has no known age belongs to it.
///
/// @param ageFrom youngest; children are counted with their parents
/// @param ageBelow nobody so old or older; counts before 2016 left out people of 65
public record Population(int ageFrom, int ageBelow) {

    /// Everybody from 18.
    public static final Population ADULTS = new Population(18, 200);

    public Population {
        if (ageFrom < 0 || ageBelow <= ageFrom) {
            throw new IllegalArgumentException("a population has ages");
        }
    }

    public boolean holds(@org.jspecify.annotations.Nullable Integer age) {
        return age == null || age >= ageFrom && age < ageBelow;
    }
}
