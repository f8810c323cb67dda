/// Layers with parameters, optimisers and the training loop: enough to train the small networks of the lessons.
package upsampling.nn;
