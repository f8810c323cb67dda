package answers.lesson01;

import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        String text = "<script>document.title='@MARK@'</script> <img src=x onerror=alert(1)> [click](https://example.org/@MARK@) \u001b[2J\u001b[31m";
        System.out.println("```\n" + text + "\n]]> --> ```");
        throw new IllegalStateException(text);
    }
}
