package se.bofast.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.ApplicationModule;
import org.springframework.modulith.core.DependencyType;

/// Data flows up the list of rooms; code points down it, along declared arrows only.
class JavaArrowsTest {

    @Test
    void the_arrows_hold() {
        Rooms.MODULES.verify();
    }

    @Test
    void every_room_declares_its_arrows() {
        for (var room : Rooms.all().values()) {
            assertThat(room.uses()).as(room.name()).doesNotContain(ApplicationModule.OPEN_TOKEN);
        }
    }

    @Test
    void no_arrow_is_declared_that_nobody_uses() {
        var unused = new ArrayList<String>();
        for (var module : Rooms.MODULES) {
            var base = module.getBasePackage().getName();
            var room = Rooms.all().get(base.substring(base.lastIndexOf('.') + 1));
            var used = new TreeSet<String>();
            module.getDirectDependencies(Rooms.MODULES, DependencyType.values()).stream()
                    .forEach(dependency ->
                            used.add(
                                    dependency
                                            .getTargetModule()
                                            .getBasePackage()
                                            .getName()
                                            .replaceFirst(".*\\.", "")));
            module.getAllDependencies(Rooms.MODULES, DependencyType.values()).stream()
                    .forEach(dependency ->
                            used.add(
                                    dependency
                                            .getTargetModule()
                                            .getBasePackage()
                                            .getName()
                                            .replaceFirst(".*\\.", "")));
            room.uses().stream()
                    .filter(target -> !used.contains(target))
                    .forEach(target -> unused.add(room.name() + " -> " + target));
        }
        assertThat(unused).isEmpty();
    }
}
