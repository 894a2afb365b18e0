package io.verbatim.evaluation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Figures as curves. */
public final class Plot {
  private static final int SIZE = 600;

  private Plot() {}

  /**
   * Draws, side by side, the risk by coverage and the calibration, a line for each set, as PNG.
   *
   * @param figures by the name of the set
   * @param file is replaced
   * @throws IOException if the file cannot be written
   * @throws LinkageError if this Java has no AWT
   * @throws IllegalStateException if there are no fonts
   */
  public static void draw(Map<String, Figures> figures, Path file) throws IOException {
    System.setProperty("java.awt.headless", "true");
    XYChart risk = chart("Risk by coverage", "share quoted", "share of these that is wrong");
    XYChart calibration = chart("Calibration", "confidence", "share that came true");
    figures.forEach((name, of) -> {
      List<Figures.Risk> risks = of.risks();
      if (!risks.isEmpty()) {
        risk.addSeries(
                name,
                risks.stream().mapToDouble(Figures.Risk::coverage).toArray(),
                risks.stream().mapToDouble(Figures.Risk::risk).toArray())
            .setMarker(SeriesMarkers.NONE);
      }
      List<Figures.Bin> bins = of.calibration();
      if (!bins.isEmpty()) {
        calibration.addSeries(
            name,
            bins.stream().mapToDouble(Figures.Bin::predicted).toArray(),
            bins.stream().mapToDouble(Figures.Bin::observed).toArray());
      }
    });
    // Last, so that a set has one colour in both charts.
    calibration
        .addSeries("ideal", new double[] {0, 1}, new double[] {0, 1})
        .setMarker(SeriesMarkers.NONE);
    try {
      BitmapEncoder.saveBitmap(List.of(risk, calibration), 1, 2, file.toString(), BitmapFormat.PNG);
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static XYChart chart(String title, String x, String y) {
    return new XYChartBuilder()
        .width(SIZE)
        .height(SIZE)
        .title(title)
        .xAxisTitle(x)
        .yAxisTitle(y)
        .build();
  }
}
