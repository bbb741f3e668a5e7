// Attached files (H1): handed in by who may change the record they are meant for, given out to who may read an attachment that names
// them, and never as something that a browser would run.
#include "core/date.h"
#include "core/text.h"
#include "domain/attachment.h"
#include "http/stream.h"
#include "routes/routes.h"
#include "schema/validate.h"
#include "store/content.h"
#include "store/crypto.h"
#include "sync/actor.h"

namespace lisa {
namespace {

constexpr const char* kGeneric = "application/octet-stream";
constexpr const char* kHeldMark = "held";    ///< what a file takes of the allowance, as long as its answer is under way
constexpr const char* kLeaveMark = "leave";  ///< that it is under way

/// What a file is meant for, as the query says it.
struct Meant {
    std::string name{}, register_name{}, record{};
};

Meant meant_of(const httplib::Request& request) {
    return {request.get_param_value("name"), request.get_param_value("register"), request.get_param_value("record")};
}

/// Whether the person may attach files to the record. What is out of sight looks as if it were not there.
Result<Done> may_attach(Site& site, SqlStore& store, const std::string& person, const Meant& meant) {
    const Error missing = fault(Fault::missing, "", "problem.missing");
    const Actor who = TRY(actor_of(store, person, site.now()));
    const Entity* entity = find_entity(store.catalog(), meant.register_name);
    if (!entity || !entity->takes_files || !is_id(meant.record)) return missing;
    auto record = store.load(*entity, meant.record);
    if (!record) return record.error().fault == Fault::missing ? missing : record.error();
    const Places places = TRY(places_of(*record, store));
    if (record->removed || !allowed(who, Right::read, *entity, places)) return missing;
    if (!allowed(who, Right::update, *entity, places)) return fault(Fault::forbidden, "", "problem.forbidden");
    if (const std::string_view why = sealed(*record, who, places); !why.empty()) return fault(Fault::forbidden, "", std::string(why));
    return Done{};
}

/// Why a file is refused before its bytes have come.
Result<Done> may_come(Site& site, const std::string& person, const Meant& meant, std::size_t size) {
    View view = TRY(site.storage.read());
    TRY(may_attach(site, view.store(), person, meant));
    const auto longest = static_cast<std::size_t>(length_limit(kAttachment.fields[attachment::name.index]));
    if (!is_file_name(meant.name) || length(meant.name) > longest) return fault(Fault::invalid, "name", "problem.file_name");
    if (!kind_of_name(meant.name)) return fault(Fault::invalid, "name", "problem.file_kind");
    if (size == 0) return fault(Fault::invalid, "name", "problem.file_empty");
    return Done{};
}

/// Content-Digest of RFC 9530, where the browser sent one: "sha-256=:BASE64:".
bool is_whole(const httplib::Request& request, std::string_view digest) {
    return !request.has_header("Content-Digest") || request.get_header_value("Content-Digest") == "sha-256=:" + base64(digest) + ":";
}

/// Takes in the bytes that came.
Result<Json> take_in(Site& site, const httplib::Request& request, const std::string& person, const Meant& meant, const std::string& bytes) {
    const FileKind& kind = *kind_of_name(meant.name);
    if (!is_of_kind(kind, bytes)) return fault(Fault::invalid, "name", "problem.file_kind");
    const std::string digest = sha256(bytes), hash = hex(digest);
    if (!is_whole(request, digest)) return fault(Fault::invalid, "name", "problem.file_altered");
    const auto size = static_cast<std::int64_t>(bytes.size());
    Work work = TRY(site.storage.begin(site.now()));
    TRY(may_attach(site, work.store(), person, meant));  // rights may have altered meanwhile
    const std::int64_t destroyed = TRY(sweep_contents(work.database(), site.now()));
    const auto present = TRY(find_content(work.database(), hash));
    const std::int64_t more = present && !present->is_blank ? 0 : size;
    if (more > 0 && TRY(bytes_kept(work.database())) + more > site.settings.file_quota) return fault(Fault::invalid, "name", "problem.file_quota");
    if (more > 0 && TRY(bytes_unused(work.database(), person)) + more > kUnusedBytes) return fault(Fault::invalid, "name", "problem.file_unused");
    TRY(keep_content(work.database(), hash, bytes, kind.name, person, site.now()));
    TRY(work.commit());
    if (destroyed > 0) TRY(site.storage.checkpoint());
    return Json{{"sha256", hash}, {"size", size}, {"media_type", std::string(kind.name)}};
}

void send_busy(const httplib::Request& request, httplib::Response& response) {
    response.set_header("Retry-After", "5");
    send_problem(request, response, 503, "problem.busy");
}

void hand_in(Site& site, const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& read) {
    const auto session = admit(site, request, response);
    if (!session) return;
    const Meant meant = meant_of(request);
    const std::size_t size = request.get_header_value_u64("Content-Length");
    if (const auto may = may_come(site, session->person, meant, size); !may) return fail(site, request, response, may.error());
    const auto held = site.file_memory.take(static_cast<std::int64_t>(size));
    if (!held) return send_busy(request, response);
    const Transfers::Leave leave = site.transfers.begin(session->person, static_cast<std::int64_t>(size), site.now());
    if (!leave.held) return send_problem(request, response, 429, leave.refused);
    Listener::allow_ms(kFileMs);
    std::string bytes;
    bytes.reserve(size);
    const bool has_come = read([&](const char* part, std::size_t count) {
        if (count > size - bytes.size()) return false;
        bytes.append(part, count);
        return true;
    });
    if (!has_come || bytes.size() != size) return send_problem(request, response, 400, "problem.protocol");
    const auto taken = take_in(site, request, session->person, meant, bytes);
    if (!taken) return fail(site, request, response, taken.error());
    send_json(request, response, 200, *taken);
}

/// The attachment, when the person may read it and it names that content.
Result<Record> readable(View& view, const Actor& who, const std::string& id, const std::string& hash) {
    const Error missing = fault(Fault::missing, "", "problem.missing");
    if (!is_id(id) || !is_sha256(hash)) return missing;
    auto record = view.store().load(kAttachment, id);
    if (!record) return record.error().fault == Fault::missing ? missing : record.error();
    if (record->removed || record->get(attachment::sha256) != hash) return missing;
    if (!allowed(who, Right::read, kAttachment, TRY(places_of(*record, view.store())))) return missing;
    return record;
}

/// "attachment", with the name for old programs in letters that all know, and as it is (RFC 6266, RFC 8187).
std::string disposition(const std::string& name) {
    std::string plain, full;
    for (const char c : name) {
        const bool is_plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
        plain += is_plain ? c : '_';
        full += is_plain ? std::string(1, c) : "%" + hex(std::string(1, c));
    }
    return "attachment; filename=\"" + plain + "\"; filename*=UTF-8''" + full;
}

struct Given {
    Record record{};
    std::string bytes{};
    std::shared_ptr<void> held{};  ///< null: too much is under way
};

Result<Given> take_out(Site& site, const std::string& person, const httplib::Request& request) {
    View view = TRY(site.storage.read());
    const Actor who = TRY(actor_of(view.store(), person, site.now()));
    Given given;
    given.record = TRY(readable(view, who, request.get_param_value("record"), request.path_params.at("sha256")));
    given.held = site.file_memory.take(given.record.get(attachment::size));
    if (given.held) given.bytes = TRY(read_content(view.database(), given.record.get(attachment::sha256)));
    return given;
}

void give_out(Site& site, const httplib::Request& request, httplib::Response& response) {
    const auto session = admit(site, request, response);
    if (!session) return;
    auto given = take_out(site, session->person, request);
    if (!given) return fail(site, request, response, given.error());
    if (!given->held) return send_busy(request, response);
    Transfers::Leave leave = site.transfers.begin(session->person, given->record.get(attachment::size), site.now());
    if (!leave.held) return send_problem(request, response, 429, leave.refused);
    Listener::allow_ms(kFileMs);
    // That it cannot be noted is no reason to withhold the file.
    const Opened opened{std::string(kAttachment.name), given->record.id, utc_text(site.now())};
    if (const auto noted = note(site, session->person, {opened}); !noted) site.log.event("failure", {{"path", "note"}, {"detail", noted.error().detail}});
    const FileKind* kind = kind_of_name(given->record.get(attachment::name));
    response.user_data.set(kHeldMark, std::move(given->held));
    response.user_data.set(kLeaveMark, std::move(leave.held));
    response.set_header("Content-Disposition", disposition(given->record.get(attachment::name)));
    response.set_header("Content-Security-Policy", "sandbox; default-src 'none'; frame-ancestors 'none'");
    response.set_content(std::move(given->bytes), kind && kind->is_picture() ? std::string(kind->media_type) : kGeneric);
}

}  // namespace

void add_attachment_routes(Listener& listener, Site& site) {
    listener.Post(kFilesPath, [&site](const httplib::Request& request, httplib::Response& response, const httplib::ContentReader& read) {
        hand_in(site, request, response, read);
    });
    listener.Get(std::string(kFilesPath) + "/:sha256",
                 [&site](const httplib::Request& request, httplib::Response& response) { give_out(site, request, response); });
}

}  // namespace lisa
