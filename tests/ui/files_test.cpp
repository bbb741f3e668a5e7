// The attachments of a record: chosen, sent, fetched, removed and taken back; refused in words; kept while the network is away.
#include "ui/program.h"

using namespace lisa;
using namespace lisa::test;
using Aria = semantics::Role;

namespace {

constexpr std::string_view kFile = "01920000-0000-7000-8000-00000000f001";
const std::string kHash(64, 'a'), kPdf = "%PDF-1.7\nanteckningar";

Record attached(std::string_view name = "gammal.pdf", const std::string& host = asset_id(0), std::string_view register_name = "asset") {
    const auto text = [](std::string_view value) { return Value{std::string(value)}; };
    return made(kAttachment, kFile,
                {{"name", text(name)},
                 {"register_name", text(register_name)},
                 {"record", text(host)},
                 {"description", text("Från intervjun")},
                 {"media_type", text("pdf")},
                 {"size", Value{std::int64_t{3 << 20}}},
                 {"sha256", text(kHash)}});
}

/// A program at the attachments of an asset, over a server that answers about files as the test wants.
struct Drawer : Program {
    platform::Reply answer{200, dump(Json{{"sha256", kHash}, {"size", kPdf.size()}, {"media_type", "pdf"}})};

    explicit Drawer(std::string_view role = "information_owner", std::vector<Record> more = {}, const std::string& path = "/bilagor", float width = 1280)
        : Program(role, kBoard, 1, "/register/asset/" + asset_id(0) + path, width, 800, std::move(more)) {
        platform.server = [this, rest = platform.server](std::string_view method, std::string_view where, const std::string& body) {
            return where.starts_with("/api/files") ? answer : rest(method, where, body);
        };
    }
    /// Chooses a file as the browser's chooser would; false when there is no button for it.
    bool choose(const std::string& name, const std::string& bytes) {
        platform.file_name = name;
        platform.file_bytes = bytes;
        return type(Aria::file, "Lägg till en fil", name);
    }
    std::size_t asked(std::string_view method) const {
        return static_cast<std::size_t>(std::count_if(platform.sent.begin(), platform.sent.end(),
                                                      [&](const auto& one) { return one.first.starts_with(std::string(method) + " /api/files"); }));
    }
    /// The last change that the device keeps.
    Change last() const {
        REQUIRE_FALSE(platform.outbox.empty());
        const auto pending = pending_from_text(kCatalog, 1, platform.outbox.rbegin()->second);
        REQUIRE(pending);
        return pending->change;
    }
};

}  // namespace

TEST_CASE("H1 a chosen file is sent with its progress, attached to the record, and can be taken back") {
    Drawer drawer;
    CHECK(says(drawer, "Inga bilagor ännu."));
    CHECK(says(drawer, "Högst 10 MB per fil."));
    CHECK(says(drawer, "Lägg aldrig in en fil som rör Sveriges säkerhet."));
    check_tree(drawer.screen);
    drawer.platform.transfers_wait = true;
    REQUIRE(drawer.choose("Anteckningar maj.pdf", kPdf));
    CHECK(says(drawer, "Skickas, 40 %"));
    CHECK(drawer.platform.asks_before_leaving);
    check_tree(drawer.screen);
    REQUIRE(drawer.platform.waiting_transfers.size() == 1);
    drawer.platform.waiting_transfers.front()();
    drawer.screen.settle(*drawer.host);
    const auto& [line, body] =
        *std::find_if(drawer.platform.sent.begin(), drawer.platform.sent.end(), [](const auto& one) { return one.first.starts_with("POST /api/files"); });
    CHECK(line == "POST /api/files?register=asset&record=" + asset_id(0) + "&name=Anteckningar%20maj.pdf");
    CHECK(body == kPdf);
    const Change made = drawer.last();
    CHECK(made.verb == Verb::create);
    CHECK(made.entity == "attachment");
    CHECK(made.patch.at("sha256") == Edit{Value{kHash}});
    CHECK(made.patch.at("record") == Edit{Value{asset_id(0)}});
    CHECK(drawer.screen.node(Aria::link, "Anteckningar maj.pdf") != nullptr);
    CHECK(drawer.screen.node(Aria::tab, "Bilagor (1)") != nullptr);
    CHECK(says(drawer, "Anteckningar maj.pdf är bifogad"));
    CHECK_FALSE(drawer.platform.asks_before_leaving);
    check_tree(drawer.screen);
    REQUIRE(drawer.click(Aria::button, "Ångra"));
    CHECK(drawer.screen.node(Aria::link, "Anteckningar maj.pdf") == nullptr);
    CHECK(says(drawer, "Inga bilagor ännu."));
}

