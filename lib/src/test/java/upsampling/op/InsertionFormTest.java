package upsampling.op;

import java.util.List;
import java.util.random.RandomGenerator;
import upsampling.tensor.Geometry;
import upsampling.tensor.Shape;

/// The numbers are those of the transposed convolution: the same operator, computed in another way.
class InsertionFormTest extends WeightedOperatorTests {
    static List<Golden> goldens() {
        return Golden.of("convolution.txt", "ConvTranspose2d");
    }

    @Override
    WeightedOperator operatorOf(Geometry geometry, int extraHeight, int extraWidth) {
        return TransposedForms.of(new ConvTranspose2d(geometry, extraHeight, extraWidth)).insertion();
    }

    @Override
    Case randomCase(RandomGenerator random, Geometry geometry) {
        Shape x = Shape.of(random.nextInt(1, 3), random.nextInt(1, 4) * geometry.groups(), random.nextInt(1, 6), random.nextInt(1, 7));
        Shape weight = Shape.of(x.c(), random.nextInt(1, 4), geometry.height().kernel(), geometry.width().kernel());
        return new Case(new InsertionForm(new ConvTranspose2d(geometry, random.nextInt(3), random.nextInt(3))), geometry, x, weight);
    }
}
