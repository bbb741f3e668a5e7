// The first sync of a new browser: every page of 10,000 records, from the wire into a replica. And the same records as of the end of today,
// replayed from the journal and judged.
#include <zlib.h>

#include "bench/load.h"
#include "bench/report.h"
#include "bench/samples.h"
#include "bench/server.h"
#include "clock.h"
#include "core/date.h"
#include "core/json.h"
#include "sync/replica.h"

namespace lisa::bench {
namespace {

constexpr int kTurns = 5;

struct Sync {
    std::size_t wire_bytes = 0, json_bytes = 0;
    std::vector<std::string> texts{};
    bool is_whole = false;
};

std::string unpacked(const std::string& bytes) {
    z_stream stream{};
    if (inflateInit2(&stream, 15 + 16) != Z_OK) return {};
    std::string text(bytes.size() * 30 + 4096, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    const int code = inflate(&stream, Z_FINISH);
    text.resize(code == Z_STREAM_END ? stream.total_out : 0);
    inflateEnd(&stream);
    return text;
}

/// Pulls until there is no more, as web/app/sync.cpp does.
Sync sync_once(httplib::Client& client, const std::string& cookie) {
    Sync sync;
    Replica replica(kCatalog, Actor{person_id(0), {{Role::coordinator, kRootId}}});
    for (bool has_more = true; has_more;) {
        const auto answer = client.Get("/api/changes?since=" + std::to_string(replica.cursor()) + "&epoch=" + replica.epoch(), browser_headers(cookie));
        if (!answer || answer->status != 200) return sync;
        sync.wire_bytes += answer->body.size();
        sync.texts.push_back(answer->get_header_value("Content-Encoding") == "gzip" ? unpacked(answer->body) : answer->body);
        sync.json_bytes += sync.texts.back().size();
        const auto json = parse_json(sync.texts.back());
        auto page = json ? page_from_json(kCatalog, *json) : Result<Page>(Error{});
        if (!page) return sync;
        has_more = page->has_more;
        const auto visible = page->visible;
        (void)replica.take_page(std::move(*page));
        sync.is_whole = !has_more && visible && replica.agrees(*visible) && *visible == kRecords;
    }
    return sync;
}

/// How many records of a day come in all its pages; none when something went wrong. `turn` keeps the server from giving the answer it holds.
std::size_t day_once(httplib::Client& client, const std::string& cookie, const std::string& day, int turn) {
    std::size_t records = 0;
    for (std::string from;;) {
        const auto answer = client.Get("/api/as-of?day=" + day + "&turn=" + std::to_string(turn) + from, browser_headers(cookie));
        if (!answer || answer->status != 200) return 0;
        const auto json = parse_json(answer->get_header_value("Content-Encoding") == "gzip" ? unpacked(answer->body) : answer->body);
        const Json* rows = json ? member(*json, "records") : nullptr;
        if (!rows) return 0;
        records += rows->size();
        const Json* next = member(*json, "next");
        if (!next) return records;
        from = "&until=" + std::to_string(integer_member(*json, "until").value_or(0)) + "&register=" + *text_member(*next, "register") +
               "&after=" + *text_member(*next, "after");
    }
}

double parse_s(const std::vector<std::string>& texts) {
    const double start = now_s();
    std::size_t members = 0;
    for (const std::string& text : texts)
        if (const auto json = parse_json(text)) members += json->size();
    return members > 0 ? now_s() - start : 0;
}

}  // namespace

void measure_first_sync(const Town& town, const Ports& ports) {
    httplib::Client client("127.0.0.1", ports.lisa);
    be_browser(client);
    Pair seconds;
    Sync last;
    for (int turn = 0; turn < kTurns; ++turn) {
        const double start = now_s();
        last = sync_once(client, town.guest(0).cookie);
        const double took = now_s() - start;
        if (!last.is_whole) return give_up("sync.seconds", "not all records came");
        seconds.add(took, parse_s(last.texts));
    }
    Pair past;
    const std::string today = swedish_date(now_ms());
    for (int turn = 0; turn < kTurns; ++turn) {
        const double start = now_s();
        const std::size_t records = day_once(client, town.guest(0).cookie, today, turn);
        const double told = now_s();
        if (records != static_cast<std::size_t>(kRecords)) return give_up("asof.seconds", "not all records came");
        (void)sync_once(client, town.guest(0).cookie);
        past.add(told - start, now_s() - told);
    }
    tell("asof.seconds", past, "one client");
    tell("sync.seconds", seconds, std::to_string(last.texts.size()) + " pages, one client");
    tell("sync.bytes", static_cast<double>(last.wire_bytes) / 1000, static_cast<double>(last.json_bytes) / 1000, "gzip on the wire against plain JSON");
}

}  // namespace lisa::bench
