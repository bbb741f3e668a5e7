#include "bench/load.h"

#include <atomic>
#include <thread>

#include "bench/report.h"

namespace lisa::bench {
namespace {

struct Counted {
    std::vector<double> ms{};
    int refused = 0;
    std::string body{};
};

void keep_asking(double until, int client, int port, const Ask& ask, Counted& counted) {
    httplib::Client connection("127.0.0.1", port);
    be_browser(connection);
    while (now_s() < until) {
        const double start = now_s();
        auto answer = ask(connection, client);
        counted.ms.push_back((now_s() - start) * 1000);
        if (!answer || answer->status != 200) ++counted.refused;
        else counted.body = std::move(answer->body);
    }
}

}  // namespace

void be_browser(httplib::Client& client) {
    client.set_keep_alive(true);
    client.set_tcp_nodelay(true);
    client.set_decompress(false);
    client.set_read_timeout(60);
    client.set_connection_timeout(60);
}

httplib::Headers browser_headers(const std::string& cookie) { return {{"Cookie", cookie}, {"Accept-Encoding", "gzip"}}; }

Spell ask_for(double seconds, int clients, int port, const Ask& ask) {
    std::vector<Counted> counted(static_cast<std::size_t>(clients));
    std::vector<std::thread> threads;
    const double start = now_s();
    for (int i = 0; i < clients; ++i) threads.emplace_back([&, i] { keep_asking(start + seconds, i, port, ask, counted[static_cast<std::size_t>(i)]); });
    for (std::thread& thread : threads) thread.join();
    const double took = now_s() - start;
    Spell spell;
    std::vector<double> all;
    for (Counted& one : counted) {
        all.insert(all.end(), one.ms.begin(), one.ms.end());
        spell.refused += one.refused;
        if (!one.body.empty()) spell.last_body = std::move(one.body);
    }
    spell.per_second = static_cast<double>(all.size() - static_cast<std::size_t>(spell.refused)) / took;
    spell.p99_ms = quantile(std::move(all), 0.99);
    return spell;
}

}  // namespace lisa::bench
