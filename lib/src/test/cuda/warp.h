// Operations of the 32 lanes of a warp: each shows a value, waits for its partners, and looks at what another lane showed.
#pragma once
#include "block.h"

namespace emulator {

constexpr unsigned ALL_LANES = 0xffffffffu;

struct WarpOperation {
    Place place;

    void sync(unsigned mask = ALL_LANES) const { block.wait_at_warp(place, mask); }

    // Lanes are numbered within sections of `width`, a power of two.
    template <class T> T shuffle(unsigned mask, T value, int lane, int width = WARP) const {
        return exchange(mask, value, section(width) + (lane & (width - 1)));
    }
    // A partner outside the section means: keep the own value.
    template <class T> T shuffle_down(unsigned mask, T value, unsigned delta, int width = WARP) const {
        unsigned lane = block.lane();
        return exchange(mask, value, lane + delta < section(width) + width ? lane + delta : lane);
    }
    template <class T> T shuffle_up(unsigned mask, T value, unsigned delta, int width = WARP) const {
        unsigned lane = block.lane();
        return exchange(mask, value, lane >= section(width) + delta ? lane - delta : lane);
    }
    template <class T> T shuffle_xor(unsigned mask, T value, int bits, int width = WARP) const {
        unsigned lane = block.lane(), partner = lane ^ bits;
        return exchange(mask, value, partner < section(width) + width ? partner : lane);
    }

    unsigned ballot(unsigned mask, int predicate) const {
        show(predicate != 0 ? 1 : 0);
        sync(mask);
        unsigned votes = 0;
        for (unsigned lane = 0; lane < WARP; lane++) {
            if (mask >> lane & 1 && see<int>(lane) == 1) votes |= 1u << lane; // a lane that has ended shows -1, and does not vote
        }
        return votes;
    }

    // mma.sync.aligned.m16n8k8.row.col.f32.tf32.tf32.f32: d[16x8] += a[16x8] * b[8x8], with the fragments of the PTX manual, section
    // "Matrix fragments for mma.m16n8k8": the lane 4g + t holds a[g][t], a[g+8][t], a[g][t+4], a[g+8][t+4]; b[t][g], b[t+4][g]; and
    // d[g][2t], d[g][2t+1], d[g+8][2t], d[g+8][2t+1].
    void mma_m16n8k8(float* d, const unsigned* a, const unsigned* b) const;

private:
    static unsigned section(int width) { return block.lane() & ~(width - 1u); }

    template <class T> void show(const T& value) const {
        static_assert(sizeof value <= sizeof(Words));
        memcpy(&block.shown(), &value, sizeof value);
    }
    template <class T> T see(unsigned lane) const {
        T value;
        memcpy(&value, &block.seen_of(lane), sizeof value);
        return value;
    }
    template <class T> T exchange(unsigned mask, const T& value, unsigned partner) const {
        show(value);
        sync(mask);
        return see<T>(partner % WARP);
    }
};

inline void WarpOperation::mma_m16n8k8(float* d, const unsigned* a, const unsigned* b) const {
    struct Fragment { unsigned a[4], b[2]; };
    show(Fragment{{a[0], a[1], a[2], a[3]}, {b[0], b[1]}});
    sync();
    // A tensor core reads the upper 19 bits of a register.
    auto tf32 = [](unsigned bits) { return static_cast<double>(__uint_as_float(bits & 0xffffe000u)); };
    unsigned g = block.lane() / 4, t = block.lane() % 4;
    for (unsigned i = 0; i < 4; i++) {
        unsigned row = g, column = 2 * t + i % 2, lower = i / 2; // lower: row + 8
        double sum = d[i];
        for (unsigned k = 0; k < 8; k++) {
            unsigned right = k / 4; // columns 4 to 7 of a, rows 4 to 7 of b
            sum += tf32(see<Fragment>(row * 4 + k % 4).a[lower + 2 * right]) * tf32(see<Fragment>(column * 4 + k % 4).b[right]);
        }
        d[i] = static_cast<float>(sum);
    }
}

} // namespace emulator
