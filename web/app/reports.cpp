// Documents that follow from the registers, as files to print and to send.
#include <algorithm>

#include "app/app.h"
#include "app/around.h"
#include "app/event_cases.h"
#include "core/date.h"
#include "documents/control_report.h"
#include "documents/figures_sheet.h"
#include "documents/notice_draft.h"
#include "documents/processing_record.h"
#include "documents/record_sheet.h"
#include "documents/statements.h"
#include "documents/what_if_sheet.h"
#include "domain/catalog.h"

namespace lisa::app {
namespace {

constexpr std::string_view kHtml = "text/html;charset=utf-8";

/// A file name of letters that every system takes.
std::string file_name(std::string_view what, std::string_view of) {
    std::string name(what);
    if (!of.empty()) name += '-';
    for (char c : of) name += (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80 ? c : '-';
    return name + ".html";
}

}  // namespace

void App::download_procurement(const Record& system) {
    if (must_wait()) return;
    const Replica& replica = m_state.replica;
    const std::vector<const Record*> requirements = replica.rows(kRequirement);
    const Reader reader{m_state.replica, m_state.language};
    const Levels levels = class_of_system(system, around(replica, reader, m_platform.now_ms())).levels();
    const std::string name = title_of(system, reader);
    m_platform.download(file_name("krav", name), kHtml, procurement_requirements(name, levels, requirements, reader, swedish_date(m_platform.now_ms())));
}

void App::download_applicability() {
    if (must_wait()) return;
    const Reader reader{m_state.replica, m_state.language};
    const std::vector<const Record*> units = m_state.replica.rows(kUnit), controls = m_state.replica.rows(kControl);
    const auto root = std::find_if(units.begin(), units.end(), [](const Record* unit) { return unit->text("parent").empty(); });
    const auto of = [&](const Entity& entity) {
        return [this, &entity](const Record& control) { return m_state.replica.referring(entity, "control", control.id); };
    };
    m_platform.download(file_name("tillamplighet", ""), kHtml,
                        statement_of_applicability(root == units.end() ? "" : title_of(**root, reader), controls, of(kEvidence), of(kMeasure), reader,
                                                   swedish_date(m_platform.now_ms())));
}

void App::download_record(const Record& unit) {
    if (must_wait()) return;
    Replica& replica = m_state.replica;
    std::vector<const Record*> processings = replica.rows(kProcessing);
    std::erase_if(processings, [&](const Record* one) {
        const auto places = places_of(*one, replica);
        return !places || std::find(places->begin(), places->end(), unit.id) == places->end();
    });
    const Reader reader{replica, m_state.language};
    const std::string name = title_of(unit, reader), today = swedish_date(m_platform.now_ms());
    const DataOf data_of = [&](const Record& processing) { return replica.referring(kProcessingData, "processing", processing.id); };
    RecordFrame frame = frame_of(unit, replica.rows(kAssignment), reader, today);
    frame.drawn_up_on = today;
    m_platform.download(file_name("registerforteckning", name), kHtml, record_of_processing(name, processings, data_of, reader, frame));
}

void App::download_figures(const std::string& part) {
    if (must_wait()) return;
    const Reader reader{m_state.replica, m_state.language};
    const Basis basis = basis_of(m_state.replica, m_platform.now_ms());
    const std::string name = title_of_part(part, reader, m_state.replica);
    m_platform.download(file_name("laget", name), kHtml, figures_sheet(name, basis, scope_of(part, m_state.replica), m_state.replica.who(), reader));
}

void App::download_sheet(const Record& record) {
    if (must_wait()) return;
    const Reader reader{m_state.replica, m_state.language};
    m_platform.download(file_name(record.entity->name, title_of(record, reader)), kHtml,
                        record_sheet(record, around(m_state.replica, reader, m_platform.now_ms())));
}

void App::download_notice(const Record& record) {
    if (must_wait()) return;
    const Reader reader{m_state.replica, m_state.language};
    const Around here = around(m_state.replica, reader, m_platform.now_ms());
    m_platform.download(file_name("underlag", title_of(record, reader)), kHtml, draft_page(notice_of(record, m_state.drafted, here), here));
}

void App::download_control_report(const Record& plan) {
    if (must_wait()) return;
    const Reader reader{m_state.replica, m_state.language};
    m_platform.download(file_name("internkontroll", title_of(plan, reader)), kHtml, control_report(plan, around(m_state.replica, reader, m_platform.now_ms())));
}

void App::download_what_if(const Record& system) {
    if (must_wait()) return;
    const Reader reader{m_state.replica, m_state.language};
    m_platform.download(file_name("vad-hander-om", title_of(system, reader)), kHtml,
                        what_if_sheet(system, around(m_state.replica, reader, m_platform.now_ms())));
}

void App::copy_answer(std::string text) {
    m_platform.copy(text);
    say(std::string(lisa::say(m_state.language, "toast.copied"_tr)));
}

}  // namespace lisa::app
