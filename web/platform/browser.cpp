#include "platform/browser.h"

#include <array>
#include <chrono>
#include <utility>

#include "platform/packed.h"

namespace lisa::platform {

namespace {

void call(const char* name, std::string_view text = {}, std::string_view bytes = {}, int ticket = 0, double number = 0) {
    lisa_call(name, ticket, number, text.data(), text.size(), bytes.data(), bytes.size());
}

}  // namespace

int Browser::ask(std::function<void(Answer)> run, bool stays) {
    m_waiting[++m_last_ticket] = {std::move(run), stays};
    return m_last_ticket;
}

void Browser::answer(int ticket, double number, std::string_view packed) {
    const auto found = m_waiting.find(ticket);
    if (found == m_waiting.end()) return;
    const std::function<void(Answer)> run = found->second.run;
    if (!found->second.stays) m_waiting.erase(found);
    run({number, unpack(packed)});
}

void Browser::send(std::string_view method, std::string_view path, std::string body, std::function<void(Reply)> done) {
    std::string line(method);
    line.append(" ").append(path);
    call("send", line, body, ask([done = std::move(done)](Answer answer) { done({static_cast<int>(answer.number), answer.part(0)}); }));
}

void Browser::transfer(std::string_view method, std::string_view path, std::string_view bytes, std::function<void(int percent)> part,
                       std::function<void(Reply)> done) {
    std::string line(method);
    line.append(" ").append(path);
    // A number below zero brings the hundredths so far, any other is the status.
    const int ticket = m_last_ticket + 1;
    const auto answered = [this, ticket, part = std::move(part), done = std::move(done)](Answer answer) {
        if (answer.number < 0) return part(static_cast<int>(std::strtol(answer.part(0).c_str(), nullptr, 10)));
        m_waiting.erase(ticket);
        done({static_cast<int>(answer.number), answer.part(0)});
    };
    call("transfer", line, bytes, ask(answered, true));
}

void Browser::listen(std::string_view path, std::function<void(std::string)> poke, std::function<void(bool)> state) {
    // Number 2 brings an event's data; 1 and 0 say that the stream opened or broke.
    const auto run = [poke = std::move(poke), state = std::move(state)](Answer answer) {
        if (answer.number >= 2) return poke(answer.part(0));
        state(answer.number >= 1);
    };
    call("listen", path, {}, ask(run, true));
}

void Browser::watch(std::string_view path, std::function<void(Reply)> answered) {
    m_waiting.erase(std::exchange(m_watch, 0));
    if (!path.empty()) m_watch = ask([answered = std::move(answered)](Answer answer) { answered({static_cast<int>(answer.number), answer.part(0)}); }, true);
    call("watch", path, {}, m_watch);
}

void Browser::outbox_append(std::vector<std::string> texts, std::function<void(std::vector<std::int64_t>)> done) {
    call("outbox_append", {}, pack(texts), ask([done = std::move(done)](const Answer& answer) {
             std::vector<std::int64_t> numbers;
             for (const std::string& part : answer.parts) numbers.push_back(std::strtoll(part.c_str(), nullptr, 10));
             done(std::move(numbers));
         }));
}

void Browser::outbox_replace(std::vector<Kept> entries, std::function<void(bool)> done) {
    std::vector<std::string> parts;
    for (Kept& entry : entries) {
        parts.push_back(std::to_string(entry.number));
        parts.push_back(std::move(entry.text));
    }
    call("outbox_replace", {}, pack(parts), ask([done = std::move(done)](const Answer& answer) { done(answer.number >= 1); }));
}

void Browser::outbox_remove(std::vector<std::int64_t> numbers, std::function<void(bool)> done) {
    std::string list;
    for (const std::int64_t number : numbers) list.append(list.empty() ? "" : ",").append(std::to_string(number));
    call("outbox_remove", list, {}, ask([done = std::move(done)](Answer answer) { done(answer.number >= 1); }));
}

void Browser::outbox_read(std::function<void(std::vector<Kept>)> done) {
    call("outbox_read", {}, {}, ask([done = std::move(done)](Answer answer) {
             std::vector<Kept> entries;
             for (std::size_t index = 0; index + 1 < answer.parts.size(); index += 2) {
                 entries.push_back({std::strtoll(answer.parts[index].c_str(), nullptr, 10), std::move(answer.parts[index + 1])});
             }
             done(std::move(entries));
         }));
}

void Browser::outbox_watch(std::function<void()> changed) {
    call("outbox_watch", {}, {}, ask([changed = std::move(changed)](const Answer&) { changed(); }, true));
}

void Browser::outbox_lock(std::function<void(std::function<void()> release)> work) {
    const int ticket = m_last_ticket + 1;
    call("outbox_lock", {}, {}, ask([work = std::move(work), ticket](const Answer&) { work([ticket] { call("outbox_unlock", {}, {}, ticket); }); }));
}

void Browser::cache_append(std::int64_t from, std::int64_t to, std::string page) {
    call("cache_append", std::to_string(from) + " " + std::to_string(to), page);
}

void Browser::cache_read(std::function<void(std::vector<std::string>)> done) {
    call("cache_read", {}, {}, ask([done = std::move(done)](Answer answer) { done(std::move(answer.parts)); }));
}

void Browser::cache_clear() { call("cache_clear"); }
void Browser::address(std::string_view path, bool push) { call("address", path, {}, 0, push ? 1 : 0); }
void Browser::title(std::string_view text) { call("title", text); }
void Browser::ask_before_leaving(bool yes) { call("ask_before_leaving", {}, {}, 0, yes ? 1 : 0); }
void Browser::focus(std::uint32_t node) { call("focus", {}, {}, 0, node); }
void Browser::announce(std::string_view text, bool urgent) { call("announce", text, {}, 0, urgent ? 1 : 0); }
void Browser::copy(std::string_view text) { call("copy", text); }

void Browser::download(std::string_view name, std::string_view media_type, std::string_view bytes) {
    std::string line(media_type);
    line.append(" ").append(name);
    call("download", line, bytes);
}

void Browser::read_file(std::uint32_t node, std::size_t most, std::function<void(std::string, std::string)> done) {
    call("read_file", std::to_string(most), {}, ask([done = std::move(done)](const Answer& answer) { done(answer.part(0), answer.part(1)); }), node);
}

void Browser::remember(std::string_view key, std::string_view value) {
    recall(key, value);
    std::string line(key);
    line.append(" ").append(value);
    call("remember", line);
}

std::string Browser::remembered(std::string_view key) {
    const auto found = m_remembered.find(key);
    return found == m_remembered.end() ? std::string() : found->second;
}

void Browser::drafts_keep(std::string_view text) { call("drafts_keep", text); }
void Browser::drafts_read(std::function<void(std::string text)> done) {
    call("drafts_read", {}, {}, ask([done = std::move(done)](const Answer& answer) { done(answer.part(0)); }));
}

void Browser::sign_out(std::string_view why) { call("sign_out", why); }
void Browser::words(std::string_view tag, std::function<void(std::string)> done) {
    call("words", tag, {}, ask([done = std::move(done)](const Answer& answer) { done(answer.part(0)); }));
}

void Browser::language(std::string_view tag) { call("language", tag); }
void Browser::wake(int ms) { call("wake", {}, {}, 0, ms); }
void Browser::mirror(std::string_view json) { call("mirror", json); }
void Browser::cursor(std::string_view shape) { call("cursor", shape); }

std::int64_t Browser::now_ms() { return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count(); }

/// UUIDv7. The twelve bits after the time count within a millisecond, so that ids made in a row sort in that order.
std::string Browser::new_id() {
    const std::int64_t now = std::max(now_ms(), m_last_id_ms);
    m_ids_in_ms = now == m_last_id_ms ? m_ids_in_ms + 1 : 0;
    m_last_id_ms = now + (m_ids_in_ms >> 12);
    if (m_ids_in_ms >> 12 != 0) m_ids_in_ms = 0;
    std::array<unsigned char, 16> bytes{};
    lisa_random(bytes.data() + 8, 8);
    for (std::size_t place = 0; place < 6; ++place) { bytes[place] = static_cast<unsigned char>(m_last_id_ms >> (40 - 8 * static_cast<int>(place))); }
    bytes[6] = static_cast<unsigned char>(0x70 | (m_ids_in_ms >> 8));
    bytes[7] = static_cast<unsigned char>(m_ids_in_ms & 0xff);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
    constexpr char kHex[] = "0123456789abcdef";
    std::string id;
    for (std::size_t place = 0; place < bytes.size(); ++place) {
        if (place == 4 || place == 6 || place == 8 || place == 10) id += '-';
        id += kHex[bytes[place] >> 4];
        id += kHex[bytes[place] & 15];
    }
    return id;
}

}  // namespace lisa::platform
