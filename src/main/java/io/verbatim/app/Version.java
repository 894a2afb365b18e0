package io.verbatim.app;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that was built. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() throws IOException {
    var properties = new Properties();
    try (InputStream written =
        Objects.requireNonNull(Version.class.getResourceAsStream("version.properties"))) {
      properties.load(written);
    }
    return new String[] {"verbatim " + properties.getProperty("version")};
  }
}
