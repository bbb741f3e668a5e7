#pragma once
// What lisa_bench says: one JSON line per number, which run.mjs puts into its table; and how times are taken.
#include <time.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

#include "core/json.h"

namespace lisa::bench {

/// Seconds on a clock that only goes forward.
inline double now_s() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Seconds that this thread has really worked: what other programs on the machine do does not count.
inline double cpu_s() {
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) / 1e9;
}

/// The value below which that share of the samples lies; 0 of none.
inline double quantile(std::vector<double> samples, double share) {
    if (samples.empty()) return 0;
    const auto at = static_cast<std::ptrdiff_t>(share * static_cast<double>(samples.size() - 1) + 0.5);
    std::nth_element(samples.begin(), samples.begin() + at, samples.end());
    return samples[static_cast<std::size_t>(at)];
}

inline double median(const std::vector<double>& samples) { return quantile(samples, 0.5); }

/// Ours and the reference, taken in turn so that both meet the same machine. The ratio is the median of the turns' ratios,
/// which a slow minute alters less than either number.
struct Pair {
    std::vector<double> ours{}, theirs{};

    void add(double our, double their) {
        ours.push_back(our);
        theirs.push_back(their);
    }
    double ratio() const {
        std::vector<double> ratios;
        for (std::size_t i = 0; i < ours.size(); ++i) ratios.push_back(theirs[i] > 0 ? ours[i] / theirs[i] : 0);
        return median(ratios);
    }
};

inline void say(Json line) {
    std::printf("%s\n", dump(line).c_str());
    std::fflush(stdout);
}

inline void tell(const char* id, double value, double reference, const std::string& note = {}) {
    say({{"id", id}, {"value", value}, {"reference", reference}, {"note", note}});
}

inline void tell(const char* id, const Pair& pair, const std::string& note = {}) {
    say({{"id", id}, {"value", median(pair.ours)}, {"reference", median(pair.theirs)}, {"ratio", pair.ratio()}, {"note", note}});
}

/// Says that a number could not be had; run.mjs fails then.
inline void give_up(const char* id, const std::string& why) { say({{"id", id}, {"failed", why}}); }

/// "12.3": a number for a note.
inline std::string digits(double value, int decimals = 1) {
    char text[40];
    std::snprintf(text, sizeof text, "%.*f", decimals, value);
    return text;
}

}  // namespace lisa::bench
