#include "app/attaching.h"

#include <algorithm>
#include <utility>

#include "app/app.h"
#include "core/json.h"
#include "core/text.h"
#include "domain/attachment.h"
#include "report/size.h"

namespace lisa::app {
namespace {

/// A text as a part of a query.
std::string in_query(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_';
        const auto byte = static_cast<unsigned char>(c);
        if (is_plain) out += c;
        else out.append("%").append(1, kDigits[byte >> 4]).append(1, kDigits[byte & 15]);
    }
    return out;
}

Edit text(std::string value) { return Edit{Value{std::move(value)}}; }

}  // namespace

Attaching* AttachingState::find(int number) {
    const auto found = std::find_if(files.begin(), files.end(), [&](const Attaching& file) { return file.number == number; });
    return found == files.end() ? nullptr : &*found;
}

bool AttachingState::has(std::string_view record) const {
    return std::any_of(files.begin(), files.end(), [&](const Attaching& file) { return file.record == record; });
}

const std::vector<const Record*>& files_of(AttachingState& attaching, const Replica& replica, const Record& record) {
    if (std::exchange(attaching.version, replica.version()) != replica.version()) {
        attaching.attached.clear();
        for (const Record* file : replica.rows(kAttachment)) attaching.attached[file->get(attachment::record)].push_back(file);
    }
    static const std::vector<const Record*> kNone;
    const auto found = attaching.attached.find(record.id);
    return found == attaching.attached.end() ? kNone : found->second;
}

Route way_back(const Record& record, Replica& replica) {
    const auto host = host_of(record, replica);
    if (!host) return {.screen = Screen::reg, .entity = record.entity};
    return {.screen = Screen::reg, .entity = host->entity, .id = host->id, .tab = Tab::files};
}

std::optional<Found> found_from(const platform::Reply& reply) {
    const auto json = reply.status == 200 ? parse_json(reply.body) : std::nullopt;
    const std::string *hash = json ? text_member(*json, "sha256") : nullptr, *kind = json ? text_member(*json, "media_type") : nullptr;
    const auto size = json ? integer_member(*json, "size") : std::nullopt;
    if (!hash || !kind || !size) return std::nullopt;
    return Found{*hash, *kind, *size};
}

std::string problem_of(const platform::Reply& reply) {
    if (reply.status == 0) return "files.offline";
    const auto json = parse_json(reply.body);
    const Json* problems = json ? member(*json, "problems") : nullptr;
    const std::string* key = problems && problems->is_array() && !problems->empty() ? text_member(problems->front(), "message") : nullptr;
    if (!key && json) key = text_member(*json, "problem");
    return key && has_message(*key) ? *key : "problem.unknown";
}

std::string hand_in_path(const Attaching& file) {
    return "/api/files?register=" + std::string(file.entity->name) + "&record=" + in_query(file.record) + "&name=" + in_query(file.name);
}

void App::attach(std::uint32_t control, const Entity& entity, const std::string& record) {
    // One byte more than is allowed, so that a file which is too large is known as such.
    m_platform.read_file(control, static_cast<std::size_t>(m_state.attaching.limit) + 1, [this, &entity, record](std::string name, std::string bytes) {
        if (name.empty()) return;
        constexpr std::int64_t kMostLetters = kAttachment.fields[attachment::name.index].max;
        if (static_cast<std::int64_t>(length(name)) > kMostLetters)
            return say(name + ": " + fill(lisa::say(m_state.language, "problem.too_long"_tr), {{"max", std::to_string(kMostLetters)}}), {}, {}, true);
        if (static_cast<std::int64_t>(bytes.size()) > m_state.attaching.limit)
            return say(name + ": " + fill(lisa::say(m_state.language, "files.too_large"_tr), {{"limit", size_text(m_state.attaching.limit, m_state.language)}}),
                       {}, {}, true);
        if (const std::string_view key = file_complaint(name, bytes); !key.empty())
            return say(name + ": " + std::string(lisa::say(m_state.language, key)), {}, {}, true);
        const int number = ++m_last_file;
        m_state.attaching.files.push_back({.number = number, .entity = &entity, .record = record, .name = std::move(name), .bytes = std::move(bytes)});
        send_file(number);
    });
}

