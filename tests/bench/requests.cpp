// Requests a second that check the session and read the database, against a bare server that hands out as many bytes.
#include "bench/load.h"
#include "bench/report.h"
#include "bench/samples.h"
#include "bench/server.h"

namespace lisa::bench {
namespace {

constexpr int kClients = 8, kTurns = 5;
constexpr double kSpellS = 1;
constexpr int kChangedSince = 20;

struct Route {
    const char* id;
    std::function<std::string(int who)> path;
};

void measure(const Town& town, const Ports& ports, const Route& route) {
    const Ask ours = [&](httplib::Client& client, int who) { return client.Get(route.path(who), browser_headers(town.guest(who).cookie)); };
    const Spell first = ask_for(0.3, kClients, ports.lisa, ours);  // also notes the sessions as seen, which happens once a minute
    if (first.last_body.empty()) return give_up(route.id, "no answer with status 200");
    const std::string same_size = "/hello?bytes=" + std::to_string(first.last_body.size());
    const Ask theirs = [&](httplib::Client& client, int who) { return client.Get(same_size, browser_headers(town.guest(who).cookie)); };
    Pair rates, p99;
    int refused = 0;
    for (int turn = 0; turn < kTurns; ++turn) {
        const Spell lisa = ask_for(kSpellS, kClients, ports.lisa, ours), hello = ask_for(kSpellS, kClients, ports.hello, theirs);
        rates.add(lisa.per_second, hello.per_second);
        p99.add(lisa.p99_ms, hello.p99_ms);
        refused += lisa.refused + hello.refused;
    }
    if (refused > 0) return give_up(route.id, std::to_string(refused) + " requests were refused");
    tell(route.id, rates,
         std::to_string(first.last_body.size()) + " bytes, p99 " + digits(median(p99.ours), 2) + " ms against " + digits(median(p99.theirs), 2) + " ms");
}

}  // namespace

void measure_requests(const Town& town, const Ports& ports) {
    const Route routes[] = {
        {"requests.me", [](int) { return std::string("/api/me"); }},
        {"requests.history", [](int) { return "/api/history/asset/" + asset_id(7); }},
        {"requests.current", [&](int who) { return town.page(who, town.last); }},
        {"requests.page", [&](int who) { return town.page(who, town.last - kChangedSince); }},
    };
    for (const Route& route : routes) measure(town, ports, route);
}

}  // namespace lisa::bench
