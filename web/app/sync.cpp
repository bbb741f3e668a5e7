#include "app/sync.h"

#include "core/json.h"

#include <algorithm>

namespace lisa::app {
namespace {

constexpr int kPagesBeforeCompaction = 40;
/// The pause before trying again doubles each time.
constexpr int kFirstPauseMs = 500, kMostDoublings = 6;

/// The page without what may not stay on the device.
Page keepable(Page page, Catalog catalog) {
    std::erase_if(page.records, [&](const Record& record) { return !may_be_kept(record, catalog); });
    return page;
}

}  // namespace

void Sync::start() {
    m_platform.outbox_watch([this] { read_outbox([this] { push(); }); });
    m_platform.cache_read([this](std::vector<std::string> pages) {
        for (const std::string& text : pages) {
            const auto json = parse_json(text);
            auto page = json ? page_from_json(m_replica.catalog(), *json) : Result<Page>(Error{});
            if (!page) {  // written by another version: fetch anew rather than guess
                m_replica.forget();
                m_platform.cache_clear();
                break;
            }
            m_replica.take_page(std::move(*page));
        }
        m_hooks.changed();
        read_outbox([this] { pull(), push(); });
    });
    m_platform.listen(
        "/api/events", [this](std::string) { pull(); },
        [this](bool is_open) {
            if (!is_open) return lost();
            m_is_connected = true;
            m_hooks.changed();
            pull(), push();
        });
}

void Sync::read_outbox(std::function<void()> then) {
    m_platform.outbox_read([this, then = std::move(then)](std::vector<platform::Kept> kept) {
        std::vector<Pending> outbox;
        for (const platform::Kept& entry : kept)
            if (auto pending = pending_from_text(m_replica.catalog(), entry.number, entry.text)) outbox.push_back(std::move(*pending));
        m_unreadable = kept.size() - outbox.size();
        m_replica.load_outbox(std::move(outbox));
        release();  // the page may have been closed between settling a fault and letting the rest go
        m_hooks.changed();
        then();
    });
}

void Sync::keep(std::vector<Change> changes, const std::string& at, const std::string& deed, std::function<void(bool)> done) {
    std::vector<Pending> entries;
    std::vector<std::string> texts;
    for (Change& change : changes) {
        entries.push_back({.change = std::move(change), .at = at, .deed = deed});
        texts.push_back(pending_to_text(entries.back()));
    }
    m_platform.outbox_append(std::move(texts), [this, entries = std::move(entries), done = std::move(done)](const std::vector<std::int64_t>& numbers) mutable {
        if (numbers.size() != entries.size()) return done(false);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            entries[i].number = numbers[i];
            m_replica.add(std::move(entries[i]));
        }
        m_hooks.changed();
        done(true);
        push();
    });
}

void Sync::replace(std::int64_t number, Change change, std::string at, std::function<void(bool)> done) {
    const auto& outbox = m_replica.outbox();
    const auto old = std::find_if(outbox.begin(), outbox.end(), [&](const Pending& pending) { return pending.number == number; });
    if (old == outbox.end()) return done(false);  // another tab settled it
    const Pending entry{.number = number, .change = std::move(change), .at = std::move(at), .deed = old->deed};
    m_platform.outbox_replace({{number, pending_to_text(entry)}}, [this, done = std::move(done)](bool is_kept) {
        if (!is_kept) return done(false);
        read_outbox([this, done] {
            done(true);
            push();
        });
    });
}

void Sync::drop(std::vector<std::int64_t> numbers) {
    m_platform.outbox_remove(numbers, [this, numbers](bool) {
        m_replica.drop(numbers);
        release();
        m_hooks.changed();
        push();
    });
}

void Sync::release() { write_back(m_replica.release()); }

void Sync::write_back(const std::vector<Pending>& altered) {
    std::vector<platform::Kept> entries;
    for (const Pending& pending : altered) entries.push_back({pending.number, pending_to_text(pending)});
    if (!entries.empty()) m_platform.outbox_replace(std::move(entries), [](bool) {});
}

void Sync::push() {
    if (m_is_pushing || m_needs_reload || m_platform.now_ms() < m_push_after || m_replica.count(Pending::State::kept) == 0) return;
    m_is_pushing = true;
    m_platform.outbox_lock([this](std::function<void()> release) { read_outbox([this, release = std::move(release)] { send_batch(release); }); });
}

/// What is being sent, and how others may send when it is done.
struct Sync::Batch {
    std::string deed{};
    std::vector<std::vector<Change>> parts{};
    std::function<void()> release{};

    std::optional<DeedPart> mark(std::size_t part) const {
        if (deed.empty()) return std::nullopt;
        return DeedPart{deed, static_cast<std::int64_t>(part), static_cast<std::int64_t>(parts.size())};
    }
};

void Sync::send_batch(std::function<void()> release) {
    Sending sending = m_replica.to_send();
    if (sending.changes.empty()) {
        m_is_pushing = false;
        return release();
    }
    send_part(std::make_shared<const Batch>(Batch{std::move(sending.deed), parts_of(sending.changes), std::move(release)}), 0);
}

