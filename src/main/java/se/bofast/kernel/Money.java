package se.bofast.kernel;

/// An amount in öre. May be negative (a correction).
public record Money(long ore) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money kronor(long kronor) {
        return new Money(Math.multiplyExact(kronor, 100));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(ore, other.ore));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(ore, other.ore));
    }

    public boolean isPositive() {
        return ore > 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(ore, other.ore);
    }
}
