#pragma once
// Checks a catalogue while compiling. A mistake stops the build at the sentence that names it.
#include "schema/field.h"

namespace lisa {

constexpr bool is_name(std::string_view text) {
    if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
    for (char c : text)
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) return false;
    return true;
}

/// Words that SQL would misread as something else, and columns that every table has.
constexpr bool is_reserved(std::string_view name) {
    constexpr std::string_view kWords[] = {"id",     "rev",        "removed", "select", "from",  "where",   "order",       "group", "table", "index",
                                           "values", "references", "primary", "key",    "check", "default", "transaction", "limit", "to",    "in"};
    for (std::string_view word : kWords)
        if (word == name) return true;
    return false;
}

constexpr bool has_option(const Field& field, std::string_view option) {
    for (std::string_view known : field.options)
        if (known == option) return true;
    return false;
}

/// Names are looked for by position here: GCC's sanitizers do not compare addresses with null while compiling.
constexpr bool has_entity(Catalog catalog, std::string_view name) {
    for (const Entity* entity : catalog)
        if (entity->name == name) return true;
    return false;
}

consteval void lint_field(Catalog catalog, const Entity& entity, const Field& field) {
    if (!is_name(field.name)) schema_error("field name must be snake_case");
    if (is_reserved(field.name)) schema_error("field name is reserved");
    if (field.type == Type::choice && field.options.empty()) schema_error("a choice needs options");
    if (field.type != Type::choice && field.type != Type::set && !field.options.empty()) schema_error("options belong to choices and sets");
    for (std::string_view option : field.options)
        if (!is_name(option)) schema_error("option must be snake_case");
    if ((field.type == Type::ref) != !field.ref.empty()) schema_error("ref belongs to ref fields, and refs need it");
    if (field.type == Type::ref && !has_entity(catalog, field.ref)) schema_error("ref to an unknown entity");
    if (!field.scale.empty() && (field.type != Type::integer || field.max == 0)) schema_error("a scale belongs to bounded integers");
    if (field.max != 0 && field.max < field.min) schema_error("max below min");
    if (field.format != Format::plain && field.type != Type::text) schema_error("format belongs to text");
    if (!field.not_before.empty()) {
        const std::size_t start = position(entity, field.not_before);
        const bool is_time = field.type == Type::date || field.type == Type::moment;
        if (!is_time || start == kNoField || entity.fields[start].type != field.type) schema_error("a period begins and ends with fields of one type");
    }
#ifndef __SANITIZE_ADDRESS__  // nor functions; every other build has this line
    if (field.computed && !entity.derive && !entity.remember) schema_error("a computed field needs derive or remember");
#endif
    if (field.computed && field.required) schema_error("nobody can fill in a computed field");
    if (field.fixed && (field.computed || field.type == Type::set || field.type == Type::notes)) schema_error("what grows or is worked out is not fixed");
    int same = 0;
    for (const Field& other : entity.fields) same += other.name == field.name;
    if (same != 1) schema_error("two fields share a name");
}

consteval void lint_worked_out(const Entity& entity) {
    for (const Field& field : entity.worked_out) {
        if (!is_name(field.name)) schema_error("the name of what is worked out must be snake_case");
        if (field.type != Type::integer && field.type != Type::text && field.type != Type::prose) schema_error("a number or a text is worked out");
        if (!field.scale.empty() && (field.type != Type::integer || field.max == 0)) schema_error("a scale belongs to bounded integers");
        if (field.required || field.computed || field.searched || field.seen_from != Clearance::open)
            schema_error("what is worked out has no rules of a field");
        int same = 0;
        for (const Field& other : entity.worked_out) same += other.name == field.name;
        for (const Field& other : entity.fields) same += other.name == field.name;
        if (same != 1) schema_error("what is worked out shares its name with something");
    }
}

