package upsampling.grader.run;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The hash SHA-256 (FIPS 180-4), which every Java has.
public final class Sha256 {
    /// The length of a hash.
    public static final int BYTES = 32;

    private Sha256() { }

    /// Returns a hash to be fed piece by piece.
    public static MessageDigest start() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Returns the 32 bytes of the hash.
    public static byte[] of(byte[] bytes) {
        return start().digest(bytes);
    }

    /// Returns the first bytes of a text's hash in hexadecimal digits.
    ///
    /// @param count from 1 to 32 bytes, two digits each
    public static String hex(String text, int count) {
        return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)), 0, count);
    }
}
