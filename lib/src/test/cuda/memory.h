// Device memory and pinned host memory.
#pragma once
#include "driver.h"

namespace driver::memory {

Result allocate(DevicePointer* address, size_t bytes, bool host);
Result release(DevicePointer address);

// Whether all of these bytes lie in one allocation.
bool holds(DevicePointer address, size_t bytes);
bool is_pinned(const void* address);

size_t bytes_used();
int living();

} // namespace driver::memory
