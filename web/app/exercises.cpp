// What is done in an exercise while it goes on: the next part of what happens is revealed, and somebody notes something.
#include "app/app.h"
#include "app/around.h"
#include "core/text.h"
#include "domain/catalog.h"
#include "insight/what_if.h"

namespace lisa::app {
namespace {

/// A line of the log is no longer than this; what is revealed stands in full on the system's own page.
constexpr std::size_t kMostLetters = 4000;

std::string shortened(std::string text) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < kMostLetters && at < text.size(); ++i) next_point(text, at);
    return at < text.size() ? text.substr(0, at) + "…" : text;
}

}  // namespace

void App::reveal_next(const Record& exercise) {
    const std::string_view name = next_inject(exercise);
    const Record* system = m_state.replica.find(kSystem, exercise.get(exercise::system));
    if (name.empty() || !system || must_wait()) return;
    const Reader reader{m_state.replica, m_state.language};
    const Around here = around(m_state.replica, reader, m_platform.now_ms());
    Change change = blank_change(Verb::update, kExercise, exercise.id);
    change.patch["revealed"] = SetEdit{{std::string(name)}, {}};
    for (const WhatIfPart& part : what_if(*system, here))
        if (part.name == name) change.patch["log"] = NoteEdit{shortened(what_if_text(part, here))};
    send(std::move(change), std::string(lisa::say(m_state.language, "toast.revealed"_tr)));
}

void App::note_in_exercise(const Record& exercise, std::string text) {
    if (trim(text).empty()) return;
    Change change = blank_change(Verb::update, kExercise, exercise.id);
    change.patch["log"] = NoteEdit{shortened(std::move(text))};
    m_state.exercise.note.clear();
    send(std::move(change), std::string(lisa::say(m_state.language, "toast.saved"_tr)));
}

}  // namespace lisa::app