consteval void lint_workflow(const Entity& entity) {
    if (entity.state.empty()) {
        if (!entity.steps.empty()) schema_error("steps need a state");
        return;
    }
    const std::size_t at = position(entity, entity.state);
    if (at == kNoField || entity.fields[at].type != Type::choice) schema_error("state must name a choice field");
    const Field& state = entity.fields[at];
    for (const Step& step : entity.steps) {
        if (!is_name(step.name)) schema_error("step name must be snake_case");
        if (!has_option(state, step.from) || !has_option(state, step.to)) schema_error("step between unknown states");
        if (step.who.bits == 0) schema_error("a step that nobody may take");
        const std::size_t stamp = position(entity, step.stamp);
        if (!step.stamp.empty() && (stamp == kNoField || entity.fields[stamp].type != Type::moment || !entity.fields[stamp].computed))
            schema_error("a stamp must name a computed moment");
    }
    for (std::string_view option : state.options) {
        bool is_reached = option == state.options.front();
        for (const Step& step : entity.steps) is_reached = is_reached || step.to == option;
        if (!is_reached) schema_error("a state that no step leads to");
    }
}

consteval void lint_place(const Entity& entity) {
    const std::size_t at = position(entity, entity.place);
    if (at == kNoField || entity.fields[at].type != Type::ref) schema_error("place must name a ref field");
    const Field& place = entity.fields[at];
    if (!is_tree(entity) && !place.required) schema_error("place must be required");
    if (place.seen_from != Clearance::open) schema_error("a place cannot be withheld");
}

consteval void lint_own(const Entity& entity) {
    const std::size_t at = position(entity, entity.own);
    if (entity.own.empty()) return;
    if (at == kNoField || entity.fields[at].ref != "person" || entity.fields[at].seen_from != Clearance::open)
        schema_error("own must name an open ref to a person");
}

/// What hangs on a record is in sight with it, whole, and stays there.
consteval void lint_hanging(const Entity& entity) {
    for (std::string_view name : {entity.hangs_on.entity, entity.hangs_on.record}) {
        const std::size_t at = position(entity, name);
        if (at == kNoField || entity.fields[at].type != Type::text) schema_error("what a record hangs on is named by text fields");
        if (!entity.fields[at].fixed || !entity.fields[at].required) schema_error("what a record hangs on is required and fixed");
    }
    for (const Field& field : entity.fields)
        if (field.seen_from != Clearance::open) schema_error("whoever sees a record sees what hangs on it");
    const Access& own = entity.access;
    for (const Reach& reach : {own.read, own.create, own.update, own.remove})
        if ((reach.within | reach.anywhere).bits != 0) schema_error("what hangs on a record has no rights of its own");
    if (!entity.place.empty() || !entity.steps.empty() || entity.takes_files) schema_error("what hangs on a record has no place, no steps and no files");
}

/// True, or no build.
consteval bool lint(Catalog catalog) {
    int trees = 0;
    for (const Entity* entity : catalog) {
        if (!is_name(entity->name)) schema_error("entity name must be snake_case");
        if (is_reserved(entity->name)) schema_error("entity name is reserved");
        if (entity->fields.size() > 64) schema_error("more than 64 fields do not fit Record::hidden");
        for (const Field& field : entity->fields) lint_field(catalog, *entity, field);
        if (entity->title.empty()) schema_error("an entity needs a title");
        for (std::string_view name : entity->title) {
            const std::size_t title = position(*entity, name);
            if (title == kNoField) schema_error("title must name a field");
            if (entity->fields[title].seen_from != Clearance::open) schema_error("a title cannot be withheld");
        }
        if (hangs(*entity)) lint_hanging(*entity);
        else lint_place(*entity);
        lint_own(*entity);
        trees += is_tree(*entity);
        int same = 0;
        for (const Entity* other : catalog) same += other->name == entity->name;
        if (same != 1) schema_error("two entities share a name");
        lint_worked_out(*entity);
        lint_workflow(*entity);
    }
    if (trees != 1) schema_error("a catalogue has one tree, the organisation");
    return true;
}

}  // namespace lisa
