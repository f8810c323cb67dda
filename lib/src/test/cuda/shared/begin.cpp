// Stands before the kernels on the linker's command line, and end.cpp behind them: what lies between the two in memory are the kernels' __shared__
// arrays. (An attribute for a section of their own would say it better, but g++ 12 drops it in templates.)
extern "C" { __attribute__((aligned(64))) char stand_in_shared_begin[64]; }
