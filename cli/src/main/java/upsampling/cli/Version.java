package upsampling.cli;

import picocli.CommandLine.IVersionProvider;

/// What `course --version` prints.
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Course.class.getPackage().getImplementationVersion();
        return new String[] {"course " + (version == null ? "(not packaged)" : version) + ", Java " + Runtime.version()};
    }
}