void App::send_file(int number) {
    Attaching* file = m_state.attaching.find(number);
    if (!file) return;
    file->problem.clear();
    file->percent = 0;
    m_platform.transfer(
        "POST", hand_in_path(*file), file->bytes,
        [this, number](int percent) {
            if (Attaching* sent = m_state.attaching.find(number)) sent->percent = percent, m_platform.wake();
        },
        [this, number](const platform::Reply& reply) { take_file(number, reply); });
}

void App::take_file(int number, const platform::Reply& reply) {
    Attaching* file = m_state.attaching.find(number);
    if (!file) return;  // given up meanwhile
    m_platform.wake();
    const auto refuse = [this, file](std::string_view key) {
        file->problem = std::string(lisa::say(m_state.language, key));
        m_platform.announce(file->name + ": " + file->problem, true);
    };
    const auto found = found_from(reply);
    if (!found) return refuse(problem_of(reply));
    Change change = blank_change(Verb::create, kAttachment, m_platform.new_id());
    change.patch = {{"name", text(file->name)},         {"register_name", text(std::string(file->entity->name))},
                    {"record", text(file->record)},     {"media_type", text(found->media_type)},
                    {"size", Edit{Value{found->size}}}, {"sha256", text(found->sha256)}};
    if (const auto preview = m_state.replica.preview(change, {now()}); !preview)
        return refuse(preview.error().problems.empty() ? "problem.broken" : preview.error().problems.front().message);
    std::string said = fill(lisa::say(m_state.language, "files.attached"_tr), {{"name", file->name}});
    const auto undo = [this, id = change.record] {
        if (const Record* made = m_state.replica.find(kAttachment, id)) detach(*made);
    };
    send_all({std::move(change)}, std::move(said), undo, [this, number](bool is_kept) {
        if (is_kept) return give_up_file(number);
        if (Attaching* left = m_state.attaching.find(number)) left->problem = std::string(lisa::say(m_state.language, "problem.storage"));
    });
}

void App::give_up_file(int number) {
    std::erase_if(m_state.attaching.files, [&](const Attaching& file) { return file.number == number; });
}

void App::detach(const Record& record) {
    std::string said = fill(lisa::say(m_state.language, "files.removed"_tr), {{"name", record.get(attachment::name)}});
    send(blank_change(Verb::remove, kAttachment, record.id), std::move(said),
         [this, id = record.id] { send(blank_change(Verb::restore, kAttachment, id), std::string(lisa::say(m_state.language, "toast.restored"_tr))); });
}

Result<std::vector<Change>> App::removal_of(const Record& record) {
    Replica& replica = m_state.replica;
    std::vector<Change> changes;
    for (const Entity* entity : replica.catalog()) {
        if (!hangs(*entity)) continue;
        for (const Record* one : replica.referring(*entity, entity->hangs_on.record, record.id))
            changes.push_back(blank_change(Verb::remove, *entity, one->id));
    }
    for (const Change& change : changes) TRY(replica.preview(change, {now()}));
    const bool is_alone = changes.empty();
    changes.push_back(blank_change(Verb::remove, *record.entity, record.id));
    const auto after = replica.preview(changes.back(), {now()});
    if (after) return changes;
    // What hangs on it goes before it: only what else refers to it keeps it here.
    const std::vector<Use> uses = is_alone ? std::vector<Use>{} : replica.uses_of(*record.entity, record.id);
    const bool is_free = !is_alone && after.error().problems.front().message == "problem.used" &&
                         std::all_of(uses.begin(), uses.end(), [](const Use& use) { return hangs(*use.record->entity); });
    if (!is_free) return after.error();
    return changes;
}

void App::get_file(const Record& record) {
    AttachingState& attaching = m_state.attaching;
    if (!attaching.getting.empty()) return;
    attaching.getting = record.id;
    attaching.percent = 0;
    m_platform.transfer(
        "GET", "/api/files/" + record.get(attachment::sha256) + "?record=" + record.id, {},
        [this](int percent) {
            m_state.attaching.percent = percent;
            m_platform.wake();
        },
        [this, name = record.get(attachment::name)](const platform::Reply& reply) {
            m_state.attaching.getting.clear();
            m_platform.wake();
            // Never as what it calls itself: the browser shall keep it, not open it.
            if (reply.status == 200) return m_platform.download(name, "application/octet-stream", reply.body);
            say(name + ": " + std::string(lisa::say(m_state.language, reply.status == 0 ? "files.unreachable" : problem_of(reply))), {}, {}, true);
        });
}

}  // namespace lisa::app
