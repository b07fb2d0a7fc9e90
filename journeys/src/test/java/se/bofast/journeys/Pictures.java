package se.bofast.journeys;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/// Pictures of every kind of page the journeys come to, for people to look at: wide, on a
/// telephone, and dark. Taken only where BOFAST_PICTURES names a folder for them.
final class Pictures {

    private static final String FOLDER = System.getenv("BOFAST_PICTURES");
    private static final Set<String> TAKEN = new HashSet<>();

    private Pictures() {}

    static void of(Page page, String kind) {
        if (FOLDER == null || !TAKEN.add(kind)) {
            return;
        }
        var name = kind.equals("/") ? "start" : kind.substring(1).replaceAll("[^a-z0-9åäö]+", "-");
        take(page, name + ".wide", 1280, ColorScheme.LIGHT);
        take(page, name + ".phone", 360, ColorScheme.LIGHT);
        take(page, name + ".dark", 1280, ColorScheme.DARK);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1280, 900);
    }

    private static void take(Page page, String name, int wide, ColorScheme colours) {
        page.setViewportSize(wide, 900);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(colours));
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of(FOLDER, name + ".png")));
    }
}
