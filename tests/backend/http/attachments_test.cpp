// Files over the wire: who may hand them in and get them out, what is refused, and that nothing comes back as something to run.
#include <cctype>

#include "store/content.h"
#include "store/crypto.h"
#include "sync/protocol.h"
#include "tests/backend/http/desk.h"

using namespace lisa;
using namespace lisa::test;

namespace {

constexpr const char* kBytes = "application/octet-stream";
const std::string kPdf = "%PDF-1.7\nprotokoll", kPng = "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR", 8);

std::string hash_of(const std::string& bytes) { return hex(sha256(bytes)); }

std::string path_for(const std::string& name, const std::string& record = id("grades"), const std::string& register_name = "asset") {
    return "/api/files?register=" + register_name + "&record=" + record + "&name=" + name;
}

httplib::Response hand_in(const Desk& desk, const std::string& cookie, const std::string& path, const std::string& bytes) {
    return desk.ask("POST", path, desk.ours(cookie), bytes, kBytes);
}

/// The attachment as the browser makes it after the bytes have come.
std::string attach(Desk& desk, const char* person, const char* name, const Json& found, const char* record = "file", const char* host = "grades") {
    return desk.town.outcome(person, desk.town.draft(Verb::create, kAttachment, id(record),
                                                     {{"name", text(name)},
                                                      {"register_name", text("asset")},
                                                      {"record", text(id(host))},
                                                      {"media_type", text(found["media_type"].get<std::string>())},
                                                      {"size", number(found["size"].get<std::int64_t>())},
                                                      {"sha256", text(found["sha256"].get<std::string>())}}));
}

std::string file_path(const std::string& bytes, const std::string& record = id("file")) { return "/api/files/" + hash_of(bytes) + "?record=" + record; }

}  // namespace

TEST_CASE("H1 a file that is handed in and attached comes back whole to whoever may read its record, and to nobody else") {
    Desk desk;
    const std::string anna = desk.sign_in("anna"), bertil = desk.sign_in("bertil"), cecilia = desk.sign_in("cecilia"), pupil = desk.sign_in("pupil");
    const auto taken = hand_in(desk, anna, path_for("Protokoll%20%C3%A5r.pdf"), kPdf);
    REQUIRE(taken.status == 200);
    const Json found = body_of(taken);
    CHECK(found == Json{{"sha256", hash_of(kPdf)}, {"size", kPdf.size()}, {"media_type", "pdf"}});
    CHECK(desk.get(file_path(kPdf), anna).status == 404);  // attached to nothing yet
    REQUIRE(attach(desk, "anna", "Protokoll år.pdf", found) == "ok");

    const auto given = desk.get(file_path(kPdf), anna);
    REQUIRE(given.status == 200);
    CHECK(given.body == kPdf);
    CHECK(given.get_header_value("Content-Type") == kBytes);
    CHECK(given.get_header_value("Content-Disposition") == "attachment; filename=\"Protokoll___r.pdf\"; filename*=UTF-8''Protokoll%20%c3%a5r.pdf");
    CHECK(given.get_header_value("X-Content-Type-Options") == "nosniff");
    CHECK(given.get_header_value("Content-Security-Policy") == "sandbox; default-src 'none'; frame-ancestors 'none'");
    CHECK(given.get_header_value("Cross-Origin-Resource-Policy") == "same-origin");
    CHECK(given.get_header_value("Cache-Control") == "no-store");
    for (const char* once : {"Content-Security-Policy", "Cache-Control", "Content-Type", "Content-Disposition"})
        CHECK_MESSAGE(given.get_header_value_count(once) == 1, once);

    CHECK(desk.get(file_path(kPdf), cecilia).status == 200);  // reads the record, may not change it
    for (const std::string& cookie : {bertil, pupil}) {
        const auto refused = desk.get(file_path(kPdf), cookie);
        CHECK(refused.status == 404);
        CHECK(refused.body.find("PDF") == std::string::npos);
        CHECK(refused.body == desk.get(file_path("no such file"), cookie).body);
    }
    CHECK(desk.get(file_path(kPdf)).status == 401);
    CHECK(desk.get(file_path(kPdf), "lisa=" + std::string(43, 'A')).status == 401);
    REQUIRE(desk.town.outcome("anna", desk.town.draft(Verb::remove, kAttachment, id("file"))) == "ok");
    CHECK(desk.get(file_path(kPdf), anna).status == 404);
}