TEST_CASE("H1 a file that is too large, empty, of the wrong kind or not what it calls itself is refused in words and not sent") {
    Drawer drawer;
    const std::string large = "%PDF" + std::string((10u << 20), 'x');
    for (const auto& [name, bytes, words] : {std::tuple{"stor.pdf", large, "den får vara högst 10 MB"},
                                             {"tom.pdf", std::string(), "Filen är tom"},
                                             {"sida.html", std::string("<script>1</script>"), "fel sorts fil"},
                                             {"bild.svg", std::string("<svg/>"), "fel sorts fil"},
                                             {"bild.png", std::string("<script>1</script>"), "fel sorts fil"},
                                             {"rapport.pdf", std::string("MZ\x90"), "fel sorts fil"},
                                             {".pdf", kPdf, "Filnamnet har tecken"}}) {
        CAPTURE(name);
        REQUIRE(drawer.choose(name, bytes));
        CHECK(says(drawer, std::string(name) + ": "));
        CHECK(says(drawer, words));
    }
    CHECK(drawer.asked("POST") == 0);
    CHECK(drawer.platform.outbox.empty());
    CHECK_FALSE(drawer.platform.asks_before_leaving);
}

TEST_CASE("H1 a name that is too long is refused before anything is sent, and one of 200 letters is not") {
    Drawer drawer;
    std::string name;
    for (int i = 0; i < 196; ++i) name += "å";
    REQUIRE(drawer.choose(name + "x.pdf", kPdf));
    CHECK(says(drawer, "Den får vara högst 200 tecken."));
    CHECK(drawer.asked("POST") == 0);
    REQUIRE(drawer.choose(name + ".pdf", kPdf));
    CHECK(drawer.asked("POST") == 1);
    CHECK(drawer.platform.outbox.size() == 1);
}

TEST_CASE("H1 a file whose attachment is refused, or not kept by the device, stays until it is attached or given up") {
    Drawer drawer;
    const platform::Reply good = drawer.answer;
    drawer.answer = {200, dump(Json{{"sha256", "kort"}, {"size", kPdf.size()}, {"media_type", "pdf"}})};
    REQUIRE(drawer.choose("Foto.pdf", kPdf));
    CHECK(drawer.platform.outbox.empty());
    REQUIRE(drawer.screen.node(Aria::button, "Försök igen") != nullptr);
    CHECK(drawer.platform.asks_before_leaving);
    drawer.answer = good;
    drawer.platform.disk_is_full = true;
    REQUIRE(drawer.click(Aria::button, "Försök igen"));
    CHECK(says(drawer, "Det gick inte att spara just nu."));
    REQUIRE(drawer.screen.node(Aria::button, "Försök igen") != nullptr);
    drawer.platform.disk_is_full = false;
    REQUIRE(drawer.click(Aria::button, "Försök igen"));
    CHECK(drawer.screen.node(Aria::link, "Foto.pdf") != nullptr);
    CHECK(drawer.screen.node(Aria::button, "Försök igen") == nullptr);
    CHECK_FALSE(drawer.platform.asks_before_leaving);
}