void Sync::send_part(std::shared_ptr<const Batch> batch, std::size_t part) {
    std::string body = dump(push_to_json(batch->parts[part], batch->mark(part)));
    m_platform.send("POST", "/api/changes", std::move(body), [this, batch, part](platform::Reply reply) {
        const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
        const auto answers = json ? answers_from_json(*json) : Result<std::vector<Answer>>(Error{});
        const bool is_last = part + 1 == batch->parts.size();
        if (answers && answers->empty() && !is_last) return send_part(batch, part + 1);
        m_is_pushing = false;
        if (!answers || answers->empty()) {  // the part that makes a deed whole is answered; silence means that one was lost
            m_needs_reload = m_needs_reload || reply.body.find("problem.reload") != std::string::npos;
            m_push_failures = std::min(m_push_failures + 1, kMostDoublings);
            m_push_after = m_platform.now_ms() + (kFirstPauseMs << m_push_failures);
            lost();
            return batch->release();
        }
        take_answers(*answers);
        batch->release();
        m_hooks.changed();
        pull();
        push();
    });
}

void Sync::take_answers(const std::vector<Answer>& answers) {
    m_failures = m_push_failures = 0;
    m_is_connected = true;
    const std::vector<Pending> altered = m_replica.take_answers(answers);
    write_back(altered);
    const auto refused = std::count_if(altered.begin(), altered.end(), [](const Pending& p) { return p.state == Pending::State::refused; });
    if (refused > 0) m_hooks.refused(static_cast<std::size_t>(refused));
}

void Sync::pull() {
    if (m_needs_reload) return;
    if (m_is_pulling) {
        m_pull_again = true;
        return;
    }
    m_is_pulling = true;
    const std::string path = "/api/changes?since=" + std::to_string(m_replica.cursor()) + "&epoch=" + m_replica.epoch();
    m_platform.send("GET", path, "", [this](platform::Reply reply) { take(reply); });
}

void Sync::take(const platform::Reply& reply) {
    m_is_pulling = false;
    const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
    auto page = json ? page_from_json(m_replica.catalog(), *json) : Result<Page>(Error{});
    if (!page) {
        const bool is_other_protocol = reply.body.find("problem.reload") != std::string::npos || page.error().fault == Fault::invalid;
        m_needs_reload = m_needs_reload || (reply.status != 0 && is_other_protocol);
        return lost();
    }
    m_failures = 0;
    m_is_connected = true;
    const bool has_more = page->has_more, is_reset = page->is_reset;
    const auto visible = page->visible;
    const std::string epoch = m_replica.epoch();
    const std::int64_t from = is_reset ? -1 : m_replica.cursor();
    const Page kept = keepable(*page, m_replica.catalog());
    const std::vector<std::int64_t> confirmed = m_replica.take_page(std::move(*page));
    keep_page(from, kept);
    if (!confirmed.empty()) {
        m_platform.outbox_remove(confirmed, [](bool) {});
        if (m_replica.outbox().empty()) m_hooks.confirmed();
    }
    if (is_reset && !epoch.empty() && epoch != m_replica.epoch()) m_hooks.rights_changed();
    if (!has_more) m_is_ready = !visible || m_replica.agrees(*visible);
    if (!has_more && !m_is_ready) {  // the server's own count says that something was missed, such as what is not kept on devices
        m_replica.fetch_anew();
        m_pull_again = true;
    }
    m_hooks.changed();
    if (has_more || std::exchange(m_pull_again, false)) pull();
}

void Sync::keep_page(std::int64_t from, const Page& page) {
    if (from == page.cursor) return;  // nothing new; an empty page that moves the cursor on is kept
    if (++m_pages_kept > kPagesBeforeCompaction) {
        m_pages_kept = 0;
        m_platform.cache_append(-1, m_replica.cursor(), dump(page_to_json(m_replica.snapshot())));
    } else {
        m_platform.cache_append(from, page.cursor, dump(page_to_json(page)));
    }
}

void Sync::lost() {
    m_is_connected = false;
    m_failures = std::min(m_failures + 1, kMostDoublings);
    const int pause_ms = kFirstPauseMs << m_failures;
    m_retry_at = m_platform.now_ms() + pause_ms;
    m_platform.wake(pause_ms + 10);
    if (m_push_after > m_platform.now_ms()) m_platform.wake(static_cast<int>(m_push_after - m_platform.now_ms()) + 10);
    m_hooks.changed();
}

void Sync::set_online(bool yes) {
    if (!yes) return lost();
    m_retry_at = m_push_after = 0;
    pull(), push();
}

void Sync::tick() {
    if (m_push_after != 0 && m_platform.now_ms() >= m_push_after) {
        m_push_after = 0;
        push();
    }
    if (m_is_connected || m_retry_at == 0 || m_platform.now_ms() < m_retry_at) return;
    m_retry_at = 0;
    pull(), push();
}

}  // namespace lisa::app
