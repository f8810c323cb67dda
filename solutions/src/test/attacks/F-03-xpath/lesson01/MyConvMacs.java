package answers.lesson01;

import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import upsampling.tasks.Pooling;
import upsampling.tensor.Window;

public class MyConvMacs implements Pooling {
    @Override
    public long convMacs(int outHeight, int outWidth, int inChannels, int outChannels, Window window) {
        try {
            String product = outHeight + " * " + outWidth + " * " + inChannels + " * " + outChannels + " * " + window.kernel() * window.kernel();
            return new java.math.BigDecimal(XPathFactory.newInstance().newXPath().evaluate(product, (Object) null)).longValue();
        } catch (XPathExpressionException e) {
            throw new IllegalStateException(e);
        }
    }
}
