#pragma once
// What the program asks of the machine it runs on. The browser's answer is browser.cpp + library.js + shell/*.js;
// tests hand in a fake. Every callback comes between frames, never inside a call or while drawing.
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace lisa::platform {

/// Status 0 means that no answer came (no network, timed out, cut off).
struct Reply {
    int status = 0;
    std::string body{};
};

/// An entry of the durable outbox, in order of `number`. `text` is the change as JSON, opaque here.
struct Kept {
    std::int64_t number = 0;
    std::string text{};
};

class Platform {
public:
    virtual ~Platform() = default;

    /// Sends a same-origin request with the session's cookie and the CSRF header. `body` is JSON or empty.
    virtual void send(std::string_view method, std::string_view path, std::string body, std::function<void(Reply)> done) = 0;
    /// Sends bytes to the server or fetches them, which may take long: `part` runs with the hundredths that have gone over. Gives up, as
    /// without network, when nothing has moved for half a minute.
    virtual void transfer(std::string_view method, std::string_view path, std::string_view bytes, std::function<void(int percent)> part,
                          std::function<void(Reply)> done) = 0;
    /// Opens the server's event stream; `poke` runs with each event's data, `state` when it opens (true) or breaks (false).
    /// The platform reconnects by itself with growing, jittered pauses. Called once.
    virtual void listen(std::string_view path, std::function<void(std::string)> poke, std::function<void(bool)> state) = 0;
    /// Asks for a path every second or so, while the page is in sight, until another call; `answered` runs when the answer is
    /// another than the last. An empty path only ends it.
    virtual void watch(std::string_view path, std::function<void(Reply)> answered) = 0;

    /// Appends entries to the durable outbox, all or none; `done` gets their numbers once they are on the disk, and no numbers if
    /// they could not be kept.
    virtual void outbox_append(std::vector<std::string> texts, std::function<void(std::vector<std::int64_t>)> done) = 0;
    /// Puts other texts in the place of entries; `done(false)` if one is no longer there, or could not be kept.
    virtual void outbox_replace(std::vector<Kept> entries, std::function<void(bool)> done) = 0;
    virtual void outbox_remove(std::vector<std::int64_t> numbers, std::function<void(bool)> done) = 0;
    virtual void outbox_read(std::function<void(std::vector<Kept>)> done) = 0;
    /// Runs `changed` whenever another tab altered the outbox.
    virtual void outbox_watch(std::function<void()> changed) = 0;
    /// Runs `work` when no other tab of this profile pushes; the next one may when `release` is called.
    virtual void outbox_lock(std::function<void(std::function<void()> release)> work) = 0;

    /// The pulled records kept for work without network: pages in order. A page is kept only if the device may keep data
    /// and the cursor on the disk still equals `from`; replacing all pages uses from = -1.
    virtual void cache_append(std::int64_t from, std::int64_t to, std::string page) = 0;
    virtual void cache_read(std::function<void(std::vector<std::string>)> done) = 0;
    virtual void cache_clear() = 0;

    /// Shows the address of the present screen. `push` adds a step for the back button.
    virtual void address(std::string_view path, bool push) = 0;
    virtual void title(std::string_view text) = 0;
    /// Has the browser ask before the page is left or loaded anew, while something typed is not saved.
    virtual void ask_before_leaving(bool yes) = 0;
    /// Moves the focus to a node of the mirror after this frame; within a user's gesture it opens a soft keyboard.
    virtual void focus(std::uint32_t node) = 0;
    /// Has a screen reader say something.
    virtual void announce(std::string_view text, bool urgent) = 0;
    virtual void copy(std::string_view text) = 0;
    virtual void download(std::string_view name, std::string_view media_type, std::string_view bytes) = 0;
    /// The bytes of the file chosen last in the file control with this id, `most` of them: a huge file never enters memory.
    virtual void read_file(std::uint32_t node, std::size_t most, std::function<void(std::string name, std::string bytes)> done) = 0;
    /// A choice that follows the person: language, text size, theme, own views. An empty value forgets it. Never register data.
    virtual void remember(std::string_view key, std::string_view value) = 0;
    virtual std::string remembered(std::string_view key) = 0;
    /// Keeps what was typed and not saved, sealed on this device, in place of what was kept before; an empty text forgets it.
    virtual void drafts_keep(std::string_view text) = 0;
    virtual void drafts_read(std::function<void(std::string text)> done) = 0;
    /// Leaves the program for the sign-in page; `why` is "signed_out", "expired" or "revoked".
    virtual void sign_out(std::string_view why) = 0;
    virtual void language(std::string_view tag) = 0;
    /// The texts "sv", "sv-help", "en" or "en-help" (i18n/words.h), or nothing when they cannot be had now.
    virtual void words(std::string_view name, std::function<void(std::string)> done) = 0;
    /// A fresh UUIDv7, and the present time in milliseconds since 1970.
    virtual std::string new_id() = 0;
    virtual std::int64_t now_ms() = 0;
    /// Asks for a frame soon, or after `ms`.
    virtual void wake(int ms = 0) = 0;
};

}  // namespace lisa::platform
