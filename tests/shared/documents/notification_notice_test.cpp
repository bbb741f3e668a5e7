// The drafts of an incident's notices (H3).
#include "documents/notification_notice.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "shared/insight/world.h"

using namespace lisa;
using namespace lisa::test;

namespace {

/// An incident of the municipality about which something is known, and something is not; it is 25 November 2026, 14:00 in Sweden.
struct Drafts : World {
    Drafts() {
        put(kUnit, id("kommun"), {{"name", text("Kommunen")}, {"kind", text("municipality")}, {"organisation_number", text("212000-2114")}});
        add(kAuthorityChannel, "channel",
            {{"name", text("Myndigheten")},
             {"duty", text("incident")},
             {"portal", text("Portalen")},
             {"link", text("https://portal.example")},
             {"source", text("Förordningen")},
             {"unit", text(id("kommun"))}});
        add(kAuthorityChannel, "other", {{"name", text("IMY")}, {"duty", text("breach")}, {"source", text("Webben")}, {"unit", text(id("kommun"))}});
        add(kNotification, "case",
            {{"name", text("Avbrott")},
             {"unit", text(id("kommun"))},
             {"discovered_at", text("2026-11-24T11:00:00Z")},
             {"known_at", text("2026-11-24T14:30:00Z")},
             {"description", text("Systemet <stod> still")},
             {"is_malicious", text("no")}});
    }
    Around around() {
        return {.reader = reader,
                .who = who,
                .today = std::string(kToday),
                .now = std::string(kToday) + "T13:00:00Z",
                .rows = [this](const Entity& of) { return all(of); },
                .referring = [](const Entity&, std::string_view, const std::string&) { return std::vector<const Record*>{}; },
                .find = [this](const Entity& of, const std::string& which) -> const Record* {
                    const auto found = records.find({std::string(of.name), which});
                    return found == records.end() ? nullptr : &found->second;
                }};
    }
    NoticeDraft draft(NoticeStage stage) { return notification_notice(at(kNotification, id("case")), stage, around()); }
    Record& record() { return records.at({"notification", id("case")}); }
    const DraftLine* line(const NoticeDraft& draft, std::string_view field) {
        const std::string label = phrase("field.notification." + std::string(field));
        for (const DraftPart& part : draft.parts)
            for (const DraftLine& one : part.lines)
                if (one.label == label) return &one;
        return nullptr;
    }
};

}  // namespace

TEST_CASE("H3: a draft says where it is left, who sends it and until when, and what is not known holds nothing up") {
    Drafts store;
    const NoticeDraft draft = store.draft(NoticeStage::warning);
    CHECK(draft.title == "Upplysning: Avbrott");
    CHECK(draft.deadline == "Anmäl senast 2026-11-25 15:30. Underlaget är framtaget 2026-11-25 14:00.");
    REQUIRE(draft.parts.size() >= 3);
    CHECK(draft.parts[0].lines[0].text == "Myndigheten");
    CHECK(std::none_of(draft.parts[0].lines.begin(), draft.parts[0].lines.end(), [](const DraftLine& line) { return line.text == "IMY"; }));
    CHECK(draft.parts[1].lines[0].text == "Kommunen");
    CHECK(store.line(draft, "is_malicious")->text == "Nej");
    CHECK(store.line(draft, "course")->text.empty());
    CHECK(draft.unknown() > 3);
    const std::string page = draft_page(draft, store.around());
    CHECK(page.find("uppgift saknas") != std::string::npos);
    CHECK(page.find("Systemet &lt;stod&gt; still") != std::string::npos);
}

TEST_CASE("H3: each stage asks for its own, and what does not arise is not asked") {
    Drafts store;
    CHECK_FALSE(store.line(store.draft(NoticeStage::warning), "cause_text"));
    CHECK_FALSE(store.line(store.draft(NoticeStage::notification), "cause_text"));
    CHECK(store.line(store.draft(NoticeStage::final), "cause_text"));
    CHECK_FALSE(store.line(store.draft(NoticeStage::notification), "delay_reason"));
    CHECK_FALSE(store.line(store.draft(NoticeStage::notification), "crosses_border_text"));
    CHECK(store.line(store.draft(NoticeStage::notification), "ended_at"));
    store.record().values[position(kNotification, "is_ongoing")] = Value{true};
    CHECK_FALSE(store.line(store.draft(NoticeStage::notification), "ended_at"));
    store.record().set(notification::known_at, std::string("2026-11-24T11:00:00Z"));
    CHECK(store.line(store.draft(NoticeStage::notification), "delay_reason"));
}

TEST_CASE("H3: what is to be sent next follows the receipts") {
    Drafts store;
    Record& record = store.record();
    CHECK(next_stage(record) == NoticeStage::warning);
    record.set(notification::warned_at, std::string("2026-11-25T08:00:00Z"));
    CHECK(next_stage(record) == NoticeStage::warning);
    record.set(notification::warning_reference, std::string("MCF-1"));
    CHECK(next_stage(record) == NoticeStage::notification);
    record.set(notification::notified_at, std::string("2026-11-25T09:00:00Z"));
    record.set(notification::authority_reference, std::string("MCF-2"));
    CHECK(next_stage(record) == NoticeStage::final);
    CHECK(store.draft(NoticeStage::final).deadline.find("2026-12-25 23:59") != std::string::npos);
}

TEST_CASE("H3: what the reader may not see is not known to them, and never copied") {
    Drafts store;
    Record hidden = store.record();
    const std::size_t at = position(kNotification, "description");
    hidden.values[at] = {};
    hidden.hidden |= std::uint64_t{1} << at;
    const NoticeDraft draft = notification_notice(hidden, NoticeStage::warning, store.around());
    CHECK(store.line(draft, "description")->text.empty());
}
