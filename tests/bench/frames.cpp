// What a frame of the asset register costs the processor, with few rows and many, against a frame with one empty window.
#include <imgui_internal.h>

#include "app/host.h"
#include "bench/groups.h"
#include "bench/report.h"
#include "bench/samples.h"
#include "core/json.h"
#include "semantics/mirror_json.h"
#include "sync/protocol.h"
#include "ui/headless.h"

namespace lisa::bench {
namespace {

constexpr int kTurns = 15, kFramesPerTurn = 100;
constexpr std::size_t kRecordsPerPage = 1000;
/// Three rows a frame: a wheel that is turned fast. Every frame shows rows that the one before did not.
constexpr float kScrollPx = 120;

/// A program that draws one window and nothing in it.
class Empty final : public app::Host {
public:
    void frame(semantics::Tree&, const semantics::Events&, semantics::Focus) override {
        ImGui::Begin("empty");
        ImGui::End();
    }
    bool animating() const override { return false; }
    void navigate(std::string_view) override {}
    void shortcut(std::string_view) override {}
    std::string shortcuts() const override { return {}; }
    void online(bool) override {}
};

/// A screen whose frames are timed as the browser runs them: the frame and the difference for the mirror.
class Stage {
public:
    Stage() { ImGui::GetCurrentContext()->TestEngineHookItems = false; }

    double frame_ms(app::Host& host) {
        const double start = cpu_s();
        m_screen.frame(host, {});
        const std::string difference = m_mirror.update(m_screen.tree());
        const double end = cpu_s();
        mirrored += difference.size();
        return (end - start) * 1000;
    }
    test::Headless& screen() { return m_screen; }
    std::size_t mirrored = 0;

private:
    test::Headless m_screen;
    semantics::MirrorJson m_mirror;
};

/// The program of a coordinator, over a server that hands out a municipality page by page.
class Program {
public:
    explicit Program(int assets) : m_records(municipality(10, assets)) {
        m_platform.server = [this](std::string_view method, std::string_view where, const std::string&) -> platform::Reply {
            if (method != "GET" || !where.starts_with("/api/changes")) return {0, ""};
            return {200, dump(page_to_json(page_at(where)))};
        };
        app::Start start;
        start.me =
            dump({{"person", {{"id", person_id(0)}, {"name", "Anna Exempel"}}}, {"grants", Json::array({{{"role", "coordinator"}, {"unit", kRootId}}})}});
        start.path = "/register/asset";
        start.language = "sv";
        start.client = sample_id(8, 1);
        m_host = app::make_host(m_platform, start);
        stage.screen().settle(*m_host);
    }

    double frame_ms() { return stage.frame_ms(*m_host); }
    /// The register's body, which scrolls; null when the table is not there.
    ImGuiWindow* body() const {
        ImGuiWindow* longest = nullptr;
        for (ImGuiWindow* window : ImGui::GetCurrentContext()->Windows)
            if (!longest || window->ScrollMax.y > longest->ScrollMax.y) longest = window;
        return longest && longest->ScrollMax.y > 0 ? longest : nullptr;
    }
    /// Somebody else changed one record; the screen learns of it.
    void change_one() {
        Record& record = m_records[m_records.size() / 2];
        record.rev = m_last = m_records.back().rev + ++m_changes;
        m_changed = record;
        m_platform.poke();
    }

    Stage stage;

private:
    Page page_at(std::string_view where) const {
        const std::int64_t since = std::strtoll(where.data() + where.find("since=") + 6, nullptr, 10);
        Page page{.epoch = "e", .is_reset = since == 0, .cursor = std::max(since, m_last)};
        const auto first = static_cast<std::size_t>(since);
        for (std::size_t i = first; i < m_records.size() && i < first + kRecordsPerPage; ++i) page.records.push_back(m_records[i]);
        if (m_last > since && m_changed) page.records = {*m_changed};
        if (page.records.size() == kRecordsPerPage) page.cursor = since + static_cast<std::int64_t>(kRecordsPerPage), page.has_more = true;
        else page.cursor = std::max(page.cursor, m_records.back().rev);
        return page;
    }

    std::vector<Record> m_records;
    std::optional<Record> m_changed;
    std::int64_t m_last = 0, m_changes = 0;
    test::FakePlatform m_platform;
    std::unique_ptr<app::Host> m_host;
};

/// Frames of a register that is scrolled all the time; false when there is no such register.
bool scroll(Program& program, std::vector<double>& samples) {
    float down = 0;
    for (int i = 0; i < kFramesPerTurn; ++i) {
        ImGuiWindow* body = program.body();
        if (!body) return false;
        down = body->Scroll.y + kScrollPx > body->ScrollMax.y ? 0 : body->Scroll.y + kScrollPx;
        ImGui::SetScrollY(body, down);
        samples.push_back(program.frame_ms());
    }
    return true;
}

bool measure(const char* id, const char* id_after_pull, int rows) {
    Stage blank;
    Empty nothing;
    ImGuiContext* blank_context = ImGui::GetCurrentContext();
    blank.screen().settle(nothing);
    Program program(rows);
    ImGuiContext* context = ImGui::GetCurrentContext();
    Pair frames;
    std::vector<double> all;
    for (int turn = 0; turn < kTurns; ++turn) {
        std::vector<double> ours, theirs;
        ImGui::SetCurrentContext(context);
        if (!scroll(program, ours)) return give_up(id, "the register has no rows to scroll"), false;
        ImGui::SetCurrentContext(blank_context);
        for (int i = 0; i < kFramesPerTurn; ++i) theirs.push_back(blank.frame_ms(nothing));
        frames.add(median(ours), median(theirs));
        all.insert(all.end(), ours.begin(), ours.end());
    }
    const std::string note = "p99 " + digits(quantile(all, 0.99), 2) + " ms, mirror " +
                             digits(static_cast<double>(program.stage.mirrored) / static_cast<double>(all.size()) / 1000) + " kB a frame";
    tell(id, frames, note);

    ImGui::SetCurrentContext(context);
    std::vector<double> after;
    for (int i = 0; i < 7; ++i) {
        const double start = cpu_s();
        program.change_one();
        const double pulled = cpu_s();
        after.push_back((pulled - start) * 1000 + program.frame_ms());
    }
    tell(id_after_pull, median(after), median(frames.ours), "one record of another person came in");
    return true;
}

}  // namespace

int frames_group() {
    const bool few = measure("frame.600", "pull.600", 600), many = measure("frame.100000", "pull.100000", 100'000);
    return few && many ? 0 : 1;
}

}  // namespace lisa::bench
