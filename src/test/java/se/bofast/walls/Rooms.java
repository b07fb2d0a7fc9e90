package se.bofast.walls;

import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.ApplicationModules;
import se.bofast.BofastApplication;
import se.bofast.kernel.ReadsViews;

/// The rooms of the house and what each has declared.
final class Rooms {

    record Room(String name, Set<String> uses, Set<String> readsViewsOf) {}

    static final ApplicationModules MODULES = ApplicationModules.of(BofastApplication.class);

    private Rooms() {}

    static TreeMap<String, Room> all() {
        var rooms = new TreeMap<String, Room>();
        for (var module : MODULES) {
            var base = module.getBasePackage().getName();
            var name = base.substring(base.lastIndexOf('.') + 1);
            try {
                var info = Class.forName(base + ".package-info");
                var declared = info.getAnnotation(ApplicationModule.class);
                var views = info.getAnnotation(ReadsViews.class);
                rooms.put(
                        name,
                        new Room(
                                name,
                                declared == null
                                        ? Set.of(ApplicationModule.OPEN_TOKEN)
                                        : Set.of(declared.allowedDependencies()),
                                views == null ? Set.of() : new TreeSet<>(Set.of(views.value()))));
            } catch (ClassNotFoundException e) {
                throw new AssertionError(name + " has no package-info", e);
            }
        }
        return rooms;
    }
}
