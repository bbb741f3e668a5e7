#pragma once
// A form for any register: its fields in their groups, problems beside them. Viewing is the same code with nothing to edit.
#include <functional>
#include <map>

#include "change/change.h"
#include "report/show.h"
#include "ui/widgets.h"

namespace lisa::ui {

/// What a person has typed but not saved. Lives until it is saved or thrown away, also while other screens are open.
struct Draft {
    const Entity* entity = nullptr;
    std::string id{};
    bool is_new = false;
    std::int64_t base = 0;                       ///< revision the person was looking at when the first field was touched
    std::map<std::string, Value> values{};       ///< only what was touched; a set holds all its elements
    std::map<std::string, std::string> notes{};  ///< new entries of logs
    std::map<std::string, std::string> words{};  ///< text of a control that is no value yet: a number, a new tag
    std::map<std::string, ComboState> combos{};
    std::vector<Problem> problems{};
    bool was_tried = false;                      ///< saving was tried: problems are shown and follow the typing
    bool shows_problem = false;                  ///< the first field with a problem gets the focus in the next frame
    bool is_fresh = false;                       ///< opened just now: the first field gets the focus
    const Entity* part = nullptr;                ///< register of a part that is made together with a new record, beneath it; or none
    std::map<std::string, Value> part_values{};  ///< of that part
    std::int64_t replaces = -1;                  ///< the refused change in the outbox that this draft mends

    bool is_dirty() const { return !values.empty() || !notes.empty(); }
};

/// What a form needs besides the record.
struct FormFrame {
    const Reader& reader;
    bool may_edit = false;
    Clearance clearance = Clearance::open;
    std::string_view only{};                                 ///< the one field to show; empty: all
    bool is_demanded = false;                                ///< what is shown must be filled in, as a step asks for it
    std::function<std::string_view(const Field&)> locked{};  ///< key of why this person may not change a field, or empty
    std::function<std::vector<Option>(const Field&, std::string_view typed)> suggest{};
    std::function<std::string(const Field&, const std::string& id)> href{};  ///< address of what a reference, or what a record hangs on, points at
    std::function<std::string(const std::string& person)> name_of{};
};

/// The record as it would look with the draft saved.
Record with_draft(const Record& record, const Draft& draft);

/// The patch that turns the record as stored into the draft: sets as what was added and removed, logs as what was appended.
std::map<std::string, Edit> patch_of(const Record& record, const Draft& draft);

/// Values typed back to what is stored are no longer touched.
void forget_untouched(const Record& record, Draft& draft);

/// A problem in words, with the field's own bounds filled in.
std::string problem_text(const Ui& ui, const Entity& entity, const Problem& problem);

/// Whether a form has the field: not what is worked out, out of use, or moved by steps.
bool is_filled_in(const Entity& entity, const Field& field);

/// Draws the form; alters only the draft. True when something was altered.
bool form(Ui& ui, Column& column, const Record& record, Draft& draft, const FormFrame& frame);

/// The filled-in fields for reading: label and value, group by group. The address of a reference that was followed, or empty.
std::string facts_list(Ui& ui, Column& column, const Record& record, const FormFrame& frame);

}  // namespace lisa::ui
