// See begin.cpp.
extern "C" { __attribute__((aligned(64))) char stand_in_shared_end[64]; }