TEST_CASE("H1 a picture says that it is one, still only to be kept") {
    Desk desk;
    const std::string anna = desk.sign_in("anna");
    REQUIRE(attach(desk, "anna", "bild.png", body_of(hand_in(desk, anna, path_for("bild.png"), kPng))) == "ok");
    const auto given = desk.get(file_path(kPng), anna);
    CHECK(given.get_header_value("Content-Type") == "image/png");
    CHECK(given.get_header_value("Content-Disposition").starts_with("attachment;"));
    CHECK(given.body == kPng);
}

TEST_CASE("H1 a wrong address gives nothing: hash, record, or what climbs") {
    Desk desk;
    const std::string anna = desk.sign_in("anna");
    REQUIRE(attach(desk, "anna", "a.pdf", body_of(hand_in(desk, anna, path_for("a.pdf"), kPdf))) == "ok");
    const std::string other = "%PDF-annan";
    REQUIRE(attach(desk, "anna", "b.pdf", body_of(hand_in(desk, anna, path_for("b.pdf"), other)), "other") == "ok");
    std::string loud = hash_of(kPdf);
    for (char& c : loud) c = static_cast<char>(std::toupper(c));
    for (const std::string& path :
         {file_path(kPdf, id("other")), file_path(kPdf, id("grades")), file_path(kPdf, ""), std::string("/api/files/") + hash_of(kPdf),
          "/api/files/" + loud + "?record=" + id("file"), "/api/files/" + hash_of(kPdf).substr(1) + "?record=" + id("file"),
          "/api/files/..%2f..%2fetc%2fpasswd?record=" + id("file"), "/api/files/../me?record=" + id("file"), std::string("/api/files/"),
          std::string("/api/files"), "/api/files/" + hash_of(kPdf) + "?record=%27%20OR%201=1%20--"}) {
        const auto refused = desk.get(path, anna);
        CHECK_MESSAGE(refused.status == 404, path << ": " << refused.status);
        CHECK(refused.body.find("PDF") == std::string::npos);
    }
}

