package org.inpractice.measurement.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChartRasterTest {
    static Set<String> names() {
        return Gallery.charts().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void draws_the_picture_twice_as_large_with_all_its_colours(String name) throws IOException {
        // given
        var chart = Gallery.charts().get(name);

        // when
        byte[] png = ChartRaster.png(chart, Gallery.marks());

        // then
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        Picture picture = Picture.of(chart, Gallery.marks());
        assertEquals(2 * Double.parseDouble(picture.root().getAttribute("width")), image.getWidth());
        assertEquals(0xffffff, image.getRGB(1, 1) & 0xffffff);
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                colours.add(image.getRGB(x, y) & 0xffffff);
            }
        }
        assertTrue(colours.contains(Integer.parseInt(Ink.TEXT.light.substring(1), 16)), name);
        assertEquals(
                picture.count("//*[@data-point]") > 0,
                colours.contains(Integer.parseInt(Ink.DATA.light.substring(1), 16)));
        Files.createDirectories(Path.of("target/pictures"));
        Files.write(Path.of("target/pictures", name + ".png"), png);
    }
}
