#pragma once
// The whole client without window and graphics: a fake platform, ImGui's null backend, and the hooks by which every item
// that ImGui knows is checked against the semantic tree.
#include <imgui.h>

#include <map>
#include <memory>
#include <set>
#include <utility>

#include "app/host.h"

namespace lisa::test {

/// A platform that answers what the test wants. Outbox and cache are in memory; callbacks run at once or when told.
class FakePlatform final : public platform::Platform {
public:
    std::function<platform::Reply(std::string_view method, std::string_view path, const std::string& body)> server;
    std::map<std::int64_t, std::string> outbox;
    std::vector<std::string> pages, announced, downloads, addresses;
    int steps = 0;  ///< for the back button
    std::map<std::string, std::string, std::less<>> memory;
    std::map<std::string, std::string> texts;  ///< what words() has
    std::vector<std::pair<std::string, std::string>> sent;
    std::string watched{};
    std::string drafts;  ///< what was typed and not saved, as the device keeps it
    std::string shown_address, shown_title, copied, file_name, file_bytes, signed_out;
    std::uint32_t focused = 0;
    bool disk_is_full = false, asks_before_leaving = false;
    bool disk_is_slow = false;                   ///< it keeps what it is asked to when answer_disk() says so
    std::vector<std::function<void()>> waiting;  ///< what it was asked to keep meanwhile
    bool transfers_wait = false;                 ///< files stay on their way until one of these runs
    std::vector<std::function<void()>> waiting_transfers;
    std::int64_t clock = 1'795'478'400'000;  // 2026-11-24