TEST_CASE("H1 without network a file waits where it is, and is sent again or given up") {
    Drawer drawer;
    const platform::Reply good = drawer.answer;
    drawer.answer = {0, ""};
    REQUIRE(drawer.choose("Foto.pdf", kPdf));
    CHECK(says(drawer, "bilagor kan inte skickas utan nätverk"));
    CHECK(drawer.platform.asks_before_leaving);
    CHECK(drawer.platform.outbox.empty());
    check_tree(drawer.screen);
    drawer.host->navigate("/register/asset");  // it is still there when one comes back
    drawer.screen.settle(*drawer.host);
    drawer.host->navigate("/register/asset/" + asset_id(0) + "/bilagor");
    drawer.screen.settle(*drawer.host);
    drawer.answer = {503, dump(Json{{"problem", "problem.busy"}})};
    REQUIRE(drawer.click(Aria::button, "Försök igen"));
    CHECK(says(drawer, "Många filer skickas just nu."));
    drawer.answer = {422, dump(Json{{"fault", "invalid"}, {"problems", Json::array({{{"field", "name"}, {"message", "problem.file_quota"}}})}})};
    REQUIRE(drawer.click(Aria::button, "Försök igen"));
    CHECK(says(drawer, "Utrymmet för bilagor är slut."));
    drawer.answer = good;
    REQUIRE(drawer.click(Aria::button, "Försök igen"));
    CHECK(drawer.screen.node(Aria::link, "Foto.pdf") != nullptr);
    CHECK(drawer.platform.outbox.size() == 1);
    drawer.answer = {0, ""};
    REQUIRE(drawer.choose("Annan.pdf", kPdf));
    REQUIRE(drawer.click(Aria::button, "Skicka inte"));
    CHECK_FALSE(says(drawer, "Annan.pdf"));
    CHECK_FALSE(drawer.platform.asks_before_leaving);
}

TEST_CASE("H1 whoever reads a record fetches its files, as something to keep, and is offered no change of them") {
    Drawer drawer("auditor", {attached()});
    CHECK(drawer.screen.node(Aria::file, "Lägg till en fil") == nullptr);
    CHECK(drawer.screen.node(Aria::button, "Ta bort bilagan") == nullptr);
    CHECK(says(drawer, "PDF, 3 MB"));
    CHECK(says(drawer, "Från intervjun"));
    drawer.answer = {200, kPdf};
    REQUIRE(drawer.click(Aria::button, "Hämta"));
    CHECK(drawer.platform.sent.back().first == "GET /api/files/" + kHash + "?record=" + std::string(kFile));
    REQUIRE(drawer.platform.downloads.size() == 1);
    CHECK(drawer.platform.downloads.back() == "gammal.pdf\n" + kPdf);
    for (const auto& [reply, words] : {std::pair{platform::Reply{0, ""}, "går inte att hämta just nu"},
                                       {platform::Reply{404, dump(Json{{"fault", "missing"}, {"problems", Json::array({{{"message", "problem.file_gone"}}})}})},
                                        "Filens innehåll är gallrat"}}) {
        drawer.answer = reply;
        REQUIRE(drawer.click(Aria::button, "Hämta"));
        CHECK(says(drawer, words));
    }
    CHECK(drawer.platform.downloads.size() == 1);
}

TEST_CASE("H1 an attachment is removed and taken back, and its own page leads to the record it belongs to") {
    Drawer drawer("information_owner", {attached()});
    REQUIRE(drawer.click(Aria::button, "Ta bort bilagan"));
    CHECK(drawer.screen.node(Aria::link, "gammal.pdf") == nullptr);
    CHECK(says(drawer, "gammal.pdf är borttagen"));
    REQUIRE(drawer.click(Aria::button, "Ångra"));
    REQUIRE(drawer.click(Aria::link, "gammal.pdf"));
    CHECK(drawer.platform.shown_address == "/register/attachment/" + std::string(kFile));
    CHECK(drawer.screen.node(Aria::link, "Till Tillgång 0") != nullptr);
    CHECK(drawer.screen.node(Aria::button, "Hämta") != nullptr);
    check_tree(drawer.screen);
    REQUIRE(drawer.click(Aria::tab, "Redigera"));
    CHECK(drawer.screen.node(Aria::textbox, "Filnamn") != nullptr);
    CHECK(drawer.screen.node(Aria::textarea, "Beskrivning") != nullptr);
    CHECK(drawer.screen.node(Aria::textbox, "Kontrollsumma (SHA-256)") == nullptr);  // nobody fills that in
    REQUIRE(drawer.click(Aria::link, "Till Tillgång 0"));
    CHECK(drawer.platform.shown_address == "/register/asset/" + asset_id(0) + "/bilagor");
}

