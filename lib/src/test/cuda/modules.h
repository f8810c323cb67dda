// What the driver reads in PTX.
#pragma once
#include "driver.h"
#include "kernels.h"
#include <string>

namespace driver {

// Whether a driver of this version, for a device of this compute capability, takes the module.
Result check_ptx(const std::string& ptx, int version, int capability);

struct Entry {
    std::vector<emulator::Parameter> parameters;
    int max_threads; // __launch_bounds__
};

// Reads a kernel's head; false if the module has none of this name.
bool find_entry(const std::string& ptx, const std::string& name, Entry* entry);

} // namespace driver
