/// Data made by a formula and a seed: no licence, no download, exact ground truth. Every file is short enough to be read in a lesson.
package upsampling.data;