TEST_CASE("H1 what may not come is refused, most of it before its bytes are read, and nothing of it is kept") {
    Desk desk({}, {}, 20'000, [](Settings& settings) { settings.file_limit = 2u << 20; });
    const std::map<std::string, std::string> cookies{
        {"", ""}, {"anna", desk.sign_in("anna")}, {"bertil", desk.sign_in("bertil")}, {"cecilia", desk.sign_in("cecilia")}, {"pupil", desk.sign_in("pupil")}};
    const std::string large((2u << 20) + 1, 'x'), program("MZ\x90\0\3", 5);
    struct Row {
        const char* who;
        std::string path, bytes;
        int status;
        const char* says;
    };
    const Row rows[] = {
        {"", path_for("a.pdf"), kPdf, 401, "problem.signed_out"},
        {"bertil", path_for("a.pdf"), kPdf, 404, "problem.missing"},
        {"pupil", path_for("a.pdf"), kPdf, 404, "problem.missing"},
        {"cecilia", path_for("a.pdf"), kPdf, 403, "problem.forbidden"},
        {"anna", path_for("a.pdf", id("maps")), kPdf, 404, "problem.missing"},
        {"anna", path_for("a.pdf", id("nothing")), kPdf, 404, "problem.missing"},
        {"anna", path_for("a.pdf", "..%2f..%2f"), kPdf, 404, "problem.missing"},
        {"anna", path_for("a.pdf", id("board_a"), "unit"), kPdf, 404, "problem.missing"},
        {"anna", path_for("a.pdf", id("grades"), "account"), kPdf, 404, "problem.missing"},
        {"anna", path_for("a.pdf"), large, 413, "problem.file_too_large"},
        {"anna", path_for("a.pdf"), "", 422, "problem.file_empty"},
        {"anna", path_for("a.svg"), "<svg onload='alert(1)'/>", 422, "problem.file_kind"},
        {"anna", path_for("a.html"), "<script>alert(1)</script>", 422, "problem.file_kind"},
        {"anna", path_for("a.js"), "alert(1)", 422, "problem.file_kind"},
        {"anna", path_for("a.exe"), program, 422, "problem.file_kind"},
        {"anna", path_for("a"), "text", 422, "problem.file_kind"},
        {"anna", path_for("a.png"), "<script>alert(1)</script>", 422, "problem.file_kind"},
        {"anna", path_for("a.pdf"), program, 422, "problem.file_kind"},
        {"anna", path_for("a.txt"), program, 422, "problem.file_kind"},
        {"anna", path_for(""), kPdf, 422, "problem.file_name"},
        {"anna", path_for("..%2f..%2fa.pdf"), kPdf, 422, "problem.file_name"},
        {"anna", path_for("a%00.pdf"), kPdf, 422, "problem.file_name"},
        {"anna", path_for("a%0d%0aSet-Cookie:x.pdf"), kPdf, 422, "problem.file_name"},
        {"anna", path_for(".pdf"), kPdf, 422, "problem.file_name"},
        {"anna", path_for(std::string(197, 'a') + ".pdf"), kPdf, 422, "problem.file_name"},
        {"anna", "/api/files", kPdf, 404, "problem.missing"},
    };
    for (const Row& row : rows) {
        const auto answer = hand_in(desk, cookies.at(row.who), row.path, row.bytes);
        INFO(row.path << " as " << row.who << ": " << answer.body);
        CHECK(answer.status == row.status);
        CHECK(answer.body.find(row.says) != std::string::npos);
    }
    auto view = desk.town.storage->read();
    CHECK(*bytes_kept(view->database()) == 0);
    CHECK(hand_in(desk, cookies.at("anna"), path_for("a.txt"), std::string(2u << 20, 'x')).status == 200);  // as large as may be
}

TEST_CASE("H1 S5 to the exception of a colleague no file is handed in") {
    Desk desk;
    desk.town.hire("dan", "", "school_a");
    REQUIRE(desk.town.outcome("cecilia", desk.town.draft(Verb::create, kPolicyException, id("exception"),
                                                         {{"name", text("Delat konto")},
                                                          {"what", text("Ett konto i receptionen")},
                                                          {"unit", text(id("school_a"))},
                                                          {"applicant", text(id("cecilia"))},
                                                          {"reason", text("Skiftbyte")},
                                                          {"ends_on", text("2027-06-30")}})) == "ok");
    const std::string path = path_for("a.pdf", id("exception"), "policy_exception");
    const auto refused = hand_in(desk, desk.sign_in("dan"), path, kPdf);
    CHECK(refused.status == 403);
    CHECK(refused.body.find("problem.only_applicant") != std::string::npos);
    CHECK(hand_in(desk, desk.sign_in("cecilia"), path, kPdf).status == 200);
}

TEST_CASE("H1 a file that did not come whole is refused, and one that says its digest right is taken") {
    Desk desk;
    const std::string anna = desk.sign_in("anna");
    for (const auto& [digest, status] : {std::pair{"sha-256=:" + base64(sha256(kPdf)) + ":", 200},
                                         {"sha-256=:" + base64(sha256("something else")) + ":", 422},
                                         {std::string("sha-256=:nonsense:"), 422},
                                         {std::string("md5=:x:"), 422}}) {
        httplib::Headers headers = desk.ours(anna);
        headers.emplace("Content-Digest", digest);
        const auto answer = desk.ask("POST", path_for("a.pdf"), headers, kPdf, kBytes);
        CHECK_MESSAGE(answer.status == status, digest << ": " << answer.body);
    }
}

TEST_CASE("H1 there is room for so much in all, for so much that nobody attached, and for so much at one time") {
    Desk desk({}, {}, 20'000, [](Settings& settings) {
        settings.file_quota = 1'500'000;
        settings.file_memory = 1'200'000;
    });
    const std::string anna = desk.sign_in("anna"), first(1'000'000, 'a'), second(1'000'000, 'b'), huge(1'300'000, 'c');
    CHECK(hand_in(desk, anna, path_for("a.txt"), first).status == 200);
    CHECK(hand_in(desk, anna, path_for("a.txt"), first).status == 200);  // takes no more room
    const auto full = hand_in(desk, anna, path_for("b.txt"), second);
    CHECK(full.status == 422);
    CHECK(full.body.find("problem.file_quota") != std::string::npos);
    const auto busy = hand_in(desk, anna, path_for("c.txt"), huge);
    CHECK(busy.status == 503);
    CHECK(busy.body.find("problem.busy") != std::string::npos);
    CHECK(busy.get_header_value("Retry-After") == "5");
    desk.now += 8 * 86'400'000ll;  // what was not used is forgotten
    CHECK(hand_in(desk, desk.sign_in("anna"), path_for("b.txt"), second).status == 200);
}

