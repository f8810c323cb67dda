/// The students' copy of the course: which files it has, how they change, the check that no solution is in it, and the zip. It knows no command line; each class works on bytes and names.
package upsampling.cli.release;
