package upsampling.grader.batch;

import java.util.Map;
import upsampling.grader.rule.ClassBytes;

/// Classes in memory.
///
/// @param byName such as `answers.lesson01.MyMaxPool2d`
record CompiledClasses(Map<String, byte[]> byName) implements ClassBytes {
    @Override
    public byte[] of(String internalName) {
        return byName.get(internalName.replace('/', '.'));
    }
}
