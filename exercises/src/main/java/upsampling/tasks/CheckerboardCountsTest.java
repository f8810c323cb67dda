package upsampling.tasks;

/// Public tests of lesson 5.
public class CheckerboardCountsTest { }
