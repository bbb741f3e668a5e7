#pragma once
// The browser as a Platform. Each question goes to a function of the shell (web/shell/door.js) with a ticket; the answer
// comes back with the same ticket.
#include <map>
#include <unordered_map>

#include "platform/platform.h"

extern "C" {
/// Calls the function `name` of the shell. `ticket`, `number`, `text` and `bytes` mean what that function says.
void lisa_call(const char* name, int ticket, double number, const char* text, std::size_t text_size, const char* bytes, std::size_t bytes_size);
/// Fills the buffer with random bytes fit for keys.
void lisa_random(void* buffer, std::size_t size);
}

namespace lisa::platform {

class Browser final : public Platform {
public:
    void send(std::string_view method, std::string_view path, std::string body, std::function<void(Reply)> done) override;
    void transfer(std::string_view method, std::string_view path, std::string_view bytes, std::function<void(int percent)> part,
                  std::function<void(Reply)> done) override;
    void listen(std::string_view path, std::function<void(std::string)> poke, std::function<void(bool)> state) override;
    void watch(std::string_view path, std::function<void(Reply)> answered) override;
    void outbox_append(std::vector<std::string> texts, std::function<void(std::vector<std::int64_t>)> done) override;
    void outbox_replace(std::vector<Kept> entries, std::function<void(bool)> done) override;
    void outbox_remove(std::vector<std::int64_t> numbers, std::function<void(bool)> done) override;
    void outbox_read(std::function<void(std::vector<Kept>)> done) override;
    void outbox_watch(std::function<void()> changed) override;
    void outbox_lock(std::function<void(std::function<void()> release)> work) override;
    void cache_append(std::int64_t from, std::int64_t to, std::string page) override;
    void cache_read(std::function<void(std::vector<std::string>)> done) override;
    void cache_clear() override;
    void address(std::string_view path, bool push) override;
    void title(std::string_view text) override;
    void ask_before_leaving(bool yes) override;
    void focus(std::uint32_t node) override;
    void announce(std::string_view text, bool urgent) override;
    void copy(std::string_view text) override;
    void download(std::string_view name, std::string_view media_type, std::string_view bytes) override;
    void read_file(std::uint32_t node, std::size_t most, std::function<void(std::string name, std::string bytes)> done) override;
    void remember(std::string_view key, std::string_view value) override;
    std::string remembered(std::string_view key) override;
    void drafts_keep(std::string_view text) override;
    void drafts_read(std::function<void(std::string text)> done) override;
    void sign_out(std::string_view why) override;
    void language(std::string_view tag) override;
    void words(std::string_view tag, std::function<void(std::string)> done) override;
    std::string new_id() override;
    std::int64_t now_ms() override;
    void wake(int ms) override;

    /// What the shell says about a ticket. Called between frames.
    void answer(int ticket, double number, std::string_view packed);
    /// What was remembered before the program started.
    void recall(std::string_view key, std::string_view value) { m_remembered[std::string(key)] = value; }
    /// Shows the differences that semantics::MirrorJson found.
    void mirror(std::string_view json);
    /// Shows the shape of the pointer, by its CSS name.
    void cursor(std::string_view shape);

private:
    struct Answer {
        double number = 0;
        std::vector<std::string> parts{};
        std::string part(std::size_t index) const { return index < parts.size() ? parts[index] : std::string(); }
    };
    struct Waiting {
        std::function<void(Answer)> run;
        bool stays = false;  ///< answered again and again
    };
    int ask(std::function<void(Answer)> run, bool stays = false);

    int m_last_ticket = 0;
    int m_watch = 0;  ///< ticket of what is watched
    std::unordered_map<int, Waiting> m_waiting;
    std::map<std::string, std::string, std::less<>> m_remembered;
    std::int64_t m_last_id_ms = 0;
    std::uint32_t m_ids_in_ms = 0;
};

}  // namespace lisa::platform
