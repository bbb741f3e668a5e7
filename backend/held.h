#pragma once
// What was worked out from the database and is held in memory for the next who asks: while nothing changed, and never
// longer than a second, so that even what another program wrote into the file shows at once.
#include <map>
#include <memory>
#include <mutex>
#include <string>

#include "core/result.h"

namespace lisa {

/// Values by key. A value is good for one `stamp` (a journal number, a count of sessions ended) and for kLongestMs.
template <class Value>
class Held {
public:
    using Pointer = std::shared_ptr<const Value>;
    static constexpr std::int64_t kLongestMs = 1000;
    static constexpr std::size_t kMostBytes = 16u << 20;

    /// What a maker returns: nothing is held when `value` is null. `stamp` is of the state that it really read.
    struct Made {
        Pointer value{};
        std::int64_t stamp = 0;
        std::size_t bytes = 0;
    };

    /// The value held under the key, or what `make` returns. Who asks for the same meanwhile waits and gets it too.
    template <class Make>
    Result<Pointer> get(const std::string& key, std::int64_t stamp, std::int64_t now_ms, Make make) {
        const std::shared_ptr<Slot> slot = slot_of(key);
        const std::lock_guard lock(slot->mutex);
        if (slot->value && slot->stamp == stamp && now_ms >= slot->made_ms && now_ms - slot->made_ms < kLongestMs) return slot->value;
        Made made = TRY(make());
        slot->value = made.value;
        slot->stamp = made.stamp;
        slot->made_ms = now_ms;
        count(made.bytes);
        return std::move(made.value);
    }

private:
    struct Slot {
        std::mutex mutex;
        Pointer value{};
        std::int64_t stamp = 0, made_ms = 0;
    };
    static constexpr std::size_t kSlotBytes = 200;  ///< about what an entry takes besides its value

    std::shared_ptr<Slot> slot_of(const std::string& key) {
        const std::lock_guard lock(m_mutex);
        auto& slot = m_slots[key];
        if (!slot) {
            slot = std::make_shared<Slot>();
            m_bytes += kSlotBytes + key.size();
        }
        return slot;
    }

    /// Everything is let go when it becomes too much: it lives a second anyway.
    void count(std::size_t bytes) {
        const std::lock_guard lock(m_mutex);
        m_bytes += bytes;
        if (m_bytes <= kMostBytes) return;
        m_slots.clear();
        m_bytes = 0;
    }

    std::mutex m_mutex;
    std::map<std::string, std::shared_ptr<Slot>, std::less<>> m_slots;
    std::size_t m_bytes = 0;
};

}  // namespace lisa
