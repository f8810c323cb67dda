// See block.h.
#include "block.h"
#include <algorithm>
#include <map>
#include <numeric>
#include <random>

namespace emulator {

Block block;

std::string Place::text() const {
    const char* slash = strrchr(file, '/');
    return std::string(slash ? slash + 1 : file) + ":" + std::to_string(line);
}

void Block::shape(dim3 new_grid, dim3 new_size) {
    grid = new_grid;
    size = new_size;
    threads.resize(size.x * size.y * size.z);
    for (unsigned i = 0; i < threads.size(); i++) {
        threads[i].number = i;
        threads[i].index = {i % size.x, i / size.x % size.y, i / (size.x * size.y)};
    }
    turns.resize(threads.size());
}

void Block::run(uint3 new_index, Body new_body, const uint64_t* new_arguments, int order) {
    index = new_index;
    body = new_body;
    arguments = new_arguments;
    stacks.reset();
    for (Thread& each : threads) each.state = State::NEW;
    std::iota(turns.begin(), turns.end(), 0u);
    if (order == 1) std::reverse(turns.begin(), turns.end());
    std::mt19937 random(order);
    do {
        if (order > 1) std::shuffle(turns.begin(), turns.end(), random);
        turn = 0;
        resume(next(), &scheduler);
    } while (failure.empty() && settle());
    thread = nullptr;
}

Thread* Block::next() {
    while (turn < turns.size()) {
        Thread& candidate = threads[turns[turn++]];
        if (candidate.state == State::NEW || candidate.state == State::READY) return &candidate;
    }
    return nullptr;
}

// Goes on with a thread, or with the scheduler where the round is over.
void Block::resume(Thread* next, void** from) {
    void* to = !next ? scheduler : next->state == State::NEW ? stacks.begin(work) : next->stack;
    thread = next;
    emulator_switch(from, to);
}

// The loop of a stack: one thread after the other, as long as there are threads that have not begun.
void Block::work() {
    void* own = block.stacks.last();
    for (;;) {
        block.body(block.arguments);
        block.thread->state = State::DONE;
        Thread* next = block.next();
        if (next && next->state == State::NEW) {
            block.thread = next;
            continue;
        }
        block.stacks.end(own);
        void* nobody_returns;
        block.resume(next, &nobody_returns);
    }
}

void Block::suspend(State state, Place place) {
    Thread* self = thread;
    self->state = state;
    self->place = place;
    Thread* other = next();
    resume(other, &self->stack);
}

void Block::wait_at_barrier(Place place) { suspend(State::AT_BARRIER, place); }

void Block::wait_at_warp(Place place, unsigned mask) {
    thread->mask = mask;
    suspend(State::AT_WARP, place);
}

// Between two rounds: lets go whoever may. Returns whether there is another round.
bool Block::settle() {
    for (unsigned first = 0; first < threads.size(); first += WARP) release_warp(first);
    size_t done = 0, at_barrier = 0, ready = 0;
    for (const Thread& each : threads) {
        done += each.state == State::DONE;
        at_barrier += each.state == State::AT_BARRIER;
        ready += each.state == State::READY;
    }
    if (done == threads.size()) return false;
    // A thread that has ended does not hold up the others, as on a GPU.
    if (at_barrier == threads.size() - done) release_barrier();
    else if (ready == 0) fail("deadlock: " + who_waits());
    return failure.empty();
}

void Block::release_barrier() {
    const Thread* first = nullptr;
    for (const Thread& each : threads) {
        if (each.state != State::AT_BARRIER) continue;
        if (!first) first = &each;
        if (each.place != first->place) return fail("divergent barrier: " + who_waits());
    }
    for (Thread& each : threads) {
        if (each.state == State::AT_BARRIER) each.state = State::READY;
    }
}

// Lets the lanes of a warp go whose partners, the living lanes of their mask, have all come to the same operation.
void Block::release_warp(unsigned first) {
    unsigned end = std::min<size_t>(threads.size(), first + WARP);
    for (unsigned i = first; i < end; i++) {
        if (threads[i].state != State::AT_WARP) continue;
        unsigned mask = threads[i].mask;
        Place place = threads[i].place;
        if (!(mask >> (i - first) & 1)) return fail("the warp operation at " + place.text() + " has a mask without the lane that calls it");
        bool complete = true;
        for (unsigned k = first; k < end; k++) {
            const Thread& partner = threads[k];
            if (!(mask >> (k - first) & 1) || partner.state == State::DONE) continue;
            if (partner.state != State::AT_WARP) complete = false;
            else if (partner.place != place || partner.mask != mask) return fail("lanes of one warp at different warp operations: " + who_waits());
        }
        if (!complete) continue;
        for (unsigned k = first; k < end; k++) {
            if (!(mask >> (k - first) & 1)) continue;
            if (threads[k].state == State::DONE) {
                memset(&seen[k], 0xff, sizeof seen[k]); // a lane that has ended shows nothing: NaN
            } else {
                seen[k] = showing[k];
                threads[k].state = State::READY;
            }
        }
    }
}

std::string Block::who_waits() const {
    std::map<std::string, int> count;
    for (const Thread& each : threads) {
        if (each.state == State::AT_BARRIER) count["__syncthreads at " + each.place.text()]++;
        if (each.state == State::AT_WARP) count["the warp operation at " + each.place.text()]++;
    }
    std::string text = "of " + std::to_string(threads.size()) + " threads";
    for (const auto& [place, number] : count) text += (text.back() == 's' ? " " : ", ") + std::to_string(number) + " wait for " + place;
    return text;
}

} // namespace emulator
