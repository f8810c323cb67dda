package upsampling.grader.intake;

import java.util.Arrays;

/// Some editors begin a file with a byte order mark, which neither Java nor JSON knows.
final class ByteOrderMark {
    private ByteOrderMark() { }

    static byte[] without(byte[] bytes) {
        boolean marked = bytes.length >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
        return marked ? Arrays.copyOfRange(bytes, 3, bytes.length) : bytes;
    }
}
