package upsampling.bench;

import java.util.Arrays;
import java.util.List;
import upsampling.op.AdaptiveAvgPool2d;
import upsampling.op.Add;
import upsampling.op.AvgPool2d;
import upsampling.op.BceWithLogitsLoss;
import upsampling.op.Blur;
import upsampling.op.BlurPool;
import upsampling.op.Concat;
import upsampling.op.Conv2d;
import upsampling.op.ConvTranspose2d;
import upsampling.op.Crop;
import upsampling.op.CrossEntropyLoss;
import upsampling.op.Fold;
import upsampling.op.FourierShift;
import upsampling.op.GaussianBlur;
import upsampling.op.GaussianKlLoss;
import upsampling.op.GlobalAvgPool2d;
import upsampling.op.InsertionForm;
import upsampling.op.LeakyRelu;
import upsampling.op.MatMul;
import upsampling.op.MatchToSize;
import upsampling.op.MatrixOperator;
import upsampling.op.MaxPool2d;
import upsampling.op.MaxUnpool2d;
import upsampling.op.MseLoss;
import upsampling.op.Multiply;
import upsampling.op.Pad;
import upsampling.op.PixelShuffle;
import upsampling.op.PixelUnshuffle;
import upsampling.op.ReduceMean;
import upsampling.op.ReduceSum;
import upsampling.op.Relu;
import upsampling.op.Reparameterization;
import upsampling.op.Reshape;
import upsampling.op.Resize;
import upsampling.op.ResizeConv2d;
import upsampling.op.Selection;
import upsampling.op.Separable;
import upsampling.op.SeparableConv2d;
import upsampling.op.Sigmoid;
import upsampling.op.SoftArgmax;
import upsampling.op.Softmax;
import upsampling.op.Subtract;
import upsampling.op.Tanh;
import upsampling.op.TransposedForms;
import upsampling.op.Unfold;
import upsampling.op.ZeroInsertion;

/// Every operator of the library, and what it is compared with.
///
/// @param operator of the package `upsampling.op`
/// @param peer its counterpart in PyTorch; without twins, why there is none
/// @param twins names of the twins; none if it is not compared
record Coverage(Class<?> operator, String peer, List<String> twins) {
    private static final List<Coverage> ALL = List.of(
            of(Conv2d.class, "`conv2d`; depthwise and pointwise as well", "Conv2d"),
            of(ConvTranspose2d.class, "`conv_transpose2d`; by a requested size, the module `ConvTranspose2d` with `output_size`",
                    "ConvTranspose2d", "ConvTranspose2dToSize"),
            of(InsertionForm.class, "`conv_transpose2d`", "InsertionForm"),
            of(SeparableConv2d.class, "two calls of `conv2d`, in both orders", "SeparableConv2d"),
            of(ResizeConv2d.class, "`interpolate`, then `conv2d`", "ResizeConv2d"),
            of(MaxPool2d.class, "`max_pool2d` with its indices", "MaxPool2d"),
            of(AvgPool2d.class, "`avg_pool2d`", "AvgPool2d"),
            of(AdaptiveAvgPool2d.class, "`adaptive_avg_pool2d`", "AdaptiveAvgPool2d"),
            of(GlobalAvgPool2d.class, "`adaptive_avg_pool2d` to one cell", "GlobalAvgPool2d"),
            of(MaxUnpool2d.class, "`max_unpool2d`", "MaxUnpool2d"),
            of(Resize.class, "`interpolate`, every mode", "Resize"),
            of(PixelShuffle.class, "`pixel_shuffle`; in the order DCR with `reshape` and `transpose`", "PixelShuffle"),
            of(PixelUnshuffle.class, "`pixel_unshuffle`; in the order DCR with `reshape` and `transpose`", "PixelUnshuffle"),
            of(Unfold.class, "`im2col`", "Unfold"),
            of(Fold.class, "`col2im`", "Fold"),
            of(ZeroInsertion.class, "`conv_transpose2d` with a kernel of one cell", "ZeroInsertion"),
            of(Pad.class, "`pad`, every mode", "Pad"),
            of(Crop.class, "`narrow` on both axes", "Crop"),
            of(MatchToSize.class, "`constant_pad_nd` with the paddings of its formula", "MatchToSize"),
            of(Concat.class, "`cat` along the channels", "Concat"),
            of(Reshape.class, "`reshape` and `flatten`", "Reshape"),
            of(Blur.class, "`pad`, then `conv2d` with one kernel for each channel", "Blur"),
            of(BlurPool.class, "the same with its own kernel and border", "BlurPool"),
            of(GaussianBlur.class, "its formula with `exp`, then `pad` and `conv2d`", "GaussianBlur"),
            of(FourierShift.class, "its formula with `fft.rfft` and `fft.irfft`", "FourierShift"),
            of(SoftArgmax.class, "its formula with `softmax`", "SoftArgmax"),
            of(Add.class, "`add`", "Add"),
            of(Subtract.class, "`sub`", "Subtract"),
            of(Multiply.class, "`mul`", "Multiply"),
            of(MatMul.class, "`matmul`", "MatMul"),
            of(ReduceSum.class, "`sum`", "ReduceSum"),
            of(ReduceMean.class, "`mean`", "ReduceMean"),
            of(Relu.class, "`relu`", "Relu"),
            of(LeakyRelu.class, "`leaky_relu`", "LeakyRelu"),
            of(Sigmoid.class, "`sigmoid`", "Sigmoid"),
            of(Tanh.class, "`tanh`", "Tanh"),
            of(Softmax.class, "`softmax` of the channels, and of whole planes", "Softmax", "SoftmaxOfPlanes"),
            of(MseLoss.class, "`mse_loss`", "MseLoss"),
            of(BceWithLogitsLoss.class, "`binary_cross_entropy_with_logits`", "BceWithLogitsLoss"),
            of(CrossEntropyLoss.class, "`cross_entropy` with a probability for each class", "CrossEntropyLoss"),
            of(GaussianKlLoss.class, "its formula with `exp`", "GaussianKlLoss"),
            of(Reparameterization.class, "its formula with `exp`", "Reparameterization"),
            of(MatrixOperator.class, "none: a product with a matrix that our own operators have made; the product itself is `MatMul`"),
            of(Selection.class, "none: the derivative of `MaxPool2d` at one picture; the gradients compared there and of `MaxUnpool2d` move the same cells"),
            of(Separable.class, "none: two tables, for rows and columns, that `Resize`, `Blur` and `Pad` make"),
            of(TransposedForms.class, "none: it makes three forms of `ConvTranspose2d`, two of which are compared; the third is a `MatrixOperator`"));

    private static Coverage of(Class<?> operator, String peer, String... twins) {
        return new Coverage(operator, peer, Arrays.asList(twins));
    }

    /// Returns a row for each operator.
    static List<Coverage> all() {
        return ALL;
    }

    /// Returns a row of the table that {@link ResultFile} writes.
    String toRow() {
        return "| %s | %s | %s |".formatted(operator.getSimpleName(), twins.isEmpty() ? "-" : String.join(", ", twins), peer);
    }
}