TEST_CASE("a record is removed with its attachments in one deed, and both come back") {
    Drawer drawer("information_owner", {attached()}, "");
    REQUIRE(drawer.click(Aria::button, "Ta bort"));
    REQUIRE(drawer.screen.node(Aria::dialog, "") != nullptr);
    const semantics::Node* sure = nullptr;
    for (const semantics::Node& node : drawer.screen.tree().nodes())
        if (node.role == Aria::button && node.name == "Ta bort" && (node.states & semantics::grave)) sure = &node;
    REQUIRE(sure != nullptr);
    semantics::Events events;
    events.push({.kind = semantics::Event::Kind::activate, .id = sure->id});
    drawer.screen.settle(*drawer.host, events);
    REQUIRE(drawer.platform.outbox.size() == 2);
    CHECK(drawer.last().entity == "asset");  // what hangs on it goes first
    CHECK(drawer.screen.node(Aria::link, "Tillgång 0") == nullptr);
    REQUIRE(drawer.click(Aria::button, "Ångra"));
    drawer.host->navigate("/register/asset/" + asset_id(0) + "/bilagor");
    drawer.screen.settle(*drawer.host);
    CHECK(drawer.screen.node(Aria::link, "gammal.pdf") != nullptr);
}

TEST_CASE("A5 attachments are there read as text and on a narrow screen, and a register that takes none has no tab for them") {
    Drawer narrow("information_owner", {attached()}, "/bilagor", 360);
    check_tree(narrow.screen);
    CHECK(narrow.screen.node(Aria::file, "Lägg till en fil") != nullptr);
    narrow.host->show_as_text(true);
    narrow.screen.settle(*narrow.host);
    check_tree(narrow.screen);
    CHECK(narrow.screen.node(Aria::file, "Lägg till en fil") != nullptr);
    CHECK(narrow.screen.node(Aria::list, "Bilagor") != nullptr);
    CHECK(narrow.screen.node(Aria::button, "Hämta")->description == "gammal.pdf");
    Program unit("coordinator", kRoot, 0, "/register/unit/" + std::string(kBoard) + "/bilagor");
    CHECK(unit.screen.node(Aria::tab, "Bilagor") == nullptr);
    CHECK((unit.screen.node(Aria::tab, "Översikt")->states & semantics::selected) != 0);
}

TEST_CASE("K6 a workshop shows the attachments where the group looks") {
    constexpr std::string_view kDraft = "01920000-0000-7000-8000-00000000a001";
    Program hall("information_owner", kBoard, 1, "/register/classification/" + std::string(kDraft), 1280, 800,
                 {made(kClassification, kDraft, {{"asset", Value{asset_id(0)}}, {"status", Value{std::string("draft")}}}),
                  attached("intervju.pdf", std::string(kDraft), "classification")});
    hall.platform.server = [rest = hall.platform.server](std::string_view method, std::string_view path, const std::string& body) {
        return path.starts_with("/api/workshop/") ? platform::Reply{200, dump(Json{{"address", "lisa.example/verkstad"}, {"workshop", Json()}})}
                                                  : rest(method, path, body);
    };
    REQUIRE(hall.click(Aria::tab, "Verkstad"));
    CHECK(hall.screen.node(Aria::link, "intervju.pdf") != nullptr);
    CHECK(hall.screen.node(Aria::file, "Lägg till en fil") != nullptr);
    check_tree(hall.screen);
}
