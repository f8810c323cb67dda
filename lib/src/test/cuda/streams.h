// Streams, graphs and events.
//
// A stream is lazy: its work runs when somebody waits for it. Results that are read without waiting are therefore still NaN, each time.
#pragma once
#include "driver.h"
#include <functional>

namespace driver {

using Work = std::function<void()>;

// Adds to a stream, or to the graph that it captures. A null stream is the default stream.
Result enqueue(void* stream, Work work);

// Does all that waits in a stream, or in all of them.
Result run(void* stream);
Result run_all();

// Forgets all that waits.
void clear_streams();

} // namespace driver
