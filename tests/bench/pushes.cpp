// Changes that the server acknowledged, each safe on the disk, against a loop that only inserts a row and commits.
#include <sqlite3.h>

#include <atomic>

#include "bench/editor.h"
#include "bench/report.h"
#include "bench/server.h"

namespace lisa::bench {
namespace {

constexpr int kTurns = 5;
constexpr double kSpellS = 1.5;
constexpr std::size_t kRowBytes = 900;  ///< about what a row of the journal takes

/// Rows a second that one connection writes, each in a transaction of its own, with the settings of ours.
class Bare {
public:
    explicit Bare(const std::string& file) {
        if (sqlite3_open(file.c_str(), &m_handle) != SQLITE_OK) return;
        run("PRAGMA journal_mode=WAL");
        run("PRAGMA synchronous=FULL");
        run("PRAGMA wal_autocheckpoint=4000");
        run("CREATE TABLE row(seq INTEGER PRIMARY KEY, text TEXT)");
        sqlite3_prepare_v2(m_handle, "INSERT INTO row(text) VALUES(?)", -1, &m_insert, nullptr);
    }
    Bare(const Bare&) = delete;
    Bare& operator=(const Bare&) = delete;
    ~Bare() {
        sqlite3_finalize(m_insert);
        sqlite3_close(m_handle);
    }

    double per_second(double seconds) {
        const std::string text(kRowBytes, 'x');
        const double start = now_s();
        int rows = 0;
        for (; now_s() - start < seconds; ++rows) {
            sqlite3_bind_text(m_insert, 1, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
            if (sqlite3_step(m_insert) != SQLITE_DONE) return 0;
            sqlite3_reset(m_insert);
        }
        return rows / (now_s() - start);
    }

private:
    void run(const char* sql) { sqlite3_exec(m_handle, sql, nullptr, nullptr, nullptr); }
    sqlite3* m_handle = nullptr;
    sqlite3_stmt* m_insert = nullptr;
};

void measure(const char* id, int clients, const Ports& ports, std::vector<Editor>& editors, Bare& bare) {
    std::atomic<int> unaccepted{0};
    const Ask push = [&](httplib::Client& client, int who) {
        bool is_accepted = false;
        auto answer = editors[static_cast<std::size_t>(who)].push(client, is_accepted);
        if (!is_accepted) ++unaccepted;
        return answer;
    };
    (void)ask_for(0.3, clients, ports.lisa, push);
    Pair rates;
    std::vector<double> p99;
    for (int turn = 0; turn < kTurns; ++turn) {
        const Spell spell = ask_for(kSpellS, clients, ports.lisa, push);
        rates.add(spell.per_second, bare.per_second(kSpellS));
        p99.push_back(spell.p99_ms);
    }
    if (unaccepted > 0) return give_up(id, std::to_string(unaccepted) + " changes were not accepted");
    tell(id, rates, "p99 " + digits(median(p99)) + " ms until acknowledged");
}

}  // namespace

void measure_pushes(const Town& town, const Ports& ports, const std::string& folder) {
    Bare bare(folder + "/bare.db");
    std::vector<Editor> editors;
    for (int i = 0; i < 32; ++i) editors.emplace_back(town, i);
    measure("pushes.8", 8, ports, editors, bare);
    measure("pushes.32", 32, ports, editors, bare);
}

}  // namespace lisa::bench
