#include "sync/protocol.h"

#include <algorithm>

#include "core/json.h"
#include "schema/json.h"

namespace lisa {
namespace {

constexpr std::string_view kFaults[] = {"invalid", "forbidden", "missing", "conflict", "offline", "broken"};

Error unreadable(std::string detail) { return Error{Fault::broken, {{"", "problem.protocol"}}, std::move(detail)}; }

const Json* list_member(const Json& json, std::string_view name) {
    const Json* list = member(json, name);
    return list && list->is_array() ? list : nullptr;
}

}  // namespace

std::string_view fault_name(Fault fault) { return kFaults[static_cast<std::size_t>(fault)]; }

Json error_to_json(const Error& error) {
    Json problems = Json::array();
    for (const Problem& problem : error.problems) problems.push_back({{"field", problem.field}, {"message", problem.message}});
    return {{"fault", std::string(fault_name(error.fault))}, {"problems", std::move(problems)}};
}

Error error_from_json(const Json& json) {
    const std::string* name = text_member(json, "fault");
    const auto found = std::find(std::begin(kFaults), std::end(kFaults), name ? *name : std::string{});
    if (found == std::end(kFaults)) return unreadable("no fault");
    Error error{static_cast<Fault>(found - std::begin(kFaults)), {}, {}};
    if (const Json* problems = list_member(json, "problems"))
        for (const Json& problem : *problems) {
            const std::string *field = text_member(problem, "field"), *message = text_member(problem, "message");
            if (field && message) error.problems.push_back({*field, *message});
        }
    return error;
}

std::vector<std::vector<Change>> parts_of(const std::vector<Change>& changes) {
    std::vector<std::vector<Change>> parts;
    std::size_t bytes = 0;
    for (const Change& change : changes) {
        const std::size_t size = dump(change_to_json(change)).size();
        if (parts.empty() || parts.back().size() == kPushLimit || bytes + size > kPushBytes) parts.emplace_back(), bytes = 0;
        parts.back().push_back(change);
        bytes += size;
    }
    return parts;
}

Json push_to_json(const std::vector<Change>& changes, const std::optional<DeedPart>& part) {
    Json list = Json::array();
    for (const Change& change : changes) list.push_back(change_to_json(change));
    Json json{{"protocol", kProtocol}, {"changes", std::move(list)}};
    if (part) json["deed"] = {{"id", part->deed}, {"part", part->part}, {"of", part->of}};
    return json;
}

Result<std::optional<DeedPart>> deed_part_from_json(const Json& json) {
    const Json* deed = member(json, "deed");
    if (!deed) return std::optional<DeedPart>{};
    const std::string* id = text_member(*deed, "id");
    const auto part = integer_member(*deed, "part"), of = integer_member(*deed, "of");
    const bool is_well_made = id && is_id(*id) && part && of && *of >= 1 && *of <= static_cast<std::int64_t>(kDeedParts) && *part >= 0 && *part < *of;
    if (!is_well_made) return fault(Fault::invalid, "", "problem.protocol");
    return std::optional(DeedPart{*id, *part, *of});
}

Result<std::vector<Result<Change>>> push_from_json(Catalog catalog, const Json& json) {
    const auto protocol = integer_member(json, "protocol");
    const Json* list = list_member(json, "changes");
    if (!protocol || !list) return fault(Fault::invalid, "", "problem.protocol");
    if (*protocol != kProtocol) return fault(Fault::invalid, "", "problem.reload");
    if (list->size() > kPushLimit) return fault(Fault::invalid, "", "problem.too_many");
    std::vector<Result<Change>> changes;
    for (const Json& change : *list) changes.push_back(change_from_json(catalog, change));
    return changes;
}

Json answers_to_json(const std::vector<Answer>& answers) {
    Json list = Json::array();
    for (const Answer& answer : answers) {
        Json row = answer.error ? error_to_json(*answer.error) : Json{{"rev", answer.rev}};
        row["id"] = answer.id;
        list.push_back(std::move(row));
    }
    return {{"answers", std::move(list)}};
}

Result<std::vector<Answer>> answers_from_json(const Json& json) {
    const Json* list = list_member(json, "answers");
    if (!list) return unreadable("no answers");
    std::vector<Answer> answers;
    for (const Json& row : *list) {
        const std::string* id = text_member(row, "id");
        const auto rev = integer_member(row, "rev");
        if (!id) return unreadable("an answer without id");
        Answer answer{*id, rev.value_or(0), {}};
        if (!rev) answer.error = error_from_json(row);
        answers.push_back(std::move(answer));
    }
    return answers;
}

Json page_to_json(const Page& page) {
    Json records = Json::array(), gone = Json::array();
    for (const Record& record : page.records) records.push_back(record_to_json(record));
    for (const Gone& row : page.gone) gone.push_back({{"e", row.entity}, {"id", row.id}});
    Json json{{"protocol", kProtocol}, {"epoch", page.epoch},           {"cursor", page.cursor},
              {"more", page.has_more}, {"records", std::move(records)}, {"gone", std::move(gone)}};
    if (page.is_reset) json["reset"] = true;
    if (page.visible) json["visible"] = *page.visible;
    return json;
}

Result<Page> page_from_json(Catalog catalog, const Json& json) {
    const auto protocol = integer_member(json, "protocol"), cursor = integer_member(json, "cursor");
    const std::string* epoch = text_member(json, "epoch");
    const Json *records = list_member(json, "records"), *gone = list_member(json, "gone");
    if (protocol && *protocol != kProtocol) return fault(Fault::invalid, "", "problem.reload");
    if (!protocol || !cursor || !epoch || !records || !gone) return unreadable("not a page");
    Page page;
    page.epoch = *epoch;
    page.cursor = *cursor;
    page.is_reset = bool_member(json, "reset").value_or(false);
    page.has_more = bool_member(json, "more").value_or(false);
    page.visible = integer_member(json, "visible");
    for (const Json& record : *records) page.records.push_back(TRY(record_from_json(catalog, record)));
    for (const Json& row : *gone) {
        const std::string *entity = text_member(row, "e"), *id = text_member(row, "id");
        if (entity && id) page.gone.push_back({*entity, *id});
    }
    return page;
}

}  // namespace lisa
