// Stacks, and the switch from one to another.
//
// glibc's swapcontext saves the signal mask with a system call at each switch. A kernel with barriers switches once per thread and barrier, so
// the switch is written by hand: it saves what a called function must preserve (System V ABI for x86-64), and nothing else.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <sys/mman.h>
#include <utility>
#include <vector>

namespace emulator {

// Continues on the stack `to`, and leaves in `*from` what is needed to come back.
extern "C" __attribute__((visibility("hidden"))) void emulator_switch(void** from, void* to);

/// The stacks of the threads that are suspended or running. They are kept between launches.
class Stacks {
public:
    using Entry = void (*)();

    // A stack that begins with `entry`, which must never return.
    void* begin(Entry entry) {
        if (used == tops.size()) tops.push_back(map_stack() - tops.size() % COLOURS * COLOUR);
        void** top = static_cast<void**>(tops[used++]);
        top[-1] = nullptr;                            // where a return address would be: the ABI wants entry at 8 modulo 16
        top[-2] = reinterpret_cast<void*>(entry);     // the switch returns to here
        return top - 2 - SAVED_REGISTERS;
    }

    // The stack with this top has ended. Another may begin on it as soon as the caller has switched away.
    void end(void* top) {
        for (size_t i = used; i-- > 0;) {
            if (tops[i] != top) continue;
            std::swap(tops[i], tops[--used]);
            return;
        }
    }

    // The top of the stack begun last.
    void* last() const { return tops[used - 1]; }

    // Forgets threads that a failure left suspended.
    void reset() { used = 0; }

private:
    static constexpr size_t PAGE = 4096;
    static constexpr size_t STACK = 64 << 10;
    static constexpr size_t SAVED_REGISTERS = 6;
    // Were all tops at the same offset in a page, they would share a few lines of the processor's cache: a switch then takes twice as long.
    static constexpr size_t COLOURS = 16, COLOUR = 256;
    std::vector<void*> tops; // the first `used` are in use
    size_t used = 0;

    // An array too large for the stack of a GPU thread meets an unmapped page instead of a neighbour's variables.
    static char* map_stack() {
        void* low = mmap(nullptr, PAGE + STACK, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
        if (low == MAP_FAILED) {
            perror("stand-in: no memory for a thread's stack");
            abort();
        }
        mprotect(low, PAGE, PROT_NONE);
        return static_cast<char*>(low) + PAGE + STACK;
    }
};

} // namespace emulator
