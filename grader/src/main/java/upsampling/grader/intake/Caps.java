package upsampling.grader.intake;

/// How much one submission may be.
///
/// @param entries files and folders, those of archives in it counted, too
/// @param bytes of all of them, unpacked
/// @param ratio unpacked bytes to packed ones, of any one file of more than [#freeBytes]
/// @param freeBytes a file up to this size may be packed as well as it likes: blank lines are no bomb
/// @param depth archives in archives
/// @param nameBytes of one file or folder name, in UTF-8
/// @param pathBytes of a name with all its folders
/// @param sourceBytes of one Java file
/// @param notebookBytes of one notebook, pictures counted
/// @param keptBytes of all Java files and notebooks together: what has to lie in memory
record Caps(int entries, long bytes, int ratio, long freeBytes, int depth, int nameBytes, int pathBytes, int sourceBytes, int notebookBytes, long keptBytes) {
    private static final int MIB = 1 << 20;
    static final Caps STANDARD = new Caps(10_000, 200L * MIB, 100, MIB, 3, 255, 2_048, MIB, 32 * MIB, 64L * MIB);
}
