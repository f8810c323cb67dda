// One block of CUDA threads on one thread of the processor.
//
// A round lets every thread run to its next barrier or its end, in the order chosen. Between rounds the block looks who may go on. Threads begin
// on demand, and a stack whose thread has ended takes the next thread that has not begun: a kernel without barriers runs on one stack, with no
// switch between its threads.
#pragma once
#include "fiber.h"
#include "types.h"
#include <string>
#include <vector>

namespace emulator {

/// A line of a kernel's source.
struct Place {
    const char* file = "";
    int line = 0;

    bool operator==(const Place& other) const { return line == other.line && (file == other.file || strcmp(file, other.file) == 0); }
    bool operator!=(const Place& other) const { return !(*this == other); }
    std::string text() const;
};

enum class State { NEW, READY, AT_BARRIER, AT_WARP, DONE };

struct Thread {
    uint3 index;
    unsigned number; // x runs fastest, then y, then z, as CUDA counts lanes
    State state;
    Place place;     // of the barrier or warp operation where it waits
    unsigned mask;   // the lanes that the warp operation names
    void* stack;     // where it was suspended
};

constexpr unsigned WARP = 32;
constexpr unsigned MAX_THREADS = 1024;

/// What a lane shows to the others in a warp operation: enough for the six registers of an mma.
struct Words { uint64_t word[3]; };

using Body = void (*)(const uint64_t* arguments);

class Block {
public:
    uint3 index{};
    dim3 size, grid;
    char* dynamic_shared = nullptr;
    Thread* thread = nullptr; // the one that runs now

    // What is wrong with the kernel, if anything: the first finding of a launch.
    std::string failure;

    // Prepares for blocks of `size`.
    void shape(dim3 grid, dim3 size);

    // Runs the block `index` to its end or to a failure. `order`: 0 ascending, 1 descending, else random with this seed.
    void run(uint3 index, Body body, const uint64_t* arguments, int order);

    void wait_at_barrier(Place place);
    void wait_at_warp(Place place, unsigned mask);

    unsigned lane() const { return thread->number % WARP; }
    // What this lane shows, and what lane `other` showed in the warp operation that has just ended.
    Words& shown() { return showing[thread->number]; }
    const Words& seen_of(unsigned other) const { return seen[thread->number / WARP * WARP + other]; }

private:
    std::vector<Thread> threads;
    std::vector<unsigned> turns; // the order of a round
    size_t turn = 0;
    Stacks stacks;
    void* scheduler = nullptr;
    Body body = nullptr;
    const uint64_t* arguments = nullptr;
    // Two copies, because a lane that has its result may show the next value before another lane has looked at this one.
    Words showing[MAX_THREADS], seen[MAX_THREADS];

    void fail(const std::string& why) { if (failure.empty()) failure = why; }
    Thread* next();
    void resume(Thread* next, void** from);
    void suspend(State state, Place place);
    static void work();
    bool settle();
    void release_warp(unsigned first);
    void release_barrier();
    std::string who_waits() const;
};

extern Block block;

} // namespace emulator
