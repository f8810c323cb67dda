package upsampling.tasks;

/// Public tests of lesson 6.
public class BalanceTest { }
