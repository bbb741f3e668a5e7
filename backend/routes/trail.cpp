#include "sync/trail.h"

#include "core/date.h"
#include "core/json.h"
#include "routes/routes.h"
#include "store/crypto.h"
#include "store/readings.h"
#include "store/verify.h"
#include "sync/actor.h"

namespace lisa {
namespace {

constexpr std::size_t kMostBody = 40'000;

Error nonsense() { return fault(Fault::invalid, "", "problem.protocol"); }

/// What a browser says that its person opened. Nothing of it is told back.
Result<Json> take_readings(Site& site, const Session& session, const httplib::Request& request) {
    if (request.body.size() > kMostBody) return nonsense();
    const Json body = TRY(object_body(request));
    const std::vector<Opened> readings = TRY(readings_from_json(body));
    TRY(note(site, session.person, readings));
    return Json::object();
}

Result<TrailQuery> query_of(const httplib::Request& request, Catalog catalog) {
    TrailQuery query;
    const std::string kind = request.get_param_value("kind"), name = request.get_param_value("register");
    const auto before = number_param(request, "before", 0);
    if ((kind != "changes" && kind != "readings") || !before || *before < 0) return nonsense();
    query.kind = kind == "changes" ? TrailQuery::Kind::changes : TrailQuery::Kind::readings;
    query.before = *before;
    query.person = request.get_param_value("person");
    query.record = request.get_param_value("record");
    query.from = request.get_param_value("from");
    query.to = request.get_param_value("to");
    query.entity = name.empty() ? nullptr : find_entity(catalog, name);
    const auto is_good = [](const std::string& text, bool (*is_one)(std::string_view)) { return text.empty() || is_one(text); };
    const bool is_well_made = is_good(query.person, is_id) && is_good(query.record, is_id) && is_good(query.from, is_date) && is_good(query.to, is_date);
    if (!is_well_made || (!name.empty() && !query.entity)) return nonsense();
    return query;
}

/// Whether the chain holds and the registers agree with it. It takes as long as reading the whole journal, so one is made at a time.
Result<Json> verification(Site& site, const Session& session) {
    View view = TRY(site.storage.read());
    if (!reads_trail_somewhere(TRY(actor_of(view.store(), session.person, site.now())))) return fault(Fault::missing, "", "problem.missing");
    const std::unique_lock alone(site.verifying, std::try_to_lock);
    if (!alone) return fault(Fault::offline, "", "problem.too_many");
    const Findings found = TRY(verify_journal(view.database(), view.store().rows()));
    for (const std::string& sentence : found.faults) site.log.event("altered", {{"detail", sentence}});
    return Json{{"at", utc_text(site.now())}, {"rows", found.rows}, {"records", found.records}, {"end", hex(found.end)}, {"faults", found.faults.size()}};
}

}  // namespace

Result<Done> note(Site& site, const std::string& person, const std::vector<Opened>& readings) {
    if (readings.empty()) return Done{};
    return site.storage.group().run(site.now(), [&](Work& work) -> Result<Done> {
        TRY(note_readings(work.database(), work.store().catalog(), person, readings, site.now()));
        return Done{};
    });
}

void add_trail_routes(Listener& listener, Site& site) {
    listener.Post("/api/reads",
                  signed_in(site, [&site](const Session& session, const httplib::Request& request) { return take_readings(site, session, request); }));
    listener.Get("/api/trail", reading(site, [](View& view, const Actor& who, const httplib::Request& request) -> Result<Json> {
                     return trail(view.store(), who, TRY(query_of(request, view.store().catalog())));
                 }));
    listener.Post("/api/trail/verification", signed_in(site, [&site](const Session& session, const httplib::Request&) { return verification(site, session); }));
}

}  // namespace lisa