    void send(std::string_view method, std::string_view path, std::string body, std::function<void(platform::Reply)> done) override {
        sent.emplace_back(std::string(method) + " " + std::string(path), body);
        done(server ? server(method, path, body) : platform::Reply{});
    }
    void transfer(std::string_view method, std::string_view path, std::string_view bytes, std::function<void(int)> part,
                  std::function<void(platform::Reply)> done) override {
        std::string body(bytes);
        sent.emplace_back(std::string(method) + " " + std::string(path), body);
        part(40);
        if (transfers_wait)
            waiting_transfers.push_back([this, method = std::string(method), path = std::string(path), body, done] { done(server(method, path, body)); });
        else done(server ? server(method, path, body) : platform::Reply{});
    }
    void listen(std::string_view, std::function<void(std::string)> poke, std::function<void(bool)>) override { m_poke = std::move(poke); }
    void watch(std::string_view path, std::function<void(platform::Reply)> answered) override {
        watched = std::string(path);
        m_answered = std::move(answered);
        look();
    }
    void outbox_append(std::vector<std::string> entries, std::function<void(std::vector<std::int64_t>)> done) override {
        waiting.push_back([this, entries = std::move(entries), done = std::move(done)] {
            std::vector<std::int64_t> numbers;
            for (const std::string& text : disk_is_full ? std::vector<std::string>{} : entries) {
                outbox[++m_number] = text;
                numbers.push_back(m_number);
            }
            done(numbers);
        });
        if (!disk_is_slow) answer_disk();
    }
    void answer_disk() {
        for (const auto& answer : std::exchange(waiting, {})) answer();
    }
    void outbox_replace(std::vector<platform::Kept> entries, std::function<void(bool)> done) override {
        bool all_there = !disk_is_full;
        for (platform::Kept& entry : entries) {
            if (!disk_is_full && outbox.contains(entry.number)) outbox[entry.number] = std::move(entry.text);
            else all_there = false;
        }
        done(all_there);
    }
    void outbox_remove(std::vector<std::int64_t> numbers, std::function<void(bool)> done) override {
        for (std::int64_t number : numbers) outbox.erase(number);
        done(true);
    }
    void outbox_read(std::function<void(std::vector<platform::Kept>)> done) override {
        std::vector<platform::Kept> kept;
        for (const auto& [number, text] : outbox) kept.push_back({number, text});
        done(std::move(kept));
    }
    void outbox_watch(std::function<void()>) override {}
    void outbox_lock(std::function<void(std::function<void()>)> work) override {
        work([] {});
    }
    void cache_append(std::int64_t from, std::int64_t, std::string page) override {
        if (from < 0) pages.clear();
        pages.push_back(std::move(page));
    }
    void cache_read(std::function<void(std::vector<std::string>)> done) override { done(pages); }
    void cache_clear() override { pages.clear(); }
    void address(std::string_view path, bool push) override {
        shown_address = std::string(path);
        addresses.push_back(shown_address);
        steps += push ? 1 : 0;
    }
    void title(std::string_view text) override { shown_title = std::string(text); }
    void ask_before_leaving(bool yes) override { asks_before_leaving = yes; }
    void focus(std::uint32_t node) override { focused = node; }
    void announce(std::string_view text, bool) override { announced.emplace_back(text); }
    void copy(std::string_view text) override { copied = std::string(text); }
    void download(std::string_view name, std::string_view, std::string_view bytes) override {
        downloads.push_back(std::string(name) + "\n" + std::string(bytes));
    }
    void read_file(std::uint32_t, std::size_t most, std::function<void(std::string, std::string)> done) override {
        done(file_name, file_bytes.substr(0, most));
    }
    void remember(std::string_view key, std::string_view value) override { memory[std::string(key)] = std::string(value); }
    std::string remembered(std::string_view key) override {
        const auto found = memory.find(key);
        return found == memory.end() ? std::string{} : found->second;
    }
    void drafts_keep(std::string_view text) override { drafts = std::string(text); }
    void drafts_read(std::function<void(std::string text)> done) override { done(drafts); }
    void sign_out(std::string_view why) override { signed_out = std::string(why); }
    void language(std::string_view) override {}
    void words(std::string_view name, std::function<void(std::string)> done) override { done(texts[std::string(name)]); }
    std::string new_id() override;
    std::int64_t now_ms() override { return clock; }
    void wake(int) override {}
    void poke() { m_poke("{}"); }
    /// A second passes for what is watched.
    void look() {
        if (watched.empty()) return;
        const auto answered = m_answered;  // it may watch something else meanwhile
        answered(server ? server("GET", watched, "") : platform::Reply{});
    }

private:
    std::function<void(std::string)> m_poke;
    std::function<void(platform::Reply)> m_answered;
    std::int64_t m_number = 0, m_ids = 0;
};

/// What ImGui saw as items in the last frame, by id, where they lie; filled by the hooks in headless.cpp. Its own scroll bars and
/// windows are not among them.
std::map<std::uint32_t, semantics::Rect>& items_seen();

/// A screen of a size, with the program's own fonts, and what a person can do on it.
class Headless {
public:
    explicit Headless(float width = 1280, float height = 800);
    ~Headless();
    Headless(const Headless&) = delete;
    Headless& operator=(const Headless&) = delete;

    /// Draws frames until nothing moves; the events go into the first.
    void settle(app::Host& host, semantics::Events events = {});
    /// One frame.
    void frame(app::Host& host, const semantics::Events& events);

    const semantics::Tree& tree() const { return m_tree; }
    /// The node of that role whose name is, or begins with, the text; null if there is none.
    const semantics::Node* node(semantics::Role role, std::string_view name) const;
    /// Acts on a node by role and name; false when it is not there.
    bool click(app::Host& host, semantics::Role role, std::string_view name);
    bool type(app::Host& host, semantics::Role role, std::string_view name, std::string_view text);
    bool press(app::Host& host, semantics::Role role, std::string_view name, semantics::Key key);
    /// All names on the screen, for "is this word anywhere".
    std::string words() const;

    semantics::Focus focus;

private:
    ImGuiContext* m_context = nullptr;
    semantics::Tree m_tree;
    std::vector<char> m_fonts[3];
};

}  // namespace lisa::test