TEST_CASE("F10 a server that runs destroys once a day what is to be kept no longer") {
    Desk desk;
    const std::string anna = desk.sign_in("anna");
    REQUIRE(attach(desk, "anna", "a.pdf", body_of(hand_in(desk, anna, path_for("a.pdf"), kPdf))) == "ok");
    REQUIRE(desk.town.outcome("anna", desk.town.draft(Verb::remove, kAttachment, id("file"))) == "ok");
    const auto is_blank = [&] {
        auto view = desk.town.storage->read();
        const auto content = find_content(view->database(), hash_of(kPdf));
        REQUIRE(content);
        REQUIRE(*content);
        return (*content)->is_blank;
    };
    CHECK_FALSE(is_blank());
    desk.now += 31 * 86'400'000ll;
    const Change any = desk.town.draft(Verb::update, kAsset, id("grades"), {{"name", text("Slutbetyg")}}, browser_of("anna"));
    REQUIRE(desk.post("/api/changes", push_to_json({any}), desk.sign_in("anna")).status == 200);  // it looks at the clock when something happens
    for (int i = 0; i < 200 && !is_blank(); ++i) std::this_thread::sleep_for(std::chrono::milliseconds(25));
    CHECK(is_blank());
}

TEST_CASE("H1 what was disposed of is told to be so, and only to whoever may read the record") {
    Desk desk;
    const std::string anna = desk.sign_in("anna"), bertil = desk.sign_in("bertil");
    REQUIRE(attach(desk, "anna", "a.pdf", body_of(hand_in(desk, anna, path_for("a.pdf"), kPdf))) == "ok");
    {
        auto work = desk.town.storage->begin(desk.now);
        REQUIRE(work->database().run("UPDATE content SET bytes = NULL, blanked_at = ?", desk.now.load()));
        REQUIRE(work->commit());
    }
    CHECK(desk.get(file_path(kPdf), anna).body.find("problem.file_gone") != std::string::npos);
    CHECK(desk.get(file_path(kPdf), bertil).body.find("problem.missing") != std::string::npos);
}

TEST_CASE("the program is told how large a file may be") {
    Desk desk({}, {}, 20'000, [](Settings& settings) { settings.file_limit = 5u << 20; });
    CHECK(body_of(desk.get("/api/me", desk.sign_in("anna")))["file_limit"] == (5u << 20));
}
