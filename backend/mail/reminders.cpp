#include "mail/reminders.h"

#include <algorithm>
#include <map>
#include <set>

#include "core/date.h"
#include "domain/catalog.h"
#include "domain/grants.h"
#include "domain/period.h"
#include "domain/reminder.h"
#include "store/meta.h"

namespace lisa {
namespace {

/// The Swedish day on which the digests were last queued.
constexpr std::string_view kMetaDigest = "digest_on";

/// The registers as one state of the database has them, each read when it is first asked for.
class Registers {
public:
    Registers(SqlStore& store, bool has_days) : m_store(store) {
        for (const DueRule& rule : due_rules())
            if (const Entity& entity = *find_entity(kCatalog, rule.entity); has_days || find_field(entity, rule.date)->type == Type::moment)
                m_asked.insert(rule.entity);
        if (has_days) m_asked.insert({kRiskAnalysis.name, kRiskMatrix.name});
    }

    Result<std::vector<const Record*>> all(const Entity& entity) {
        auto [found, is_new] = m_rows.try_emplace(entity.name);
        if (is_new) found->second = TRY(m_store.rows().all(m_store.database(), entity));
        std::vector<const Record*> present;
        for (const Record& record : found->second)
            if (!record.removed) present.push_back(&record);
        return present;
    }

    /// What is due until the day. Without days, only what is due at a moment.
    Result<std::vector<Due>> due(std::string_view last) {
        Result<Done> read = Done{};
        const DueSource source{[&](std::string_view name) -> std::vector<const Record*> {
                                   if (!m_asked.contains(name)) return {};
                                   auto rows = all(*find_entity(kCatalog, name));
                                   if (rows) return std::move(*rows);
                                   read = rows.error();
                                   return {};
                               },
                               {}};
        std::vector<Due> found = all_due(source, last);
        TRY(std::move(read));
        return found;
    }

private:
    SqlStore& m_store;
    std::set<std::string_view> m_asked;
    std::map<std::string_view, std::vector<Record>> m_rows;
};

struct Reader {
    Actor who{};
    bool is_law_only = false;
};

/// Everybody who works here and has an address, with today's rights.
Result<std::vector<Reader>> readers_of(SqlStore& store, Registers& registers, std::string_view today) {
    std::map<std::string, std::vector<Record>> seats;  // by person
    for (const Record* seat : TRY(registers.all(kAssignment)))
        for (const std::string& person : std::set{seat->text("person"), seat->text("deputy")}) seats[person].push_back(*seat);
    std::set<std::string> law_only;
    {
        Query query = TRY(store.database().query("SELECT person FROM choice WHERE key = ? AND value = ?", kReminderChoice, kLawOnly));
        while (TRY(query.step())) law_only.insert(query.text(0));
    }
    std::vector<Reader> readers;
    for (const Record* person : TRY(registers.all(kPerson)))
        if (is_mail_address(person->text("email")) && holds_on(*person, today))
            readers.push_back({{person->id, grants_of(*person, seats[person->id], today)}, law_only.contains(person->id)});
    return readers;
}

/// Whether the person sees the date in the record.
bool sees(const Actor& who, const Due& due, const Places& places) {
    const auto seen = redact(*due.record, who, places);
    return seen && !seen->is_hidden(position(*due.record->entity, due.rule->date));
}

/// What nobody was reminded of yet.
Result<std::vector<Reminded>> new_reminders(SqlStore& store, bool has_days, std::string_view now) {
    const std::string today = swedish_date(now);
    Registers registers(store, has_days);
    std::vector<Reminder> reminders = reminders_of(TRY(registers.due(add_days(today, kFirstReminderDays))), now);
    if (!has_days) std::erase_if(reminders, [](const Reminder& one) { return !one.is_urgent(); });
    std::vector<Reminded> found;
    if (reminders.empty()) return found;
    std::vector<Places> places;
    for (const Reminder& one : reminders) places.push_back(TRY(places_of(*one.due.record, store)));
    for (const Reader& reader : TRY(readers_of(store, registers, today)))
        for (std::size_t i = 0; i < reminders.size(); ++i) {
            const Due& due = reminders[i].due;
            if ((reader.is_law_only && !due.rule->is_law) || !is_due_for(reader.who, due, places[i]) || !sees(reader.who, due, places[i])) continue;
            Reminded one{reader.who.person, due.record->id, std::string(due.rule->entity) + "." + std::string(due.rule->date),
                         due.at.empty() ? due.date : due.at, reminders[i].step};
            if (!TRY(is_reminded(store.database(), one))) found.push_back(std::move(one));
        }
    return found;
}

}  // namespace

Result<std::int64_t> queue_reminders(Storage& storage, int hour, std::int64_t now_ms) {
    const std::string now = utc_text(now_ms), today = swedish_date(now_ms);
    bool has_days = is_digest_time(now, hour);
    std::vector<Reminded> reminders;
    {
        View view = TRY(storage.read());
        has_days = has_days && TRY(read_meta(view.database(), kMetaDigest)) != today;
        reminders = TRY(new_reminders(view.store(), has_days, now));
    }
    if (reminders.empty() && !has_days) return std::int64_t{0};
    Work work = TRY(storage.begin(now_ms));
    const std::int64_t letters = TRY(queue_mail(work.database(), reminders, now_ms));
    if (has_days) {
        TRY(forget_mail(work.database(), now_ms));
        TRY(write_meta(work.database(), kMetaDigest, today));
    }
    TRY(work.commit());
    return letters;
}

Result<std::string> mail_address_of(SqlStore& store, const std::string& person, std::int64_t now_ms) {
    const auto record = store.load(kPerson, person);
    if (!record && record.error().fault != Fault::missing) return record.error();
    if (!record || !holds_on(*record, swedish_date(now_ms))) return std::string();
    std::string address = record->text("email");
    return is_mail_address(address) ? std::move(address) : std::string();
}

}  // namespace lisa
