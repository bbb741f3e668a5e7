#include "auth/choices.h"

#include "core/text.h"

namespace lisa {
namespace {

bool is_key(std::string_view text) {
    constexpr std::string_view kLetters = "abcdefghijklmnopqrstuvwxyz_.";
    return !text.empty() && text.size() <= kChoiceKeyLimit && text.find_first_not_of(kLetters) == text.npos;
}

bool is_value(std::string_view text) { return text.size() <= kChoiceValueLimit && is_utf8(text) && text.find('\0') == text.npos; }

}  // namespace

Result<Json> choices_of(Database& database, const std::string& person) {
    Json choices = Json::object();
    Query query = TRY(database.query("SELECT key, value FROM choice WHERE person = ? ORDER BY key", person));
    while (TRY(query.step())) choices[query.text(0)] = query.text(1);
    return choices;
}

Result<Done> keep_choice(Database& database, const std::string& person, const std::string& key, const std::optional<std::string>& value) {
    if (!is_key(key) || (value && !is_value(*value))) return fault(Fault::invalid, "", "problem.protocol");
    if (!value) return database.run("DELETE FROM choice WHERE person = ? AND key = ?", person, key);
    {
        Query others =
            TRY(database.query("SELECT count(*), coalesce(sum(length(CAST(key AS BLOB)) + length(CAST(value AS BLOB))), 0) FROM choice "
                               "WHERE person = ? AND key <> ?",
                               person, key));
        TRY(others.step());
        const auto count = static_cast<std::size_t>(others.integer(0)), bytes = static_cast<std::size_t>(others.integer(1));
        if (count >= kChoicesLimit || bytes + key.size() + value->size() > kChoicesByteLimit) return fault(Fault::invalid, "", "problem.too_many");
    }
    return database.run("INSERT INTO choice(person, key, value) VALUES(?,?,?) ON CONFLICT(person, key) DO UPDATE SET value = excluded.value", person, key,
                        *value);
}

}  // namespace lisa
