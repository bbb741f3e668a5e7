#include "open_reports.h"

#include "auth/receipt.h"
#include "bootstrap.h"
#include "domain/catalog.h"
#include "store/content.h"
#include "store/crypto.h"

namespace lisa {
namespace {

/// One in so many of the bytes that attached files may have is for open reports.
constexpr std::int64_t kOpenShare = 10;

/// Stands for the key and the content together: whoever goes back, alters something and sends anew has made another report.
std::string sum_of(const OpenForm& form) {
    std::string all;
    const auto add = [&](std::string_view part) { all += std::to_string(part.size()) + ':' + std::string(part); };
    add(form.key);
    for (const auto& [question, answer] : form.report.answers) add(question), add(answer);
    add(form.report.unit);
    add(form.file.name);
    add(sha256(form.file.bytes));
    return sha256(all);
}

/// Bytes of the files that open reports brought, and that are kept.
Result<std::int64_t> bytes_brought(Database& database) {
    Query query =
        TRY(database.query("SELECT coalesce(sum(size), 0) FROM content WHERE blanked_at IS NULL AND sha256 IN (SELECT a.sha256 FROM open_report AS o "
                           "JOIN attachment AS a ON a.register_name = 'event' AND a.record = o.event "
                           "JOIN journal AS j ON j.record = a.id AND j.verb = 'create' WHERE j.actor = ?)",
                           kOpenReporter));
    TRY(query.step());
    return query.integer(0);
}

Error of_file(std::string_view key) { return fault(Fault::invalid, "file", std::string(key)); }

/// The changes of one open report.
class OpenIntake {
public:
    OpenIntake(Work& work, const std::string& unit, std::int64_t now_ms)
        : m_work(work), m_who(open_reporter(unit)), m_event(new_id(now_ms)), m_now_ms(now_ms) {}

    Result<std::string> report(const OpenReport& report) {
        TRY(carry_out(open_event(report, m_event, m_work.store().now().utc)));
        return m_event;
    }

    Result<Done> attach(const OpenFile& file, std::int64_t quota) {
        if (const std::string_view complaint = file_complaint(file.name, file.bytes); !complaint.empty()) return of_file(complaint);
        const FileKind& kind = *kind_of_name(file.name);
        const std::string hash = hex(sha256(file.bytes));
        const auto size = static_cast<std::int64_t>(file.bytes.size());
        const auto present = TRY(find_content(m_work.database(), hash));
        if (!present || present->is_blank) {
            const bool fits = TRY(bytes_kept(m_work.database())) + size <= quota && TRY(bytes_brought(m_work.database())) + size <= quota / kOpenShare;
            if (!fits) return of_file("problem.no_room_for_file");
        }
        TRY(keep_content(m_work.database(), hash, file.bytes, kind.name, std::string(kOpenReporter), m_now_ms));
        const auto text = [](std::string_view value) { return Edit{Value{std::string(value)}}; };
        Change change = creation(kAttachment, new_id(m_now_ms),
                                 {{"name", text(file.name)},
                                  {"register_name", text(kEvent.name)},
                                  {"record", text(m_event)},
                                  {"media_type", text(kind.name)},
                                  {"size", Edit{Value{size}}},
                                  {"sha256", text(hash)}},
                                 m_now_ms);
        change.client = kOpenReporter;
        auto made = carry_out(std::move(change));
        if (made || made.error().fault == Fault::broken) return made;
        return of_file(made.error().problems.empty() ? "problem.unknown" : made.error().problems.front().message);
    }

private:
    Result<Done> carry_out(Change change) {
        if (!may_come_openly(change, m_event)) return fault(Fault::forbidden, "", "problem.forbidden");
        if (change.id.empty()) change.id = new_id(m_now_ms);
        TRY(apply(change, m_who, m_work.store().now(), m_work.store()));
        return Done{};
    }

    Work& m_work;
    const Actor m_who;
    const std::string m_event;
    const std::int64_t m_now_ms;
};

Result<bool> has_come(Database& database, const std::string& sum) {
    Query query = TRY(database.query("SELECT 1 FROM open_report WHERE key = ?", Blob{sum}));
    return query.step();
}

}  // namespace

Result<std::string> open_unit(SqlStore& store, const std::string& named) {
    if (is_id(named)) {
        auto unit = store.load(kUnit, named);
        if (unit && !unit->removed) return named;
        if (!unit && unit.error().fault != Fault::missing) return unit.error();
    }
    return root_unit(store);
}

Result<OpenReceipt> take_open_report(Storage& storage, std::string_view secret, const OpenForm& form, std::int64_t file_quota, std::int64_t now_ms) {
    const std::string sum = sum_of(form);
    OpenReceipt receipt{receipt_code(secret, sum)};
    const auto take = [&](Work& work) -> Result<Done> {
        receipt.seq = 0;
        if (TRY(has_come(work.database(), sha256(sum)))) return Done{};
        OpenReport report = form.report;
        report.unit = TRY(open_unit(work.store(), report.unit));
        OpenIntake intake(work, report.unit, now_ms);
        const std::string event = TRY(intake.report(report));
        if (!form.file.name.empty()) TRY(intake.attach(form.file, file_quota));
        TRY(work.database().run("INSERT INTO open_report(key, code, event) VALUES(?,?,?)", Blob{sha256(sum)}, Blob{kept_code(secret, receipt.code)}, event));
        receipt.seq = work.store().last_rev();
        return Done{};
    };
    TRY(storage.group().run(now_ms, take));
    return receipt;
}

Result<std::optional<OpenStanding>> follow_open_report(View& view, std::string_view secret, std::string_view typed) {
    const std::string code = kept_code(secret, typed);
    if (code.empty()) return std::optional<OpenStanding>{};
    Query query = TRY(view.database().query("SELECT event FROM open_report WHERE code = ?", Blob{code}));
    if (!TRY(query.step())) return std::optional<OpenStanding>{};
    const Record event = TRY(view.store().load(kEvent, query.text(0)));
    return std::optional(OpenStanding{event.get(event::status), event.get(event::feedback)});
}

}  // namespace lisa
